package dev.pullback.processor.transform.tangent;

import dev.pullback.processor.analysis.ActivityAnalysis;
import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.WorkspaceCalls;
import dev.pullback.processor.transform.FlatVector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The directional derivative of the product with the Hessian: the tangent transform once more, applied to that product while it
 * has its pushes and pops.
 */
public final class ThirdOrderTransform {
    private static final ArrayType VECTOR = new ArrayType(PrimitiveType.DOUBLE);

    private final Function product;
    private final PrimalMethod method;
    private final Variable first;
    private final Variable gradient;
    private final Variable workspace;
    private final Variable second = Variable.temporary("direction", VECTOR);
    private final Variable result = Variable.temporary("result", VECTOR);

    private ThirdOrderTransform(Function product, PrimalMethod method) {
        this.product = product;
        this.method = method;
        List<Variable> parameters = product.parameters();
        this.first = parameters.get(parameters.size() - 3);
        this.gradient = parameters.get(parameters.size() - 2);
        this.workspace = parameters.get(parameters.size() - 1);
    }

    /** Which variables of a product with the Hessian the tangents of its entries pass through. */
    public static ActivityResult activity(Function product, PrimalMethod method) {
        Variable entries = product.parameters().get(product.parameters().size() - 2);
        return ActivityAnalysis.analyze(product, method.independents(), List.of(entries));
    }

    /**
     * The derivative with parameters for the arguments, two directions, the result and the workspace.
     *
     * @param product overwrites its last parameter but one and is split for {@code activity}
     * @param method the primal, without records
     * @param overwritten the arguments that the primal overwrites
     */
    public static Function apply(
            Function product, PrimalMethod method, ActivityResult activity, Set<Variable> overwritten) {
        return new ThirdOrderTransform(product, method).build(activity, overwritten);
    }

    /** The parameters of the derivative that have the shape of the parameters they map to. */
    public static Map<Variable, Variable> shapes(Function derivative, PrimalMethod method) {
        Map<Variable, Variable> shapes = new LinkedHashMap<>();
        if (FlatVector.isArgument(method.independents())) {
            int count = method.parameters().size();
            derivative
                    .parameters()
                    .subList(count, count + 3)
                    .forEach(v -> shapes.put(v, method.independents().get(0)));
        }
        return shapes;
    }

    private Function build(ActivityResult activity, Set<Variable> overwritten) {
        Direction direction = new Direction(activity, "Dot2");
        FlatVector flat = new FlatVector(second, method.independents());
        List<Statement> body = new ArrayList<>();
        for (Variable independent : method.independents()) {
            body.addAll(direction.take(independent, flat, overwritten.contains(independent), workspace));
        }
        direction.use(gradient, result);
        body.add(new Declare(gradient, WorkspaceCalls.zerosLike(workspace, new Read(first)), Origin.NONE));
        body.add(WorkspaceCalls.clear(result));
        TangentTransform tangents = new TangentTransform(product, activity, workspace, List.of(direction));
        body.addAll(tangents.block(product.body()).statements());
        List<Variable> parameters = new ArrayList<>(
                product.parameters().subList(0, method.parameters().size()));
        parameters.addAll(List.of(first, second, result, workspace));
        return new Function(method.name() + "ThirdOrder", parameters, PrimitiveType.VOID, new Block(body));
    }
}
