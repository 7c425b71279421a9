package golden.stencil;

import dev.pullback.annotations.Differentiable;

/** Heat. */
public final class Rod {

    /** Not to be instantiated. */
    private Rod() {}

    /**
     * Heat in a rod after some steps, each in place from left to right.
     *
     * @param initial the temperatures at the start
     * @param k how much flows in a step
     * @param steps how many steps
     * @return the sum of squares of the inner temperatures at the end
     */
    @Differentiable(wrt = "k")
    public static double energy(double[] initial, double k, int steps) {
        double[] u = initial.clone();
        for (int s = 0; s < steps; s++) {
            for (int i = 1; i < u.length - 1; i++) {
                u[i] += k * (u[i - 1] - 2 * u[i] + u[i + 1]);
            }
        }
        double sum = 0;
        for (int i = u.length - 2; i > 0; i--) {
            sum += u[i] * u[i];
        }
        return sum;
    }

    /**
     * The same for a rod that is hot at one end.
     *
     * @param k how much flows in a step
     * @param n the number of points
     * @return the temperature in the middle after a step
     */
    @Differentiable
    public static double middle(double k, int n) {
        double[] u = new double[n];
        u[0] = k;
        for (int i = 1; i < n - 1; i++) {
            u[i] += k * (u[i - 1] - 2 * u[i] + u[i + 1]);
        }
        return u[n / 2];
    }
}
