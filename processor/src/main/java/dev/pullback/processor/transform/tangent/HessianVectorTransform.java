package dev.pullback.processor.transform.tangent;

import dev.pullback.processor.analysis.ActivityAnalysis;
import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.WorkspaceCalls;
import dev.pullback.processor.transform.FlatVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the adjoint of a scalar function into the product of its Hessian with a vector, or with several at once: the tangents of
 * the adjoint, forward over reverse. Vectors and products are flat, in the order of the independents; bars and tangents of arrays
 * live in the workspace, unless the only independent is a vector itself.
 */
public final class HessianVectorTransform {
    private static final ArrayType VECTOR = new ArrayType(PrimitiveType.DOUBLE);

    private final Function adjoint;
    private final PrimalMethod method;
    private final Variable workspace;
    private final Map<Direction, FlatVector> vectors = new LinkedHashMap<>();
    private final Map<Direction, FlatVector> products = new LinkedHashMap<>();
    private final List<Statement> preamble = new ArrayList<>();
    private final List<Statement> delivery = new ArrayList<>();
    private final Map<Variable, FlatVector> scalarDots = new HashMap<>();
    private final ActivityResult activity;

    private HessianVectorTransform(Function adjoint, PrimalMethod method, ActivityResult activity) {
        this.adjoint = adjoint;
        this.method = method;
        List<Variable> parameters = adjoint.parameters();
        this.workspace = parameters.get(parameters.size() - 1);
        this.activity = activity;
    }

    private void addDirection(String number) {
        Direction direction = new Direction(activity, "Dot" + number);
        vectors.put(direction, new FlatVector(Variable.temporary("vector" + number, VECTOR), method.independents()));
        products.put(direction, new FlatVector(Variable.temporary("product" + number, VECTOR), method.independents()));
    }

    /** What the transform needs to know about the adjoint: which of its variables the product's entries pass through. */
    public static ActivityResult activity(Function adjoint, PrimalMethod method) {
        return ActivityAnalysis.analyze(adjoint, method.independents(), bars(adjoint, method));
    }

    /** An adjoint as the transform takes it, without its result, and as it is to be split by {@link #activity}. */
    public static Function prepare(Function adjoint) {
        List<Statement> statements = adjoint.body().statements();
        Block body = new Block(
                statements.stream().filter(s -> !(s instanceof Return)).toList());
        return new Function(adjoint.name(), adjoint.parameters(), PrimitiveType.VOID, body);
    }

    private static List<Variable> bars(Function adjoint, PrimalMethod method) {
        return adjoint.parameters()
                .subList(method.parameters().size(), adjoint.parameters().size() - 1);
    }

    /**
     * The product with parameters for the arguments, the vector, the product and the workspace.
     *
     * @param adjoint overwrites the bars, has no result and is split for {@code activity}
     * @param method the primal, without records
     * @param overwritten the arguments that the primal overwrites, whose tangents change with them
     */
    public static Function apply(
            Function adjoint, PrimalMethod method, ActivityResult activity, Set<Variable> overwritten) {
        return apply(adjoint, method, activity, overwritten, true);
    }

    /** The same in a form that can be differentiated again. */
    public static Function open(
            Function adjoint, PrimalMethod method, ActivityResult activity, Set<Variable> overwritten) {
        return apply(adjoint, method, activity, overwritten, false);
    }

    private static Function apply(
            Function adjoint,
            PrimalMethod method,
            ActivityResult activity,
            Set<Variable> overwritten,
            boolean isFinal) {
        HessianVectorTransform transform = new HessianVectorTransform(adjoint, method, activity);
        transform.addDirection("");
        return transform.build(method.name() + "HessianVector", overwritten, isFinal);
    }

    /** The products with {@link PrimalMethod#blockWidth} vectors: parameters for the arguments, vectors, products, the workspace. */
    public static Function block(
            Function adjoint, PrimalMethod method, ActivityResult activity, Set<Variable> overwritten) {
        HessianVectorTransform transform = new HessianVectorTransform(adjoint, method, activity);
        for (int i = 0; i < method.blockWidth(); i++) {
            transform.addDirection(String.valueOf(i));
        }
        return transform.build(method.name() + PrimalMethod.HESSIAN_BLOCK, overwritten, true);
    }

    /** The parameters of a product, or of several, that have the shape of the parameters they map to. */
    public static Map<Variable, Variable> shapes(Function derivative, PrimalMethod method) {
        Map<Variable, Variable> shapes = new LinkedHashMap<>();
        if (FlatVector.isArgument(method.independents())) {
            List<Variable> parameters = derivative.parameters();
            parameters
                    .subList(method.parameters().size(), parameters.size() - 1)
                    .forEach(v -> shapes.put(v, method.independents().get(0)));
        }
        return shapes;
    }

    private Function build(String name, Set<Variable> overwritten, boolean isFinal) {
        List<Direction> directions = List.copyOf(vectors.keySet());
        TangentTransform tangents = new TangentTransform(adjoint, activity, workspace, directions, isFinal);
        vectors.forEach((direction, vector) -> {
            for (Variable independent : method.independents()) {
                preamble.addAll(direction.take(independent, vector, overwritten.contains(independent), workspace));
            }
        });
        List<Variable> bars = bars(adjoint, method);
        for (int i = 0; i < bars.size(); i++) {
            Variable bar = bars.get(i);
            if (i < method.arrayIndependents().size()) {
                arrayBar(method.arrayIndependents().get(i), bar);
            } else {
                scalarBars(bar);
            }
        }
        List<Statement> body = new ArrayList<>(preamble);
        body.addAll(deliver.rewrite(tangents.block(adjoint.body())).statements());
        body.addAll(delivery);
        List<Variable> parameters = new ArrayList<>(
                adjoint.parameters().subList(0, method.parameters().size()));
        vectors.values().forEach(vector -> parameters.add(vector.variable()));
        products.values().forEach(product -> parameters.add(product.variable()));
        parameters.add(workspace);
        return new Function(name, parameters, PrimitiveType.VOID, new Block(body));
    }

    private void arrayBar(Variable independent, Variable bar) {
        Expression zeros = WorkspaceCalls.zerosLike(workspace, new Read(independent));
        preamble.add(new Declare(bar, zeros, Origin.NONE));
        products.forEach((direction, product) -> {
            if (product.isArgument()) {
                useProduct(direction, bar, product);
                return;
            }
            Variable dot = direction.dot(bar);
            preamble.add(new Declare(dot, zeros, Origin.NONE));
            delivery.add(product.pack(dot, independent));
        });
    }

    private void scalarBars(Variable bars) {
        List<Variable> scalars = method.scalarIndependents();
        NewArray zeros = new NewArray(VECTOR, List.of(Literal.of(scalars.size())));
        preamble.add(new Declare(bars, zeros, Origin.NONE));
        products.forEach((direction, product) -> {
            if (method.arrayIndependents().isEmpty()) {
                useProduct(direction, bars, product);
                return;
            }
            scalarDots.put(direction.dot(bars), product);
            if (!activity.isActive(bars)) {
                scalars.forEach(v -> delivery.add(new Assign(product.entry(v), Literal.ZERO, Origin.NONE)));
            }
        });
    }

    /** Makes the product itself the tangent of the only bar. */
    private void useProduct(Direction direction, Variable bar, FlatVector product) {
        direction.use(bar, product.variable());
        if (!activity.isActive(bar)) {
            preamble.add(WorkspaceCalls.clear(product.variable()));
        }
    }

    /** Puts the entries of scalars directly into the product. */
    private final IrRewriter deliver = new IrRewriter() {
        @Override
        public Expression rewrite(Expression expression) {
            FlatVector product = expression instanceof ArrayRead element ? scalarDots.get(element.root()) : null;
            return product != null
                    ? product.entry(method.scalarIndependents().get(position((ArrayRead) expression)))
                    : rewriteChildren(expression);
        }
    };

    private static int position(ArrayRead element) {
        return (Integer) ((Literal) element.index()).value();
    }
}
