package dev.pullback.processor.transform.tangent;

import dev.pullback.processor.analysis.ActivityAnalysis;
import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * The pushforward of a pushforward, of a pullback that a user wrote: what {@link PullbackThirdOrder} is of a generated one. Parameters:
 * those of the pushforward; second tangents of what has tangents, and of these; the workspace. Outputs and their tangents are
 * overwritten.
 */
public final class SecondPushforward {
    private final Function pushforward;
    private final PrimalMethod method;
    private final List<Variable> dots;
    private final Variable workspace;

    private SecondPushforward(Function pushforward, PrimalMethod method) {
        this.pushforward = pushforward;
        this.method = method;
        List<Variable> parameters = pushforward.parameters();
        this.dots = parameters.subList(method.parameters().size(), parameters.size() - 1);
        this.workspace = parameters.get(parameters.size() - 1);
    }

    /** Which variables of the pushforward the tangents of what it gives pass through. */
    public static ActivityResult activity(Function pushforward, PrimalMethod method) {
        SecondPushforward transform = new SecondPushforward(pushforward, method);
        List<Variable> independents = new ArrayList<>(method.independents());
        independents.addAll(transform.dots);
        List<Variable> written = new ArrayList<>(method.outputs());
        method.outputs()
                .forEach(output ->
                        written.add(transform.dots.get(method.tangents().indexOf(output))));
        return ActivityAnalysis.analyze(pushforward, independents, written);
    }

    /**
     * The pushforward, once more.
     *
     * @param method the pullback, whose outputs are independents
     */
    public static Function apply(Function pushforward, PrimalMethod method, ActivityResult activity) {
        return new SecondPushforward(pushforward, method).build(activity);
    }

    private Function build(ActivityResult activity) {
        Direction direction = new Direction(activity, "Dot2");
        List<Variable> parameters = new ArrayList<>(pushforward.parameters());
        parameters.remove(workspace);
        method.tangents().forEach(v -> parameters.add(direction.dot(v)));
        dots.forEach(v -> parameters.add(direction.dot(v)));
        parameters.add(workspace);
        TangentTransform tangents = new TangentTransform(pushforward, activity, workspace, List.of(direction));
        Block body = tangents.block(pushforward.body());
        return new Function(
                method.name() + PrimalMethod.SECOND_PUSHFORWARD, parameters, pushforward.returnType(), body);
    }
}
