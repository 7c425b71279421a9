package golden.branch;

import dev.pullback.annotations.Differentiable;

/** Robust losses. */
public final class Huber {

    /** Not to be instantiated. */
    private Huber() {}

    /**
     * Quadratic near zero, linear beyond.
     *
     * @param r the residual
     * @param delta where the linear part begins
     * @return the loss
     */
    @Differentiable
    public static double huber(double r, double delta) {
        double a = Math.abs(r);
        if (a <= delta) {
            return 0.5 * r * r;
        }
        return delta * (a - 0.5 * delta);
    }
}
