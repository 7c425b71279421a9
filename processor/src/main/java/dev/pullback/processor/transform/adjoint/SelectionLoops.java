package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.RunningSelections;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Pop;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Push;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.TapeSlot;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.rules.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reverses loops that only pick, like a running maximum: the forward loop notes which iteration was taken last, and the reverse
 * sweep runs and reverses that one alone.
 */
final class SelectionLoops {
    private final BlockReversal blocks;
    private final ArrayRoots roots;
    private final ActivityResult activity;

    SelectionLoops(BlockReversal blocks, ArrayRoots roots, ActivityResult activity) {
        this.blocks = blocks;
        this.roots = roots;
        this.activity = activity;
    }

    /**
     * Reverses the loop; returns false, having done nothing, if it is not of this kind.
     *
     * @param declared receives the notes, which a reverse sweep elsewhere must find again
     */
    boolean reverse(CountedLoop loop, Sweeps sweeps, List<Declare> declared) {
        Optional<RunningSelections.Result> found = RunningSelections.of(loop, roots, activity);
        if (found.isEmpty()) {
            return false;
        }
        Set<Variable> written = found.get().written();
        List<Statement> restored = new ArrayList<>();
        for (Variable variable : written) {
            if (blocks.isSaved(variable)) {
                TapeSlot slot = new TapeSlot(variable.name(), variable.type());
                sweeps.forward(new Push(slot, new Read(variable), Origin.NONE));
                restored.add(new Pop(slot, new Read(variable), Origin.NONE));
            }
        }
        sweeps.reverse(restored);
        List<Statement> body = new ArrayList<>(loop.body().statements());
        for (RunningSelections.Selection selection : found.get().selections()) {
            Variable at = new Variable(selection.variable().name() + "At", PrimitiveType.INT);
            declared.add(new Declare(at, null, Origin.NONE));
            sweeps.forward(new Declare(at, none(loop), Origin.NONE));
            body.replaceAll(s -> s == selection.statement() ? noting(selection, at, loop) : s);
            sweeps.reverse(List.of(taken(selection, at, loop, written)));
        }
        sweeps.forward(loop.withBody(new Block(body)));
        return true;
    }

    /** A value that the loop's index never has. */
    private static Expression none(CountedLoop loop) {
        boolean isNatural = loop.step() > 0 && loop.from() instanceof Literal from && (Integer) from.value() >= 0;
        return isNatural ? Literal.of(-1) : loop.to();
    }

    private static Statement noting(RunningSelections.Selection selection, Variable at, CountedLoop loop) {
        Statement note = new Assign(new Read(at), new Read(loop.index()), Origin.NONE);
        if (selection.statement() instanceof If s) {
            List<Statement> taken = new ArrayList<>(s.whenTrue().statements());
            taken.add(note);
            return new If(s.condition(), new Block(taken), Block.EMPTY, s.origin());
        }
        Assign choice = (Assign) selection.statement();
        Call call = (Call) choice.value();
        Compare takesFirst = (Compare) RuleTable.find(call)
                .orElseThrow()
                .selection()
                .orElseThrow()
                .condition()
                .apply(call.arguments());
        boolean isKeptFirst = call.arguments().get(0).equals(choice.target());
        Expression isTaken = isKeptFirst ? ExpressionAdjoint.not(takesFirst) : takesFirst;
        // Most iterations are below the maximum so far: a branch is faster than waiting for the last iteration's
        // result.
        Statement first = new If(isTaken, Block.of(note), Block.EMPTY, choice.origin());
        return new If(
                ExpressionAdjoint.not(staysBeyondDoubt(takesFirst, isKeptFirst)),
                new Block(List.of(first, choice)),
                Block.EMPTY,
                choice.origin());
    }

    /** Where this holds the choice is the kept argument, to the bit: no tie, not even of zeros, and no NaN. */
    private static Compare staysBeyondDoubt(Compare takesFirst, boolean isKeptFirst) {
        boolean isMaximum = takesFirst.operator() == Compare.Operator.GREATER_EQUAL;
        return new Compare(
                isMaximum == isKeptFirst ? Compare.Operator.GREATER : Compare.Operator.LESS,
                takesFirst.left(),
                takesFirst.right());
    }

    private Statement taken(
            RunningSelections.Selection selection, Variable at, CountedLoop loop, Set<Variable> written) {
        List<Statement> iteration = new ArrayList<>();
        iteration.add(new Declare(loop.index(), new Read(at), Origin.NONE));
        iteration.addAll(selection.iteration());
        iteration.add(new Assign(
                new Read(selection.variable()),
                selection.value(),
                origin(selection.statement(), selection.variable())));
        List<Statement> reversed =
                blocks.without(written, Set.of(), () -> blocks.joint(new Block(iteration), List.of(), Set.of()));
        Expression isAny = new Compare(Compare.Operator.NOT_EQUAL, new Read(at), none(loop));
        return new If(isAny, new Block(reversed), Block.EMPTY, loop.origin());
    }

    private static Origin origin(Statement statement, Variable variable) {
        if (statement instanceof If s) {
            return s.whenTrue().statements().stream()
                    .filter(inner -> inner instanceof Assign a && a.target().equals(new Read(variable)))
                    .map(inner -> ((Assign) inner).origin())
                    .findFirst()
                    .orElse(s.origin());
        }
        return ((Assign) statement).origin();
    }
}
