package dev.pullback.runtime.optim;

import org.jspecify.annotations.Nullable;

/** Stops when one of two criteria does; asks both every time, because a criterion may count its calls. */
record EitherCriterion(StoppingCriterion first, StoppingCriterion second) implements StoppingCriterion {

    @Override
    public @Nullable StopReason check(Progress progress) {
        StopReason firstReason = first.check(progress);
        StopReason secondReason = second.check(progress);
        return firstReason != null ? firstReason : secondReason;
    }

    @Override
    public void begin() {
        first.begin();
        second.begin();
    }
}
