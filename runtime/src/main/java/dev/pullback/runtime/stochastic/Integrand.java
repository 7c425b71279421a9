package dev.pullback.runtime.stochastic;

/** A function of parameters and a sample, with its gradient: {@code fValueAndGradient} of a method with a passive sample. */
@FunctionalInterface
public interface Integrand {

    /**
     * Evaluates the function and its gradient with respect to the parameters, the sample kept.
     *
     * @param parameters the parameters; not modified
     * @param sample the sample; not modified
     * @param gradient receives the partial derivatives, one per parameter; overwritten
     * @return the value of the function
     */
    double valueAndGradient(double[] parameters, double[] sample, double[] gradient);
}
