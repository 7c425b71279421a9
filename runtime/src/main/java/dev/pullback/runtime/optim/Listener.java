package dev.pullback.runtime.optim;

import java.util.Objects;

/**
 * Sees every iteration of a minimization and may end it.
 *
 * <pre>{@code
 * Listener print = progress -> {
 *     log.info(progress.iteration() + ": " + progress.value());
 *     return Listener.Decision.CONTINUE;
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Listener {

    /** What a listener wants next. */
    enum Decision {
        /** Go on. */
        CONTINUE,
        /** End the run at the current point. */
        STOP
    }

    /**
     * Called once for the start point and once after every iteration, before the stopping criterion, in the thread of
     * the run.
     *
     * @param progress the run, valid during the call only
     * @return whether to go on
     */
    Decision onIteration(Progress progress);

    /**
     * Calls this listener and then another one; the run ends if either wants so.
     *
     * @param next the listener to call second, also when this one stops the run
     * @return the combined listener
     */
    default Listener andThen(Listener next) {
        Objects.requireNonNull(next, "next is null");
        return progress -> {
            Decision first = onIteration(progress);
            Decision second = next.onIteration(progress);
            return first == Decision.STOP ? first : second;
        };
    }

    /**
     * A listener that does nothing.
     *
     * @return the listener
     */
    static Listener none() {
        return progress -> Decision.CONTINUE;
    }
}
