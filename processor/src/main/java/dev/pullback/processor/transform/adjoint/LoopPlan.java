package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.While;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
    private final Set<Variable> repeated = new HashSet<>();
    private boolean usesCheckpoints;
    private final Set<Origin> loopsInLoops = new LinkedHashSet<>();
    private final Set<Origin> unrepeatable = new LinkedHashSet<>();
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

    /** Forgets what the last transform found out. */
    void startTransform() {
        fused = false;
        loopsInLoops.clear();
        unrepeatable.clear();
    }

    /** Says that a loop was fused. */
    void noteFused() {
        fused = true;
    }

    /** Whether the last transform fused a loop. */
    boolean isFused() {
        return fused;
    }

    /** Makes the transform reverse marked loops from snapshots, and repeat the iterations of independent loops around them. */
    public void useCheckpoints(Set<Variable> loopsToRepeat) {
        repeated.addAll(loopsToRepeat);
        usesCheckpoints = true;
    }

    /** Whether an independent loop must not be recorded: its iterations run again instead, in the order of a recorded loop. */
    boolean repeats(CountedLoop loop) {
        return repeated.contains(loop.index()) && mode(loop) == Mode.STORE;
    }

    /** Whether a loop is to be reversed from snapshots. */
    boolean isCheckpointed(CountedLoop loop) {
        return usesCheckpoints && loop.checkpointing().isPresent();
    }

    /** Whether a loop is to be reversed from snapshots. */
    boolean isCheckpointed(While loop) {
        return usesCheckpoints && loop.checkpointing().isPresent();
    }

    /** Says that a loop cannot be reversed from snapshots, because it stands in a loop that is recorded, or otherwise. */
    void refuseCheckpoints(Statement loop, boolean isInLoop) {
        (isInLoop ? loopsInLoops : unrepeatable).add(loop.origin());
    }

    /** The loops to be reversed from snapshots that stand in loops which are recorded themselves. */
    public Set<Origin> loopsInLoops() {
        return loopsInLoops;
    }

    /** The loops to be reversed from snapshots of which an iteration cannot be run twice. */
    public Set<Origin> unrepeatable() {
        return unrepeatable;
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
