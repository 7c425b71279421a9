package dev.pullback.samples.benchmarks;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import org.hipparchus.CalculusFieldElement;

/** A function of one variable. */
public final class Wave {

    private Wave() {}

    /**
     * A damped wave, iterated.
     *
     * @param x the variable
     * @return the value
     */
    @Differentiable(derivatives = Derivative.TAYLOR)
    public static double height(double x) {
        double y = x;
        for (int i = 0; i < 10; i++) {
            y = Math.sin(y) * Math.exp(-0.1 * x) / (1 + x * x) + Math.sqrt(x);
        }
        return y;
    }

    /**
     * The same with numbers of Hipparchus.
     *
     * @param x the variable
     * @param <T> the type of number
     * @return the value
     */
    static <T extends CalculusFieldElement<T>> T height(T x) {
        T y = x;
        for (int i = 0; i < 10; i++) {
            y = y.sin()
                    .multiply(x.multiply(-0.1).exp())
                    .divide(x.multiply(x).add(1))
                    .add(x.sqrt());
        }
        return y;
    }
}
