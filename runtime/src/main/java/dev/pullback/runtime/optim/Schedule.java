package dev.pullback.runtime.optim;

/**
 * A learning rate as a function of the number of steps already taken.
 *
 * <p>A schedule has no state, so that a resumed run continues where it stopped; implementations are thread-safe.
 */
@FunctionalInterface
public interface Schedule {

    /**
     * The learning rate of one step.
     *
     * @param step the number of steps taken before this one, from 0
     * @return the learning rate, finite and not negative
     */
    double at(long step);

    /**
     * The same rate at every step.
     *
     * @param rate the rate
     * @return the schedule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    static Schedule constant(double rate) {
        double checked = requireRate(rate, "rate");
        return step -> checked;
    }

    /**
     * Half a cosine wave from one rate to another: {@code last + (first - last) (1 + cos(pi step / steps)) / 2}, and
     * {@code last} from then on.
     *
     * <p>Source: Loshchilov and Hutter 2017, "SGDR: Stochastic Gradient Descent with Warm Restarts", equation (5),
     * without restarts.
     *
     * @param first the rate at step 0
     * @param last the rate at step {@code steps} and later
     * @param steps the length of the decay, at least 1
     * @return the schedule
     * @throws IllegalArgumentException if a rate is negative or not finite, or {@code steps} is less than 1
     */
    static Schedule cosine(double first, double last, long steps) {
        requireRate(first, "first");
        requireRate(last, "last");
        requireSteps(steps);
        return step -> step >= steps
                ? last
                : last + 0.5 * (first - last) * (1.0 + Math.cos(Math.PI * ((double) step / steps)));
    }

    /**
     * Exponential decay: {@code first * factor^(step / steps)}, with a real-valued exponent.
     *
     * @param first the rate at step 0
     * @param factor the decay over {@code steps} steps, positive
     * @param steps the number of steps for one factor, at least 1
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    static Schedule exponential(double first, double factor, long steps) {
        requireRate(first, "first");
        requireSteps(steps);
        if (!(factor > 0.0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("factor must be positive and finite, is " + factor);
        }
        return step -> first * Math.pow(factor, (double) step / steps);
    }

    private static double requireRate(double rate, String name) {
        if (!(rate >= 0.0 && Double.isFinite(rate))) {
            throw new IllegalArgumentException(name + " must be finite and not negative, is " + rate);
        }
        return rate;
    }

    private static void requireSteps(long steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1, is " + steps);
        }
    }
}
