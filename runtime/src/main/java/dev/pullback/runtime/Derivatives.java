package dev.pullback.runtime;

/** What a differentiable method can say about its own derivatives. Stateless and thread-safe. */
public final class Derivatives {
    private Derivatives() {}

    /**
     * The value, as a constant: no derivative flows through it, in any mode.
     *
     * @param x a value
     * @return the same value
     */
    public static double stopGradient(double x) {
        return x;
    }

    /**
     * The value, as a constant: no derivative flows through it, in any mode.
     *
     * @param x a value
     * @return the same value
     */
    public static float stopGradient(float x) {
        return x;
    }
}
