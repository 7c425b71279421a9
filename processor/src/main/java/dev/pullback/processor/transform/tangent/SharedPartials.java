package dev.pullback.processor.transform.tangent;

import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes once what the tangents in several directions have in common. These are calls only, like the cosine in the tangent of
 * a sine: Java's compiler finds common arithmetic itself.
 */
final class SharedPartials extends IrRewriter {
    private final Map<Expression, Variable> names = new HashMap<>();

    private SharedPartials() {}

    /** Names the calls that all tangents share, and appends their computation. */
    static SharedPartials of(Map<Direction, Expression> tangents, List<Statement> out) {
        SharedPartials shared = new SharedPartials();
        Iterator<Expression> values = tangents.values().iterator();
        Set<Expression> common = calls(values.next());
        values.forEachRemaining(tangent -> common.retainAll(calls(tangent)));
        for (Expression call : common) {
            Variable name = Variable.temporary("partial", call.type());
            shared.names.put(call, name);
            out.add(new Declare(name, call, Origin.NONE));
        }
        return shared;
    }

    @Override
    public Expression rewrite(Expression expression) {
        Variable name = names.get(expression);
        return name == null ? super.rewrite(expression) : new Read(name);
    }

    /** The outermost calls, without those that are made for one of two branches only. */
    private static Set<Expression> calls(Expression expression) {
        Set<Expression> calls = new LinkedHashSet<>();
        if (expression instanceof Call call && call.type().isReal()) {
            calls.add(call);
        } else if (!(expression instanceof Conditional)) {
            Walk.operands(expression).forEach(operand -> calls.addAll(calls(operand)));
        }
        return calls;
    }
}
