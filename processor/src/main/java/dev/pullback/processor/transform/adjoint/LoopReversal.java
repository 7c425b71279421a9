package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.analysis.FreshArrays;
import dev.pullback.processor.analysis.InitialValues;
import dev.pullback.processor.analysis.LoopIndependence;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Pop;
import dev.pullback.processor.ir.Push;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.TapeSlot;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reverses counted loops in the mode that the {@link LoopPlan} chose, or a safer one where that is impossible. */
final class LoopReversal {

    /** A loop that is run and reversed at once, and what is left for the reverse sweep. */
    record Fused(List<Statement> forward, List<Statement> reverse) {}

    private final BlockReversal blocks;
    private final ActivityResult activity;
    private final ArrayRoots roots;
    private final Effects effects;
    private final FreshArrays fresh;
    private final LoopPlan plan;
    private final Bars bars;
    private final List<Expression> resultBars;
    private final CounterLoops counters;
    private final SelectionLoops selections;
    private final CheckpointLoops checkpoints;

    LoopReversal(
            BlockReversal blocks,
            Function primal,
            ActivityResult activity,
            ArrayRoots roots,
            LoopPlan plan,
            Bars bars,
            List<Expression> resultBars,
            CheckpointLoops checkpoints) {
        this.blocks = blocks;
        this.checkpoints = checkpoints;
        this.activity = activity;
        this.roots = roots;
        this.effects = new Effects(roots);
        this.fresh = new FreshArrays(primal, roots);
        this.plan = plan;
        this.bars = bars;
        this.resultBars = resultBars;
        this.counters = new CounterLoops(blocks, this, roots, new InitialValues(primal, effects));
        this.selections = new SelectionLoops(blocks, roots, activity);
    }

    /**
     * Two loops, one in each sweep.
     *
     * @param declared receives what the forward sweep declares and the reverse sweep reads
     */
    void reverse(CountedLoop loop, Sweeps sweeps, List<Declare> declared) {
        Optional<LoopIndependence.Result> independence = LoopIndependence.analyze(loop, roots);
        boolean isRepeated = plan.fallback(loop) == LoopPlan.Mode.RECOMPUTE || plan.repeats(loop);
        boolean recomputes = isRepeated && independence.isPresent() && canRecompute(loop, independence.get());
        if (!recomputes && plan.isCheckpointed(loop) && checkpoints.accepts(loop, loop.body())) {
            checkpoints.reverse(loop, sweeps);
            return;
        }
        if (independence.isEmpty() && (selections.reverse(loop, sweeps, declared) || counters.reverse(loop, sweeps))) {
            return;
        }
        if (independence.isEmpty()) {
            Sweeps body = blocks.recorded(loop.body());
            sweeps.forward(loop.withBody(body.forwardBlock()));
            if (!body.isPassive()) {
                sweeps.reverse(List.of(blocks.opposite(loop, body.reverseBlock())));
            }
            return;
        }
        List<Statement> pops = saveAccumulators(loop, independence.get(), sweeps);
        if (recomputes) {
            recompute(loop, independence.get(), sweeps);
        } else {
            store(loop, independence.get(), sweeps);
        }
        sweeps.reverse(pops);
    }

    private void store(CountedLoop loop, LoopIndependence.Result independence, Sweeps sweeps) {
        Sweeps body = blocks.without(independence.accumulators(), Set.of(), () -> blocks.recorded(loop.body()));
        sweeps.forward(loop.withBody(body.forwardBlock()));
        if (!body.isPassive()) {
            CountedLoop reverse = mustDescend(loop, independence)
                    ? blocks.opposite(loop, body.reverseBlock())
                    : loop.withBody(body.reverseBlock());
            sweeps.reverse(List.of(reverse));
        }
    }

    /**
     * Whether an independent loop must be reversed from its last iteration to its first: for a stack, or because several
     * iterations overwrote one element and the first one's old value must be restored last.
     */
    boolean mustDescend(CountedLoop loop, LoopIndependence.Result independence) {
        return plan.isDescending(loop)
                || !independence.accumulatorArrays().stream().allMatch(blocks::isSettled);
    }

    private void recompute(CountedLoop loop, LoopIndependence.Result independence, Sweeps sweeps) {
        Set<Variable> accumulated = new HashSet<>(independence.accumulators());
        accumulated.addAll(independence.accumulatorArrays());
        List<Statement> body = blocks.without(
                outside(independence), accumulated, () -> blocks.iteration(loop.body(), independence.accumulators()));
        sweeps.forward(loop);
        // In the order that the loop would have if it were recorded: sums of bars depend on it.
        boolean descends = plan.repeats(loop) && mustDescend(loop, independence);
        sweeps.reverse(List.of(descends ? blocks.opposite(loop, new Block(body)) : loop.withBody(new Block(body))));
    }

    /** The loop run and reversed at once, if the plan asks for it and the adjoints it needs are known here. */
    Optional<Fused> fuse(CountedLoop loop, List<Statement> after, Set<Variable> knownBars) {
        Optional<LoopIndependence.Result> independence = LoopIndependence.analyze(loop, roots);
        if (plan.mode(loop) != LoopPlan.Mode.FUSE
                || independence.isEmpty()
                || !isSelfContained(loop, independence.get(), after)) {
            return Optional.empty();
        }
        Map<Variable, Expression> seeds = new LinkedHashMap<>();
        EarlySeeds early = new EarlySeeds(effects, bars, knownBars, resultBars);
        for (Variable accumulator : sorted(loop, independence.get().accumulators())) {
            if (activity.isActive(accumulator)) {
                Optional<Expression> seed = early.seed(accumulator, loop, after);
                if (seed.isEmpty()) {
                    return Optional.empty();
                }
                seeds.put(accumulator, seed.get());
            }
        }
        plan.noteFused();
        Sweeps sweeps = new Sweeps();
        List<Statement> pops = saveAccumulators(loop, independence.get(), sweeps);
        sweeps.forward(fusedLoop(loop, independence.get(), seeds));
        return Optional.of(new Fused(sweeps.forwardStatements(), pops));
    }

    private List<Statement> fusedLoop(
            CountedLoop loop, LoopIndependence.Result independence, Map<Variable, Expression> seeds) {
        List<Statement> result = new ArrayList<>();
        Map<Variable, Variable> replaced = new LinkedHashMap<>();
        seeds.forEach((accumulator, seed) -> {
            Variable early = Variable.temporary(accumulator.name() + "Bar", accumulator.type());
            result.add(new Declare(early, seed, Origin.NONE));
            replaced.put(accumulator, bars.replace(accumulator, early));
        });
        List<Statement> body = blocks.without(
                outside(independence), Set.of(), () -> blocks.iteration(loop.body(), independence.accumulators()));
        replaced.forEach(bars::replace);
        result.add(loop.withBody(new Block(body)));
        return result;
    }

    /** An accumulator is saved once around the loop, not at every increment. */
    List<Statement> saveAccumulators(CountedLoop loop, LoopIndependence.Result independence, Sweeps sweeps) {
        List<Statement> pops = new ArrayList<>();
        for (Variable accumulator : sorted(loop, independence.accumulators())) {
            if (blocks.isSaved(accumulator)) {
                TapeSlot slot = new TapeSlot(accumulator.name(), accumulator.type());
                sweeps.forward(new Push(slot, new Read(accumulator), Origin.NONE));
                pops.add(new Pop(slot, new Read(accumulator), Origin.NONE));
            }
        }
        return pops;
    }

    private boolean isSelfContained(CountedLoop loop, LoopIndependence.Result independence, List<Statement> after) {
        boolean arraysPassive = independence.accumulatorArrays().stream().noneMatch(activity::isActive)
                && independence.elementwise().stream().noneMatch(activity::isActive);
        Set<Variable> overwritten = effects.written(after);
        overwritten.removeAll(independence.accumulators());
        boolean adjointsOpen = Walk.reads(loop.body()).stream()
                .anyMatch(v -> activity.isActive(v) && overwritten.contains(roots.root(v)));
        return arraysPassive
                && isFresh(loop, independence)
                && independence.elementwise().stream().noneMatch(array -> isOverwrittenAfterRead(loop, array))
                && !adjointsOpen;
    }

    private boolean canRecompute(CountedLoop loop, LoopIndependence.Result independence) {
        return isFresh(loop, independence)
                && !performs(loop)
                && independence.elementwise().stream()
                        .allMatch(array -> startsWithAssignment(loop, array) && !isOverwrittenAfterRead(loop, array));
    }

    /** Whether an iteration that saves nothing of the array would lose a value that its own reverse sweep may need. */
    private boolean isOverwrittenAfterRead(CountedLoop loop, Variable array) {
        return !blocks.isSettled(array) && isOverwrittenAfterRead(loop.body(), array, new boolean[1]);
    }

    /** In the order of the code; what an inner loop does first, it also does after what it does last. */
    private boolean isOverwrittenAfterRead(Block block, Variable array, boolean[] isRead) {
        for (Statement statement : block.statements()) {
            isRead[0] |= roots.evaluated(statement).stream().anyMatch(e -> effects.reads(e, array));
            Place target = Effects.target(statement);
            if (isRead[0] && target != null && roots.root(target) == array) {
                return true;
            }
            int runs = statement instanceof If ? 1 : 2;
            for (int run = 0; run < runs; run++) {
                if (Walk.blocks(statement).stream().anyMatch(b -> isOverwrittenAfterRead(b, array, isRead))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether an iteration does something that must happen once. */
    private static boolean performs(CountedLoop loop) {
        boolean[] result = {false};
        Walk.statements(loop.body(), s -> result[0] |= s instanceof Perform perform && !perform.isRepeatable());
        return result[0];
    }

    private boolean isFresh(CountedLoop loop, LoopIndependence.Result independence) {
        Set<Variable> arrays = fresh.before(loop);
        return arrays.containsAll(independence.accumulatorArrays()) && arrays.containsAll(independence.elementwise());
    }

    /** Whether running an iteration again gives the array's element the same values again. */
    private boolean startsWithAssignment(CountedLoop loop, Variable array) {
        for (Statement statement : loop.body().statements()) {
            if (statement instanceof Assign assign && roots.root(assign.target()) == array) {
                return ((ArrayType) array.type()).rank() == 1 && !effects.reads(assign.value(), array);
            }
            Set<Variable> mentioned = new HashSet<>(Walk.reads(new Block(List.of(statement))));
            mentioned.addAll(effects.written(List.of(statement)));
            if (mentioned.stream().anyMatch(v -> roots.root(v) == array)) {
                return false;
            }
        }
        return true;
    }

    private static Set<Variable> outside(LoopIndependence.Result independence) {
        Set<Variable> result = new HashSet<>(independence.accumulators());
        result.addAll(independence.accumulatorArrays());
        result.addAll(independence.elementwise());
        return result;
    }

    /** In the order of their first mention, so that generated code does not depend on hash codes. */
    private static List<Variable> sorted(CountedLoop loop, Set<Variable> variables) {
        List<Variable> result = new ArrayList<>();
        for (Variable variable : Walk.reads(loop.body())) {
            if (variables.contains(variable)) {
                result.add(variable);
            }
        }
        return result;
    }
}
