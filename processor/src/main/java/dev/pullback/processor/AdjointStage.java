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
    private Function primal;

    /**
     * For one function in normal form.
     *
     * @param storeAll whether values are recorded even if the reverse sweep does not need them
     * @param kept variables of the primal that are never read but whose computation may throw
     */
    AdjointStage(Function primal, PrimalMethod method, boolean storeAll, Set<Variable> kept) {
        this.primal = primal;
        this.method = method;
        this.storeAll = storeAll;
        this.kept = kept;
    }

    /** The adjoint in one form, its tape laid out. */
    Function derive(AdjointTransform.Form form) {
        return layOut(record(form));
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

    /** The adjoint in one form, with pushes and pops. */
    Function record(AdjointTransform.Form form) {
        LoopPlan plan = new LoopPlan();
        plan(form, plan);
        turn(form, plan);
        if (hasCheckpoints(primal.body())) {
            // Only now: the order of iterations is that of the adjoint without checkpoints.
            plan.useCheckpoints(loopsAroundCheckpoints());
            turn(form, plan);
        }
        if (storeAll) {
            plan.saveSettledArrays();
        }
        Function full = transform(form, plan);
        refuse(DiagnosticCode.AD152, plan.unrepeatable());
        refuse(DiagnosticCode.AD153, plan.loopsInLoops());
        Function adjoint = prune(full, form, slot -> false);
        if (storeAll) {
            // A stack that is popped in the order of its pushes cannot be kept; what needs one has turned the loop
            // round.
            Set<TapeSlot> impossible =
                    TapeLayout.of(prune(full, form, slot -> true)).slotsInWrongDirection();
            adjoint = prune(full, form, slot -> !impossible.contains(slot) && slot.type() instanceof PrimitiveType);
        }
        return adjoint;
    }

    private void turn(AdjointTransform.Form form, LoopPlan plan) {
        while (turn(plan, TapeLayout.of(prune(transform(form, plan), form, slot -> false)))) {}
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
    private void plan(AdjointTransform.Form form, LoopPlan plan) {
        Set<Variable> tried = new HashSet<>();
        boolean changed = true;
        while (changed) {
            TapeLayout layout = TapeLayout.of(prune(transform(form, plan), form, slot -> false));
            changed = false;
            for (CountedLoop loop : layout.loopsWithInnerTape()) {
                changed |= tried.add(loop.index()) && joinSweeps(loop, plan);
            }
            if (!changed && tried.addAll(layout.savedArrays())) {
                primal = ExpandWorkArrays.apply(primal, layout.savedArrays());
                changed = true;
            }
        }
    }

    private boolean joinSweeps(CountedLoop loop, LoopPlan plan) {
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

    private static boolean turn(LoopPlan plan, TapeLayout layout) {
        boolean changed = false;
        for (Variable index : layout.wrongDirections()) {
            changed |= plan.setDescending(index);
        }
        return changed;
    }

    private Function transform(AdjointTransform.Form form, LoopPlan plan) {
        ActivityResult activity = ActivityAnalysis.analyze(
                primal, method.independents(), form == AdjointTransform.Form.PULLBACK ? method.outputs() : List.of());
        return AdjointTransform.apply(primal, method, activity, plan, form);
    }

    private Function prune(Function adjoint, AdjointTransform.Form form, Predicate<TapeSlot> keptSlots) {
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
