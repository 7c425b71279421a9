package dev.pullback.runtime.optim;

import dev.pullback.runtime.optim.run.Arguments;
import dev.pullback.runtime.optim.run.Vectors;

/**
 * A learning rate as a function of the number of steps already taken.
 *
 * <p>A schedule has no state, so that a resumed run continues where it stopped, and is thread-safe; {@link PlateauSchedule},
 * which follows the losses, is the exception.
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
        Arguments.requirePositive(factor, "factor");
        return step -> first * Math.pow(factor, (double) step / steps);
    }

    /**
     * A staircase: {@code first * factor^floor(step / every)}.
     *
     * @param first the rate at step 0
     * @param factor the factor from one stair to the next, positive
     * @param every the length of a stair, at least 1
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    static Schedule step(double first, double factor, long every) {
        requireRate(first, "first");
        Arguments.requirePositive(factor, "factor");
        Arguments.requireAtLeast(every, 1, "every");
        return step -> first * Vectors.power(factor, step / every);
    }

    /**
     * Polynomial decay: {@code last + (first - last) (1 - step / steps)^power}, and {@code last} from then on; linear with the
     * power 1.
     *
     * @param first the rate at step 0
     * @param last the rate at step {@code steps} and later
     * @param power the exponent, positive
     * @param steps the length of the decay, at least 1
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    static Schedule polynomial(double first, double last, double power, long steps) {
        requireRate(first, "first");
        requireRate(last, "last");
        Arguments.requirePositive(power, "power");
        requireSteps(steps);
        return step -> step >= steps ? last : last + (first - last) * Math.pow(1.0 - (double) step / steps, power);
    }

    /**
     * Cosine decay with warm restarts: each period runs from {@code first} to {@code last} along half a cosine wave, and is
     * {@code growth} times as long as the one before.
     *
     * <p>Source: Loshchilov and Hutter 2017, "SGDR: Stochastic Gradient Descent with Warm Restarts", section 3.
     *
     * @param first the rate at the start of a period
     * @param last the rate that a period approaches
     * @param period the length of the first period, at least 1
     * @param growth the factor from one length to the next, at least 1
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    static Schedule warmRestarts(double first, double last, long period, int growth) {
        requireRate(first, "first");
        requireRate(last, "last");
        Arguments.requireAtLeast(period, 1, "period");
        Arguments.requireAtLeast(growth, 1, "growth");
        return step -> {
            long length = period;
            long inside = growth == 1 ? step % period : step;
            while (inside >= length) {
                inside -= length;
                length *= growth;
            }
            return last + 0.5 * (first - last) * (1.0 + Math.cos(Math.PI * ((double) inside / length)));
        };
    }

    /**
     * One cycle: up from {@code peak / 25} to the peak in the first three tenths of the steps, down to {@code peak / 250,000}
     * in the others, along half cosine waves.
     *
     * <p>Source: Smith and Topin 2018, "Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates".
     *
     * @param peak the largest rate
     * @param steps the length of the cycle, at least 2; the last rate stays
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    static Schedule oneCycle(double peak, long steps) {
        requireRate(peak, "peak");
        Arguments.requireAtLeast(steps, 2, "steps");
        long rise = Math.max(1, Math.round(0.3 * steps));
        Schedule up = cosine(peak / 25.0, peak, rise);
        Schedule down = cosine(peak, peak / 250_000.0, Math.max(1, steps - rise));
        return step -> step < rise ? up.at(step) : down.at(step - rise);
    }

    /**
     * This schedule after a warm-up: the rates of the first steps grow linearly to its first one, which then starts at its
     * step 0.
     *
     * @param steps the length of the warm-up, at least 1; step k of it has the share {@code (k + 1) / (steps + 1)}
     * @return the schedule
     * @throws IllegalArgumentException if {@code steps} is less than 1
     */
    default Schedule afterWarmUp(long steps) {
        requireSteps(steps);
        return step -> step < steps ? at(0) * ((step + 1.0) / (steps + 1.0)) : at(step - steps);
    }

    private static double requireRate(double rate, String name) {
        return Arguments.requireNotNegative(rate, name);
    }

    private static void requireSteps(long steps) {
        Arguments.requireAtLeast(steps, 1, "steps");
    }
}
