package dev.pullback.processor.transform.tangent;

import dev.pullback.processor.analysis.ActivityAnalysis;
import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * The pushforward of a pullback, which second derivatives of callers are composed of: besides the bars it adds to their tangents.
 * Parameters: those of the pullback; the tangents of the independents, of the adjoint of the result, and of the bars; the
 * workspace.
 */
public final class PullbackPushforward {
    private final Function pullback;
    private final List<Variable> independents;
    private final List<Variable> bars;
    private final Variable workspace;

    private PullbackPushforward(Function pullback, PrimalMethod method) {
        this.pullback = pullback;
        List<Variable> parameters = pullback.parameters();
        int count = method.parameters().size();
        this.independents = new ArrayList<>(method.independents());
        independents.add(parameters.get(count));
        this.bars = parameters.subList(count + 1, parameters.size() - 1);
        this.workspace = parameters.get(parameters.size() - 1);
    }

    /** Which variables of the pullback the bars' tangents pass through. */
    public static ActivityResult activity(Function pullback, PrimalMethod method) {
        PullbackPushforward transform = new PullbackPushforward(pullback, method);
        return ActivityAnalysis.analyze(pullback, transform.independents, transform.bars);
    }

    /** The pushforward. */
    public static Function apply(Function pullback, PrimalMethod method, ActivityResult activity) {
        return new PullbackPushforward(pullback, method).build(activity);
    }

    private Function build(ActivityResult activity) {
        TangentTransform tangents = new TangentTransform(pullback, activity, workspace);
        List<Variable> parameters = new ArrayList<>(pullback.parameters());
        parameters.remove(workspace);
        independents.forEach(v -> parameters.add(tangents.dot(v)));
        bars.forEach(v -> parameters.add(tangents.dot(v)));
        parameters.add(workspace);
        return new Function(
                pullback.name() + "Pushforward", parameters, PrimitiveType.VOID, tangents.block(pullback.body()));
    }
}
