package dev.pullback.processor.transform.tangent;

import dev.pullback.processor.analysis.ActivityAnalysis;
import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The pushforward of {@link PullbackPushforward}, which third derivatives of callers are composed of. Parameters: those of that;
 * the tangents, in a second direction, of the independents and of all that stands behind the arguments; the workspace.
 */
public final class PullbackThirdOrder {
    private final Function pushforward;
    private final PrimalMethod method;
    private final List<Variable> companions;
    private final Variable workspace;

    private PullbackThirdOrder(Function pushforward, PrimalMethod method) {
        this.pushforward = pushforward;
        this.method = method;
        List<Variable> parameters = pushforward.parameters();
        this.companions = parameters.subList(method.parameters().size(), parameters.size() - 1);
        this.workspace = parameters.get(parameters.size() - 1);
    }

    /** Which variables of the pushforward the tangents of bars and of their tangents pass through. */
    public static ActivityResult activity(Function pushforward, PrimalMethod method) {
        PullbackThirdOrder transform = new PullbackThirdOrder(pushforward, method);
        List<Variable> given = transform.companions;
        int tangents = method.independents().size();
        int half = (given.size() - tangents) / 2;
        int seeds = method.seeds().size();
        List<Variable> independents = new ArrayList<>(method.independents());
        independents.addAll(given.subList(0, seeds));
        independents.addAll(given.subList(half, half + tangents + seeds));
        int firstWritten = method.outputs().isEmpty() ? seeds : 0;
        List<Variable> written = new ArrayList<>(given.subList(firstWritten, half));
        written.addAll(given.subList(half + tangents + firstWritten, given.size()));
        return ActivityAnalysis.analyze(pushforward, independents, written);
    }

    /**
     * The pushforward, once more.
     *
     * @param method the primal, without records
     * @param overwritten the arguments that the primal overwrites, whose tangents change with them
     */
    public static Function apply(
            Function pushforward, PrimalMethod method, ActivityResult activity, Set<Variable> overwritten) {
        return new PullbackThirdOrder(pushforward, method).build(activity, overwritten);
    }

    private Function build(ActivityResult activity, Set<Variable> overwritten) {
        Direction direction = new Direction(activity, "Dot2");
        List<Variable> parameters = new ArrayList<>(pushforward.parameters());
        parameters.remove(workspace);
        List<Statement> body = new ArrayList<>();
        for (Variable independent : method.independents()) {
            parameters.add(direction.dot(independent));
        }
        companions.forEach(v -> parameters.add(direction.dot(v)));
        parameters.add(workspace);
        body.addAll(direction.ownTangents(method, overwritten, workspace));
        TangentTransform tangents = new TangentTransform(pushforward, activity, workspace, List.of(direction));
        body.addAll(tangents.block(pushforward.body()).statements());
        return new Function(method.name() + "PullbackThirdOrder", parameters, PrimitiveType.VOID, new Block(body));
    }
}
