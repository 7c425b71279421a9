package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.ThrowingExpressions;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names conditions and loop bounds that may throw and that guard nothing of use: {@code if (x > a[n]) {}} becomes {@code
 * boolean condition = x > a[n]; if (condition) {}}. Dead-code removal then drops the {@code if}, and {@link Throwing} tells it to
 * keep the condition.
 */
public final class NameDeadConditions {
    private final Map<Variable, Expression> named = new LinkedHashMap<>();

    private NameDeadConditions() {}

    /** {@code primal} in which nothing that may throw is part of a statement that dead-code removal drops. */
    public static Function apply(Function primal) {
        NameDeadConditions pass = new NameDeadConditions();
        Function allNamed = primal.withBody(pass.new Naming().rewrite(primal.body()));
        Function live = RemoveDeadCode.apply(allNamed, slot -> false, Throwing.deadVariables(primal));
        pass.named.keySet().retainAll(Walk.declarations(live.body()));
        return allNamed.withBody(pass.new Restoring().rewrite(allNamed.body()));
    }

    /** Names every condition and bound that may throw. */
    private final class Naming extends IrRewriter {
        @Override
        protected void rewrite(Statement statement, List<Statement> out) {
            if (statement instanceof If s) {
                Expression condition = named("condition", s.condition(), s.origin(), out);
                out.add(new If(condition, rewrite(s.whenTrue()), rewrite(s.whenFalse()), s.origin()));
            } else if (statement instanceof CountedLoop s) {
                Expression from = named("from", s.from(), s.origin(), out);
                Expression to = named("to", s.to(), s.origin(), out);
                out.add(new CountedLoop(
                        s.index(), from, to, s.step(), rewrite(s.body()), s.origin(), s.checkpointing()));
            } else {
                super.rewrite(statement, out);
            }
        }

        private Expression named(String name, Expression value, Origin origin, List<Statement> out) {
            if (!ThrowingExpressions.mayThrow(value)) {
                return value;
            }
            Variable variable = Variable.temporary(name, value.type());
            named.put(variable, value);
            out.add(new Declare(variable, value, origin));
            return new Read(variable);
        }
    }

    /** Puts back what is still named: these statements stay, and with them what they evaluate. */
    private final class Restoring extends IrRewriter {
        @Override
        protected void rewrite(Statement statement, List<Statement> out) {
            if (!(statement instanceof Declare s) || !named.containsKey(s.variable())) {
                super.rewrite(statement, out);
            }
        }

        @Override
        public Expression rewrite(Expression expression) {
            if (expression instanceof Read read && named.containsKey(read.variable())) {
                return named.get(read.variable());
            }
            return super.rewrite(expression);
        }
    }
}
