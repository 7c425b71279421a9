package dev.pullback.samples.benchmarks;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import org.hipparchus.CalculusFieldElement;

/** Rosenbrock's function of many variables with a term that couples all of them, so that the Hessian is dense. */
public final class CoupledValley {

    private CoupledValley() {}

    /**
     * The function.
     *
     * @param x the variables, two or more
     * @return the value
     */
    @Differentiable(derivatives = {Derivative.HESSIAN, Derivative.PUSHFORWARDS})
    public static double height(double[] x) {
        double sum = 0.0;
        double weight = 0.0;
        for (int i = 1; i < x.length; i++) {
            double slope = 1 - x[i - 1];
            double bend = x[i] - x[i - 1] * x[i - 1];
            sum += slope * slope + 100 * bend * bend;
            weight += Math.exp(-x[i]);
        }
        return sum + Math.log(weight);
    }

    /**
     * The same with numbers of Hipparchus, as its users write it.
     *
     * @param x the variables
     * @param <T> the type of number
     * @return the value
     */
    static <T extends CalculusFieldElement<T>> T height(T[] x) {
        T sum = x[0].getField().getZero();
        T weight = x[0].getField().getZero();
        for (int i = 1; i < x.length; i++) {
            T slope = x[i - 1].negate().add(1);
            T bend = x[i].subtract(x[i - 1].multiply(x[i - 1]));
            sum = sum.add(slope.multiply(slope)).add(bend.multiply(bend).multiply(100));
            weight = weight.add(x[i].negate().exp());
        }
        return sum.add(weight.log());
    }
}
