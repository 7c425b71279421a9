package golden.least_squares;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

/** Fits of curves to data. */
public final class LeastSquares {

    /** Not to be instantiated. */
    private LeastSquares() {}

    /**
     * The sum of squared residuals of an exponential decay.
     *
     * @param amplitude value at time zero
     * @param rate rate of decay
     * @param time times
     * @param measured values at these times
     * @return half the sum of squares
     */
    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double residual(
            double amplitude, double rate, @Passive double[] time, @Passive double[] measured) {
        double sum = 0;
        for (int i = 0; i < time.length; i++) {
            double r = model(amplitude, rate, time[i]) - measured[i];
            sum += r * r;
        }
        return 0.5 * sum;
    }

    /**
     * The exponential decay.
     *
     * @param amplitude value at time zero
     * @param rate rate of decay
     * @param t time
     * @return the value at that time
     */
    private static double model(double amplitude, double rate, double t) {
        return amplitude * Math.exp(-rate * t);
    }
}
