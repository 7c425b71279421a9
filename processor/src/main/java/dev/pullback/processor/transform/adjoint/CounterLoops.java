package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.InitialValues;
import dev.pullback.processor.analysis.LoopCounters;
import dev.pullback.processor.analysis.LoopIndependence;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Pop;
import dev.pullback.processor.ir.Push;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.TapeSlot;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reverses loops that would be independent but for counters such as the {@code k} of {@code a[k++]}, in nested loops, too. The
 * reverse loop runs from first to last and takes the counters' steps along, so that it needs their value from before the loop
 * only.
 */
final class CounterLoops {
    private final BlockReversal blocks;
    private final LoopReversal loops;
    private final ArrayRoots roots;
    private final InitialValues initialValues;

    CounterLoops(BlockReversal blocks, LoopReversal loops, ArrayRoots roots, InitialValues initialValues) {
        this.blocks = blocks;
        this.loops = loops;
        this.roots = roots;
        this.initialValues = initialValues;
    }

    /** Reverses the loop; returns false, having done nothing, if it is not of this kind. */
    boolean reverse(CountedLoop loop, Sweeps sweeps) {
        Set<Variable> counters = LoopCounters.of(loop);
        Optional<LoopIndependence.Result> independence = LoopIndependence.analyze(loop, roots, counters);
        if (counters.isEmpty() || independence.isEmpty() || !isAscending(loop, counters)) {
            return false;
        }
        List<Statement> restored = loops.saveAccumulators(loop, independence.get(), sweeps);
        List<Statement> starts = new ArrayList<>();
        List<Statement> restarts = new ArrayList<>();
        for (Variable counter : counters) {
            Expression start = start(loop, counter, sweeps, starts);
            starts.add(new Assign(new Read(counter), start, Origin.NONE));
            restarts.add(new Assign(new Read(counter), start, Origin.NONE));
        }
        Sweeps both = blocks.without(independence.get().accumulators(), Set.of(), () -> follow(loop, counters));
        sweeps.forward(both.forwardStatements());
        sweeps.reverse(restarts);
        sweeps.reverse(both.reverseStatements());
        sweeps.reverse(starts);
        sweeps.reverse(restored);
        return true;
    }

    /** Whether the loop and the inner loops that take steps may be reversed in their own direction. */
    private boolean isAscending(CountedLoop loop, Set<Variable> counters) {
        Optional<LoopIndependence.Result> independence = LoopIndependence.analyze(loop, roots, counters);
        return independence.isPresent()
                && !loops.mustDescend(loop, independence.get())
                && (!LoopCounters.hasInnerSteps(loop.body(), counters)
                        || loop.body().statements().stream().allMatch(s -> canFollow(s, counters)));
    }

    private boolean canFollow(Statement statement, Set<Variable> counters) {
        if (statement instanceof Declare d) {
            return initialValues.isRepeatable(d);
        }
        return !(statement instanceof CountedLoop inner) || isAscending(inner, counters);
    }

    private Expression start(CountedLoop loop, Variable counter, Sweeps sweeps, List<Statement> starts) {
        Optional<Expression> initial = initialValues.before(loop, counter);
        if (initial.isPresent()) {
            return initial.get();
        }
        Variable start = Variable.temporary(counter.name() + "Start", counter.type());
        TapeSlot slot = new TapeSlot(start.name(), start.type());
        sweeps.forward(new Push(slot, new Read(counter), Origin.NONE));
        starts.add(new Declare(start, null, Origin.NONE));
        starts.add(new Pop(slot, new Read(start), Origin.NONE));
        return new Read(start);
    }

    /** Both sweeps of a loop, of which the reverse one finds and leaves the counters as the forward one does. */
    private Sweeps follow(CountedLoop loop, Set<Variable> counters) {
        Sweeps body = LoopCounters.hasInnerSteps(loop.body(), counters)
                ? followInner(loop.body(), counters)
                : followSteps(loop.body(), counters);
        Sweeps result = new Sweeps();
        result.forward(loop.withBody(body.forwardBlock()));
        result.reverse(List.of(loop.withBody(body.reverseBlock())));
        return result;
    }

    private Sweeps followInner(Block body, Set<Variable> counters) {
        Sweeps result = new Sweeps();
        List<Statement> reverse = new ArrayList<>();
        for (Statement statement : body.statements()) {
            if (statement instanceof CountedLoop inner) {
                Sweeps both = follow(inner, counters);
                result.forward(both.forwardStatements());
                reverse.addAll(both.reverseStatements());
            } else {
                result.forward(statement);
                reverse.add(statement);
            }
        }
        result.reverse(reverse);
        return result;
    }

    /** The reverse sweep starts with all steps taken, takes them back one by one, and takes them all again at its end. */
    private Sweeps followSteps(Block body, Set<Variable> counters) {
        List<Statement> steps = body.statements().stream()
                .filter(s -> LoopCounters.isStepOf(s, counters))
                .toList();
        Sweeps both = blocks.recorded(body);
        List<Statement> ahead = new ArrayList<>(steps);
        List<Statement> reverse = new ArrayList<>(both.reverseStatements());
        while (cancel(ahead, reverse)) {}
        Sweeps result = new Sweeps();
        result.forward(both.forwardStatements());
        result.reverse(steps);
        result.reverse(reverse);
        result.reverse(ahead);
        return result;
    }

    /** Removes the last step if the first thing that happens to its counter afterwards is that it is taken back. */
    private static boolean cancel(List<Statement> ahead, List<Statement> reverse) {
        if (ahead.isEmpty()) {
            return false;
        }
        Assign step = (Assign) ahead.get(ahead.size() - 1);
        Variable counter = step.target().root();
        for (Statement statement : reverse) {
            if (statement.equals(LoopCounters.undo(step))) {
                reverse.remove(statement);
                ahead.remove(ahead.size() - 1);
                return true;
            }
            boolean mentions = Walk.reads(Block.of(statement)).contains(counter);
            if (mentions
                    || statement instanceof Assign assign && assign.target().root() == counter) {
                return false;
            }
        }
        return false;
    }
}
