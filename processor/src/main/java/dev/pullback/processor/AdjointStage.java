package dev.pullback.processor;

import dev.pullback.processor.analysis.ActivityAnalysis;
import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.LoopIndependence;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CallCode;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.TapeSlot;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import dev.pullback.processor.optimize.LayOutTape;
import dev.pullback.processor.optimize.RemoveDeadCode;
import dev.pullback.processor.optimize.TapeLayout;
import dev.pullback.processor.transform.adjoint.AdjointTransform;
import dev.pullback.processor.transform.adjoint.ExpandWorkArrays;
import dev.pullback.processor.transform.adjoint.LoopPlan;
import dev.pullback.processor.transform.adjoint.RestoreArguments;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how to reverse each loop by trying: the first transform stores everything, dead-code removal shows what the tape
 * really holds, and loops that would keep a tape across their iterations are reversed iteration by iteration instead.
 */
final class AdjointStage {
    private final PrimalMethod method;
    private final boolean storeAll;
    private final Set<Variable> kept;
    private final AdjointTransform.Form form;
    private final LoopPlan plan = new LoopPlan();
    private Function primal;

    /**
     * For one function in normal form.
     *
     * @param form of the adjoint
     * @param storeAll whether values are recorded even if the reverse sweep does not need them
     * @param kept variables of the primal that are never read but whose computation may throw
     */
    AdjointStage(
            Function primal, PrimalMethod method, AdjointTransform.Form form, boolean storeAll, Set<Variable> kept) {
        this.form = form;
        this.primal = primal;
        this.method = method;
        this.storeAll = storeAll;
        this.kept = kept;
    }

    /** An adjoint, or what was made of one, as plain code: with its arguments restored and homes for all that it saves. */
    static Function layOut(Function recorded) {
        Function restored = RestoreArguments.apply(CallCode.apply(recorded));
        return LayOutTape.apply(restored, TapeLayout.of(restored));
    }

    /** How the tape of an adjoint with pushes and pops is laid out. */
    static TapeLayout tapeOf(Function recorded) {
        return TapeLayout.of(RestoreArguments.apply(recorded));
    }

    /** The adjoint, with pushes and pops. */
    Function record() {
        Trial trial = turn(plan());
        if (hasCheckpoints(primal.body())) {
            // Only now: the order of iterations is that of the adjoint without checkpoints.
            plan.useCheckpoints(loopsAroundCheckpoints());
            trial = turn(trial());
        }
        if (storeAll) {
            plan.saveSettledArrays();
            trial = trial();
        }
        refuse(DiagnosticCode.AD152, plan.unrepeatable());
        refuse(DiagnosticCode.AD153, plan.loopsInLoops());
        return storeAll ? withAllStored(trial.full()) : trial.pruned();
    }

    /** A stack that is popped in the order of its pushes cannot be kept; what needs one has turned the loop round. */
    private Function withAllStored(Function full) {
        Set<TapeSlot> impossible = TapeLayout.of(prune(full, slot -> true)).slotsInWrongDirection();
        return prune(full, slot -> !impossible.contains(slot) && slot.type() instanceof PrimitiveType);
    }

    private Trial turn(Trial first) {
        Trial trial = first;
        while (setDescending(trial.layout())) {
            trial = trial();
        }
        return trial;
    }

    /** Loops that must not record their iterations, because they are to be checkpointed or hold such a loop. */
    private Set<Variable> loopsAroundCheckpoints() {
        Set<Variable> result = new HashSet<>();
        Walk.statements(primal.body(), s -> {
            if (s instanceof CountedLoop loop && hasCheckpoints(Block.of(loop))) {
                result.add(loop.index());
            }
        });
        return result;
    }

    private static boolean hasCheckpoints(Block block) {
        boolean[] result = {false};
        Walk.statements(
                block,
                s -> result[0] |=
                        s instanceof CountedLoop c && c.checkpointing().isPresent()
                                || s instanceof While w && w.checkpointing().isPresent());
        return result[0];
    }

    private static void refuse(DiagnosticCode code, Set<Origin> loops) {
        for (Origin loop : loops) {
            throw new RefusedMethod(code, "", loop.line(), loop.text());
        }
    }

    /** The modes depend on what must be stored, not on whether this run stores more. */
    private Trial plan() {
        Set<Variable> tried = new HashSet<>();
        while (true) {
            Trial trial = trial();
            boolean changed = false;
            for (CountedLoop loop : trial.layout().loopsWithInnerTape()) {
                changed |= tried.add(loop.index()) && joinSweeps(loop);
            }
            if (!changed && tried.addAll(trial.layout().savedArrays())) {
                primal = ExpandWorkArrays.apply(primal, trial.layout().savedArrays());
                changed = true;
            }
            if (!changed) {
                return trial;
            }
        }
    }

    private boolean joinSweeps(CountedLoop loop) {
        CountedLoop original = find(loop.index(), primal.body());
        if (original == null
                || LoopIndependence.analyze(original, new ArrayRoots(primal)).isEmpty()) {
            return false;
        }
        // Inside another loop's iteration the tape is small and used again at once: storing beats computing twice.
        boolean isOutermost = primal.body().statements().contains(original);
        plan.fuse(original, isOutermost ? LoopPlan.Mode.RECOMPUTE : LoopPlan.Mode.STORE);
        return true;
    }

    private boolean setDescending(TapeLayout layout) {
        boolean changed = false;
        for (Variable index : layout.wrongDirections()) {
            changed |= plan.setDescending(index);
        }
        return changed;
    }

    /**
     * What a plan leads to.
     *
     * @param full the adjoint with all that it might need
     * @param pruned what it needs of that
     * @param layout where the latter keeps its tape
     */
    private record Trial(Function full, Function pruned, TapeLayout layout) {}

    private Trial trial() {
        ActivityResult activity = ActivityAnalysis.analyze(
                primal, method.independents(), form == AdjointTransform.Form.PULLBACK ? method.outputs() : List.of());
        Function full = AdjointTransform.apply(primal, method, activity, plan, form);
        Function pruned = prune(full, slot -> false);
        return new Trial(full, pruned, TapeLayout.of(pruned));
    }

    private Function prune(Function adjoint, Predicate<TapeSlot> keptSlots) {
        Set<Variable> throwing = form == AdjointTransform.Form.GRADIENT ? kept : Set.of();
        return RemoveDeadCode.apply(adjoint, keptSlots, throwing);
    }

    private static @Nullable CountedLoop find(Variable index, Block block) {
        CountedLoop[] found = {null};
        Walk.statements(block, s -> {
            if (s instanceof CountedLoop loop && loop.index() == index) {
                found[0] = loop;
            }
        });
        return found[0];
    }
}
