package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PullbackCall;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.List;

/** Reverses a call of another class's differentiable method through the pullback that its generated class offers. */
final class CallReversal {
    private final ActivityResult activity;
    private final StatementAdjoint statements;
    private final Bars bars;
    private final Variable workspace;

    CallReversal(ActivityResult activity, StatementAdjoint statements, Bars bars, Variable workspace) {
        this.activity = activity;
        this.statements = statements;
        this.bars = bars;
        this.workspace = workspace;
    }

    /** The call of the callee's pullback, and what flows on from its scalar arguments. */
    List<Statement> adjoint(Invoke invoke) {
        if (!activity.isActive(invoke.variable()) || !activity.reaches(invoke)) {
            return List.of();
        }
        PullbackCall call = new PullbackCall(
                invoke,
                new Read(bars.of(invoke.variable())),
                workspace,
                place -> activity.isActivePlace(place) ? bars.of(place) : null);
        List<Statement> out = new ArrayList<>(call.statements());
        for (PullbackCall.ArgumentBar bar : call.outputBars()) {
            Place output = (Place) bar.argument();
            if (activity.isActivePlace(output)) {
                out.add(WorkspaceCalls.elementwise("add", bar.bar(), bars.of(output)));
            }
        }
        for (PullbackCall.ArgumentBar bar : call.scalarBars()) {
            out.addAll(statements.result(bar.argument(), Cast.to(bar.argument().type(), bar.bar()), invoke.origin()));
        }
        return out;
    }
}
