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
 * The pushforward of a pullback, which second derivatives of callers are composed of: besides the bars it adds to their tangents.
 * Parameters: those of the pullback; the tangents of the independents, of the seeds, and of the bars; the workspace. The seeds of
 * outputs and their tangents are overwritten, as the pullback overwrites the seeds.
 */
public final class PullbackPushforward {
    private final Function pullback;
    private final PrimalMethod method;
    private final List<Variable> seeds;
    private final List<Variable> bars;
    private final Variable workspace;

    private PullbackPushforward(Function pullback, PrimalMethod method) {
        this.pullback = pullback;
        this.method = method;
        List<Variable> parameters = pullback.parameters();
        int firstSeed = method.parameters().size();
        int firstBar = firstSeed + method.seeds().size();
        this.seeds = parameters.subList(firstSeed, firstBar);
        this.bars = parameters.subList(firstBar, parameters.size() - 1);
        this.workspace = parameters.get(parameters.size() - 1);
    }

    /** Which variables of the pullback the bars' tangents pass through. */
    public static ActivityResult activity(Function pullback, PrimalMethod method) {
        PullbackPushforward transform = new PullbackPushforward(pullback, method);
        List<Variable> independents = new ArrayList<>(method.independents());
        independents.addAll(transform.seeds);
        List<Variable> written = new ArrayList<>(transform.bars);
        if (!method.outputs().isEmpty()) {
            written.addAll(transform.seeds);
        }
        return ActivityAnalysis.analyze(pullback, independents, written);
    }

    /**
     * The pushforward.
     *
     * @param method the primal, without records
     * @param overwritten the arguments that the primal overwrites, whose tangents change with them
     * @param isFinal whether the pushforward is not differentiated again
     */
    public static Function apply(
            Function pullback,
            PrimalMethod method,
            ActivityResult activity,
            Set<Variable> overwritten,
            boolean isFinal) {
        return new PullbackPushforward(pullback, method).build(activity, overwritten, isFinal);
    }

    private Function build(ActivityResult activity, Set<Variable> overwritten, boolean isFinal) {
        Direction direction = new Direction(activity, "Dot");
        List<Variable> parameters = new ArrayList<>(pullback.parameters());
        parameters.remove(workspace);
        List<Statement> body = new ArrayList<>();
        method.independents().forEach(v -> parameters.add(direction.dot(v)));
        body.addAll(direction.ownTangents(method, overwritten, workspace));
        seeds.forEach(v -> parameters.add(direction.dot(v)));
        bars.forEach(v -> parameters.add(direction.dot(v)));
        parameters.add(workspace);
        TangentTransform tangents = new TangentTransform(pullback, activity, workspace, List.of(direction), isFinal);
        body.addAll(tangents.block(pullback.body()).statements());
        return new Function(pullback.name() + "Pushforward", parameters, PrimitiveType.VOID, new Block(body));
    }
}
