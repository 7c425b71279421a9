package dev.pullback.processor.normalize;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Logical;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.While;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes jumps. A jump is the setting of a flag, and means that control goes to the end of the block that declares the flag.
 * What the jump skips moves into the other branch where that is possible, and is guarded by the flag where it is not; a loop
 * that is left tests the flag, and no longer counts. Flags that nobody tests disappear.
 */
final class StructureJumps {

    private final Set<Variable> jumps;
    private final Set<Variable> tested = new HashSet<>();

    private StructureJumps(Set<Variable> jumps) {
        this.jumps = jumps;
    }

    /** The function without jumps. */
    static Function apply(Function function, Set<Variable> jumps) {
        StructureJumps pass = new StructureJumps(jumps);
        List<Statement> structured = pass.structure(function.body().statements(), Set.of());
        return function.withBody(pass.new UntestedFlagRemover().rewrite(new Block(structured)));
    }

    /**
     * Structures statements in sequence.
     *
     * @param ending flags whose jumps lead right behind these statements, so that they need not be set
     */
    private List<Statement> structure(List<Statement> statements, Set<Variable> ending) {
        List<Statement> out = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            List<Statement> rest = statements.subList(i + 1, statements.size());
            Set<Variable> endingHere = rest.isEmpty() ? ending : Set.of();
            if (JumpReach.isJump(statement, jumps)) {
                if (!ending.contains(JumpReach.flag(statement))) {
                    out.add(statement);
                }
                return out;
            }
            JumpReach reach = JumpReach.of(statement, jumps);
            if (statement instanceof If branch
                    && !JumpReach.isScope(branch)
                    && !reach.isStraight()
                    && !rest.isEmpty()) {
                out.addAll(splitAround(branch, reach, rest, ending));
                return out;
            }
            structure(statement, endingHere, out);
            if (!reach.isStraight() && !rest.isEmpty()) {
                out.add(guarded(reach.exits(), rest, ending));
                return out;
            }
        }
        return out;
    }

    /** A branch that may jump, and what follows it: behind a branch that always jumps, only the other one gets there. */
    private List<Statement> splitAround(If branch, JumpReach reach, List<Statement> rest, Set<Variable> ending) {
        boolean trueCompletes =
                JumpReach.of(branch.whenTrue().statements(), jumps).completes();
        boolean falseCompletes =
                JumpReach.of(branch.whenFalse().statements(), jumps).completes();
        if (trueCompletes && falseCompletes) {
            List<Statement> out = new ArrayList<>();
            structure(branch, Set.of(), out);
            out.add(guarded(reach.exits(), rest, ending));
            return out;
        }
        List<Statement> whenTrue = concat(branch.whenTrue().statements(), trueCompletes ? rest : List.of());
        List<Statement> whenFalse = concat(branch.whenFalse().statements(), falseCompletes ? rest : List.of());
        return List.of(branch(branch, structure(whenTrue, ending), structure(whenFalse, ending)));
    }

    /** The branch with new contents; a jump that vanished may have left nothing to do when the condition holds. */
    private static If branch(If old, List<Statement> whenTrue, List<Statement> whenFalse) {
        if (whenTrue.isEmpty() && !whenFalse.isEmpty()) {
            Expression otherwise = new Unary(Unary.Operator.NOT, old.condition());
            return new If(otherwise, new Block(whenFalse), Block.EMPTY, old.origin());
        }
        return new If(old.condition(), new Block(whenTrue), new Block(whenFalse), old.origin());
    }

    private static List<Statement> concat(List<Statement> first, List<Statement> second) {
        List<Statement> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private Statement guarded(Set<Variable> flags, List<Statement> rest, Set<Variable> ending) {
        return new If(noneOf(flags), new Block(structure(rest, ending)), Block.EMPTY, Origin.NONE);
    }

    private Expression noneOf(Set<Variable> flags) {
        tested.addAll(flags);
        return flags.stream()
                .<Expression>map(flag -> new Unary(Unary.Operator.NOT, new Read(flag)))
                .reduce((all, unset) -> new Logical(Logical.Operator.AND, all, unset))
                .orElseThrow();
    }

    // ---- single statements ----

    private void structure(Statement statement, Set<Variable> ending, List<Statement> out) {
        if (JumpReach.isScope(statement)) {
            List<Statement> inner = ((If) statement).whenTrue().statements();
            Set<Variable> endingInside = new LinkedHashSet<>(ending);
            inner.stream()
                    .filter(Declare.class::isInstance)
                    .map(declare -> ((Declare) declare).variable())
                    .filter(jumps::contains)
                    .forEach(endingInside::add);
            out.addAll(structure(inner, endingInside));
        } else if (statement instanceof If branch) {
            List<Statement> whenTrue = structure(branch.whenTrue().statements(), ending);
            List<Statement> whenFalse = structure(branch.whenFalse().statements(), ending);
            out.add(branch(branch, whenTrue, whenFalse));
        } else if (statement instanceof CountedLoop loop) {
            structure(loop, out);
        } else if (statement instanceof While loop) {
            Set<Variable> exits = JumpReach.of(loop, jumps).exits();
            Block body = new Block(structure(loop.body().statements(), Set.of()));
            out.add(new While(unless(exits, loop.condition()), body, loop.origin(), loop.checkpointing()));
        } else {
            out.add(statement);
        }
    }

    private Expression unless(Set<Variable> exits, Expression condition) {
        if (exits.isEmpty()) {
            return condition;
        }
        Expression noExit = noneOf(exits);
        return condition.equals(Literal.TRUE) ? noExit : new Logical(Logical.Operator.AND, noExit, condition);
    }

    private void structure(CountedLoop loop, List<Statement> out) {
        Set<Variable> exits = JumpReach.of(loop, jumps).exits();
        if (exits.isEmpty()) {
            Block body = new Block(structure(loop.body().statements(), Set.of()));
            out.add(loop.withBody(body));
            return;
        }
        Read index = new Read(loop.index());
        Compare.Operator relation = loop.step() > 0 ? Compare.Operator.LESS : Compare.Operator.GREATER;
        Expression next = new Binary(Binary.Operator.ADD, index, Literal.of(loop.step()));
        List<Statement> body = concat(loop.body().statements(), List.of(new Assign(index, next, loop.origin())));
        out.add(new Declare(loop.index(), loop.from(), loop.origin()));
        out.add(new While(
                unless(exits, new Compare(relation, index, loop.to())),
                new Block(structure(body, Set.of())),
                loop.origin(),
                loop.checkpointing()));
    }

    // ---- clean-up ----

    private final class UntestedFlagRemover extends IrRewriter {
        @Override
        protected void rewrite(Statement statement, List<Statement> out) {
            boolean isFlag = statement instanceof Declare declare && isUntested(declare.variable())
                    || statement instanceof Assign assign
                            && isUntested(assign.target().root());
            if (!isFlag) {
                super.rewrite(statement, out);
            }
        }

        private boolean isUntested(Variable variable) {
            return jumps.contains(variable) && !tested.contains(variable);
        }
    }
}
