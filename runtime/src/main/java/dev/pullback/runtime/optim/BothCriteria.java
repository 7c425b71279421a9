package dev.pullback.runtime.optim;

import org.jspecify.annotations.Nullable;

/** Stops when two criteria do after the same iteration; asks both every time, because a criterion may count its calls. */
record BothCriteria(StoppingCriterion first, StoppingCriterion second) implements StoppingCriterion {

    @Override
    public @Nullable StopReason check(Progress progress) {
        StopReason firstReason = first.check(progress);
        StopReason secondReason = second.check(progress);
        return secondReason != null ? firstReason : null;
    }

    @Override
    public void begin() {
        first.begin();
        second.begin();
    }
}
