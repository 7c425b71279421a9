package dev.pullback.processor.transform.tangent;

import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.CustomRule;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Walk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the calls in the forward sweep of an adjoint calls of differentiable methods again: to the adjoint they were code that
 * gives some value, to its tangent they are not. The same holds for a user's pullback that returns its bar.
 */
final class ReopenCalls extends IrRewriter {
    private final Map<MethodRef, Callee> callees = new HashMap<>();

    private ReopenCalls(Function primal) {
        Walk.statements(primal.body(), s -> {
            if (s instanceof Invoke invoke) {
                Callee callee = invoke.callee();
                callees.put(callee.method(), callee);
                callee.rule()
                        .filter(CustomRule::returnsBar)
                        .map(rule -> rule.pullbackAsCallee(callee.independents()))
                        .ifPresent(pullback -> callees.put(pullback.method(), pullback));
            }
        });
    }

    /** {@code adjoint} with the calls of its primal. */
    static Function apply(Function adjoint, Function primal) {
        return adjoint.withBody(new ReopenCalls(primal).rewrite(adjoint.body()));
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        Callee callee =
                statement instanceof Declare d && d.initial() instanceof Call call ? callees.get(call.method()) : null;
        if (callee != null && statement instanceof Declare d) {
            out.add(new Invoke(d.variable(), callee, ((Call) d.value()).arguments(), d.origin()));
        } else {
            super.rewrite(statement, out);
        }
    }
}
