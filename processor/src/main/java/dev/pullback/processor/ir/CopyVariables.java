package dev.pullback.processor.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Copies code with fresh variables in place of those it declares; chosen variables are replaced by expressions. */
public final class CopyVariables extends IrRewriter {
    private final Map<Variable, Expression> replacements = new HashMap<>();
    private final Map<Variable, Variable> chosen = new HashMap<>();
    private final Map<TapeSlot, TapeSlot> slots = new HashMap<>();

    /** Replaces every read of {@code variable}. */
    public void replace(Variable variable, Expression replacement) {
        replacements.put(variable, replacement);
    }

    /** Chooses the variable that stands for {@code variable} in the copy. */
    public void rename(Variable variable, Variable copy) {
        chosen.put(variable, copy);
    }

    /** The variable that stands for {@code variable} in the copy: a fresh one, unless it was chosen. */
    public Variable fresh(Variable variable) {
        Variable copy = chosen.getOrDefault(variable, variable.copy());
        replacements.put(variable, new Read(copy));
        return copy;
    }

    @Override
    public Expression rewrite(Expression expression) {
        if (expression instanceof Read read) {
            return replacements.getOrDefault(read.variable(), read);
        }
        return rewriteChildren(expression);
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        if (statement instanceof Declare s) {
            Expression initial = s.initial() == null ? null : rewrite(s.initial());
            out.add(new Declare(fresh(s.variable()), initial, s.origin()));
        } else if (statement instanceof CountedLoop s) {
            Expression from = rewrite(s.from());
            Expression to = rewrite(s.to());
            Variable index = fresh(s.index());
            out.add(new CountedLoop(index, from, to, s.step(), rewrite(s.body()), s.origin(), s.checkpointing()));
        } else if (statement instanceof Invoke s) {
            List<Expression> arguments =
                    s.arguments().stream().map(this::rewrite).toList();
            Variable result = s.result() == null ? null : fresh(s.result());
            out.add(new Invoke(result, s.callee(), arguments, s.origin()));
        } else if (statement instanceof Perform s) {
            Opaque code = (Opaque) rewriteChildren(s.code());
            out.add(s.with(s.result() == null ? null : fresh(s.variable()), code));
        } else if (statement instanceof Push s) {
            out.add(new Push(slot(s.slot()), rewrite(s.value()), s.origin()));
        } else if (statement instanceof Pop s) {
            out.add(new Pop(slot(s.slot()), rewritePlace(s.target()), s.origin()));
        } else {
            out.add(rewriteChildren(statement));
        }
    }

    private TapeSlot slot(TapeSlot slot) {
        return slots.computeIfAbsent(slot, TapeSlot::copy);
    }
}
