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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the adjoint of a scalar function into the product of its Hessian with a vector: the tangent of the adjoint, forward over
 * reverse. The vector and the product are flat, in the order of the independents; bars and tangents of arrays live in the
 * workspace, unless the only independent is a vector itself.
 */
public final class HessianVectorTransform {
    private static final ArrayType VECTOR = new ArrayType(PrimitiveType.DOUBLE);

    private final Function adjoint;
    private final PrimalMethod method;
    private final Variable workspace;
    private final FlatVector vector;
    private final FlatVector product;
    private final List<Statement> preamble = new ArrayList<>();
    private final List<Statement> delivery = new ArrayList<>();
    private @Nullable Variable scalarDots;

    private HessianVectorTransform(Function adjoint, PrimalMethod method) {
        this.adjoint = adjoint;
        this.method = method;
        List<Variable> parameters = adjoint.parameters();
        this.workspace = parameters.get(parameters.size() - 1);
        this.vector = new FlatVector(Variable.temporary("vector", VECTOR), method.independents());
        this.product = new FlatVector(Variable.temporary("product", VECTOR), method.independents());
    }

    /** What the transform needs to know about the adjoint: which of its variables the product's entries pass through. */
    public static ActivityResult activity(Function adjoint, PrimalMethod method) {
        return ActivityAnalysis.analyze(adjoint, method.independents(), bars(adjoint, method));
    }

    /** An adjoint as the transform takes it, without its result, and as it is to be split by {@link #activity}. */
    public static Function prepare(Function adjoint, Function primal) {
        List<Statement> statements = adjoint.body().statements();
        Block body = new Block(
                statements.stream().filter(s -> !(s instanceof Return)).toList());
        return ReopenCalls.apply(new Function(adjoint.name(), adjoint.parameters(), PrimitiveType.VOID, body), primal);
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
        return new HessianVectorTransform(adjoint, method).build(activity, overwritten);
    }

    /** The parameters of a product that have the shape of the parameters they map to. */
    public static Map<Variable, Variable> shapes(Function derivative, PrimalMethod method) {
        if (!FlatVector.isArgument(method.independents())) {
            return Map.of();
        }
        List<Variable> parameters = derivative.parameters();
        Variable argument = method.independents().get(0);
        return Map.of(parameters.get(parameters.size() - 3), argument, parameters.get(parameters.size() - 2), argument);
    }

    private Function build(ActivityResult activity, Set<Variable> overwritten) {
        Direction direction = new Direction(activity, "Dot");
        TangentTransform tangents = new TangentTransform(adjoint, activity, workspace, List.of(direction));
        for (Variable independent : method.independents()) {
            preamble.addAll(direction.take(independent, vector, overwritten.contains(independent), workspace));
        }
        List<Variable> bars = bars(adjoint, method);
        for (int i = 0; i < bars.size(); i++) {
            Variable bar = bars.get(i);
            if (i < method.arrayIndependents().size()) {
                arrayBar(method.arrayIndependents().get(i), bar, activity, direction);
            } else {
                scalarBars(bar, activity, direction);
            }
        }
        List<Statement> body = new ArrayList<>(preamble);
        body.addAll(deliver.rewrite(tangents.block(adjoint.body())).statements());
        body.addAll(delivery);
        List<Variable> parameters = new ArrayList<>(
                adjoint.parameters().subList(0, method.parameters().size()));
        parameters.addAll(List.of(vector.variable(), product.variable(), workspace));
        return new Function(method.name() + "HessianVector", parameters, PrimitiveType.VOID, new Block(body));
    }

    private void arrayBar(Variable independent, Variable bar, ActivityResult activity, Direction direction) {
        Expression zeros = WorkspaceCalls.zerosLike(workspace, new Read(independent));
        preamble.add(new Declare(bar, zeros, Origin.NONE));
        if (vector.isArgument()) {
            direction.use(bar, product.variable());
            if (!activity.isActive(bar)) {
                preamble.add(WorkspaceCalls.clear(product.variable()));
            }
            return;
        }
        Variable dot = direction.dot(bar);
        preamble.add(new Declare(dot, zeros, Origin.NONE));
        delivery.add(product.pack(dot, independent));
    }

    private void scalarBars(Variable bars, ActivityResult activity, Direction direction) {
        List<Variable> scalars = method.scalarIndependents();
        NewArray zeros = new NewArray(VECTOR, List.of(Literal.of(scalars.size())));
        preamble.add(new Declare(bars, zeros, Origin.NONE));
        if (method.arrayIndependents().isEmpty()) {
            direction.use(bars, product.variable());
            if (!activity.isActive(bars)) {
                preamble.add(WorkspaceCalls.clear(product.variable()));
            }
            return;
        }
        scalarDots = direction.dot(bars);
        if (!activity.isActive(bars)) {
            scalars.forEach(v -> delivery.add(new Assign(product.entry(v), Literal.ZERO, Origin.NONE)));
        }
    }

    /** Puts the entries of scalars directly into the product. */
    private final IrRewriter deliver = new IrRewriter() {
        @Override
        public Expression rewrite(Expression expression) {
            return expression instanceof ArrayRead element && element.root() == scalarDots
                    ? product.entry(method.scalarIndependents().get(position(element)))
                    : rewriteChildren(expression);
        }
    };

    private static int position(ArrayRead element) {
        return (Integer) ((Literal) element.index()).value();
    }
}
