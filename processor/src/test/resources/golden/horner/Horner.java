package golden.horner;

import dev.pullback.annotations.Differentiable;

/** Polynomials. */
public final class Horner {

    /** Not to be instantiated. */
    private Horner() {}

    /**
     * A polynomial by Horner's scheme.
     *
     * @param x where
     * @param c coefficients, from the constant one upwards
     * @return the value
     */
    @Differentiable
    public static double polynomial(double x, double[] c) {
        double p = 0;
        for (int i = c.length - 1; i >= 0; i--) {
            p = p * x + c[i];
        }
        return p;
    }
}
