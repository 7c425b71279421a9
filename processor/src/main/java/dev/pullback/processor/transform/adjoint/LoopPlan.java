package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How each counted loop is reversed. Loops are known by their index variable, which is unique. */
public final class LoopPlan {

    /** The ways to reverse a loop. */
    public enum Mode {
        /** Two loops, one in each sweep; values cross on the tape. */
        STORE,
        /** The reverse loop runs each iteration forward again before it reverses it; nothing crosses. */
        RECOMPUTE,
        /** One loop: each iteration is run and reversed at once, because the adjoints it needs are known beforehand. */
        FUSE
    }

    private final Map<Variable, Mode> modes = new HashMap<>();
    private final Map<Variable, Mode> fallbacks = new HashMap<>();
    private final Set<Variable> descending = new HashSet<>();
    private boolean usesSettledArrays = true;
    private boolean fused;

    /** Makes the transform save arrays, too, that are never overwritten after they were read. */
    public void saveSettledArrays() {
        usesSettledArrays = false;
    }

    boolean usesSettledArrays() {
        return usesSettledArrays;
    }

    /** The mode of a loop, {@link Mode#STORE} unless set. */
    public Mode mode(CountedLoop loop) {
        return modes.getOrDefault(loop.index(), Mode.STORE);
    }

    /** What to do with a loop that was to be fused but cannot be. */
    Mode fallback(CountedLoop loop) {
        return fallbacks.getOrDefault(loop.index(), mode(loop));
    }

    /** Fuses a loop if that is possible, and else reverses it in the mode {@code fallback}. */
    public void fuse(CountedLoop loop, Mode fallback) {
        modes.put(loop.index(), Mode.FUSE);
        fallbacks.put(loop.index(), fallback);
    }

    /** Forgets whether a loop was fused. */
    void startTransform() {
        fused = false;
    }

    /** Says that a loop was fused. */
    void noteFused() {
        fused = true;
    }

    /** Whether the last transform fused a loop. */
    boolean isFused() {
        return fused;
    }

    /** Whether the reverse loop of an independent loop must count down, because a tape inside is a stack. */
    public boolean isDescending(CountedLoop loop) {
        return descending.contains(loop.index());
    }

    /** Makes a reverse loop count down; returns whether that is news. */
    public boolean setDescending(Variable index) {
        return descending.add(index);
    }
}
