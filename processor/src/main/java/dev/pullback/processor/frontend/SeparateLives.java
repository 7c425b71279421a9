package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.List;
import java.util.Set;

/**
 * Array variables that are assigned again, each time for a life of their own: where every use is behind an assignment of its own
 * block, or of one around it, and none comes between, each assignment declares a variable. {@code double[] t; for (..) { t = m[i];
 * .. }} needs no more than that.
 */
final class SeparateLives {
    private final Variable variable;
    private boolean isPossible = true;

    private SeparateLives(Variable variable) {
        this.variable = variable;
    }

    /** The function in which such variables are several, which are not assigned. */
    static Function apply(Function function) {
        Function current = function;
        Set<Variable> locals = ReferenceGroup.assigned(function);
        locals.removeAll(function.parameters());
        for (Variable variable : locals) {
            SeparateLives lives = new SeparateLives(variable);
            lives.check(current.body(), false);
            if (lives.isPossible) {
                current = current.withBody(lives.new Renaming().rewrite(current.body()));
            }
        }
        return current;
    }

    /** Follows the uses of a block; {@code isDefined} says whether the variable has one meaning wherever the block starts. */
    private void check(Block block, boolean isDefined) {
        boolean isDefinedHere = isDefined;
        for (Statement statement : block.statements()) {
            boolean isUse = Walk.inputs(statement).stream().anyMatch(this::reads);
            isPossible &= !isUse || isDefinedHere;
            if (isDefinition(statement)) {
                isDefinedHere = true;
            }
            boolean changes = Walk.blocks(statement).stream().anyMatch(this::defines);
            for (Block inner : Walk.blocks(statement)) {
                // A loop comes back to its start with what its body defined.
                check(inner, isDefinedHere && (statement instanceof If || !changes));
            }
            isDefinedHere &= !changes;
        }
    }

    private boolean reads(Expression expression) {
        return Walk.reads(expression).contains(variable);
    }

    private boolean isDefinition(Statement statement) {
        return ReferenceGroup.defined(statement) == variable
                        && !(statement instanceof Declare declare && declare.initial() == null)
                || ReferenceGroup.newArray(statement) == variable;
    }

    private boolean defines(Block block) {
        boolean[] result = {false};
        Walk.statements(block, s -> result[0] |= isDefinition(s));
        return result[0];
    }

    /** Declares a variable for each life. */
    private final class Renaming extends IrRewriter {
        private Variable current = variable;

        @Override
        public Block rewrite(Block block) {
            Variable before = current;
            Block result = super.rewrite(block);
            current = before;
            return result;
        }

        @Override
        protected void rewrite(Statement statement, List<Statement> out) {
            if (ReferenceGroup.defined(statement) != variable) {
                super.rewrite(statement, out);
            } else if (statement instanceof Assign assign) {
                Expression value = rewrite(assign.value());
                current = variable.copy();
                out.add(new Declare(current, value, assign.origin()));
            } else if (!(statement instanceof Declare declare && declare.initial() == null)) {
                super.rewrite(statement, out);
                current = variable;
            }
        }

        @Override
        public Expression rewrite(Expression expression) {
            boolean isRead = expression instanceof Read read && read.variable() == variable;
            return isRead ? new Read(current) : rewriteChildren(expression);
        }
    }
}
