package dev.pullback.processor.normalize;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Throw;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.While;
import dev.pullback.processor.ir.Zeros;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives a first value to variables that are no longer definitely assigned. The user's code was, but a flag in the place of a
 * jump hides that from javac, which would reject the generated code.
 */
final class InitializeVariables {

    private final Set<Variable> doubtful = new HashSet<>();
    private final Set<Variable> unset = new HashSet<>();

    private InitializeVariables() {}

    /** The function with an initial value wherever a read could come first. */
    static Function apply(Function function) {
        InitializeVariables pass = new InitializeVariables();
        pass.visit(function.body(), new HashSet<>());
        if (pass.doubtful.isEmpty()) {
            return function;
        }
        return function.withBody(pass.new Initializer().rewrite(function.body()));
    }

    /** Follows definite assignment (JLS 16): {@code assigned} is extended by what the block surely assigns. */
    private void visit(Block block, Set<Variable> assigned) {
        for (Statement statement : block.statements()) {
            visit(statement, assigned);
        }
    }

    private void visit(Statement statement, Set<Variable> assigned) {
        if (statement instanceof Declare declare) {
            if (declare.initial() == null) {
                unset.add(declare.variable());
                assigned.remove(declare.variable());
            } else {
                read(declare.initial(), assigned);
            }
        } else if (statement instanceof Assign assign) {
            read(assign.value(), assigned);
            if (assign.target() instanceof Read) {
                assigned.add(assign.target().root());
            } else {
                read(assign.target(), assigned);
            }
        } else if (statement instanceof If branch) {
            read(branch.condition(), assigned);
            Set<Variable> other = new HashSet<>(assigned);
            visit(branch.whenTrue(), assigned);
            visit(branch.whenFalse(), other);
            assigned.retainAll(other);
        } else if (statement instanceof CountedLoop loop) {
            read(loop.from(), assigned);
            read(loop.to(), assigned);
            visit(loop.body(), new HashSet<>(assigned));
        } else if (statement instanceof While loop) {
            read(loop.condition(), assigned);
            visit(loop.body(), new HashSet<>(assigned));
        } else if (statement instanceof Return exit) {
            exit.values().forEach(value -> read(value, assigned));
        } else if (statement instanceof Throw exit) {
            read(exit.exception(), assigned);
            // Nothing comes after it, so that whatever is asked of the code behind it holds.
            assigned.addAll(unset);
        } else {
            new ReadFinder(assigned).rewriteStatement(statement);
        }
    }

    private void read(Expression expression, Set<Variable> assigned) {
        new ReadFinder(assigned).rewrite(expression);
    }

    private final class ReadFinder extends IrRewriter {
        private final Set<Variable> assigned;

        ReadFinder(Set<Variable> assigned) {
            this.assigned = assigned;
        }

        void rewriteStatement(Statement statement) {
            rewriteChildren(statement);
        }

        @Override
        public Expression rewrite(Expression expression) {
            if (expression instanceof Read read
                    && unset.contains(read.variable())
                    && !assigned.contains(read.variable())) {
                doubtful.add(read.variable());
            }
            return super.rewrite(expression);
        }
    }

    private final class Initializer extends IrRewriter {
        @Override
        protected void rewrite(Statement statement, List<Statement> out) {
            if (statement instanceof Declare declare && doubtful.contains(declare.variable())) {
                out.add(new Declare(
                        declare.variable(), Zeros.of(declare.variable().type()), declare.origin()));
            } else {
                super.rewrite(statement, out);
            }
        }
    }
}
