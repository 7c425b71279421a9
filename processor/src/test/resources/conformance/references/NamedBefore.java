package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[3][3], int 0
// args: double[3], double[3][3], int 4
/** A name for the old state while the new one is made, which then takes its place: the forward pass of a hidden Markov model. */
public final class NamedBefore {

    private NamedBefore() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN})
    public static double f(double[] start, double[][] transition, int steps) {
        double[] alpha = start.clone();
        double logLikelihood = 0;
        for (int t = 0; t < steps; t++) {
            double[] before = alpha;
            double[] next = new double[before.length];
            double norm = 0;
            for (int j = 0; j < next.length; j++) {
                for (int i = 0; i < before.length; i++) {
                    next[j] += before[i] * transition[i][j];
                }
                norm += next[j] * next[j] + 1;
            }
            for (int j = 0; j < next.length; j++) {
                next[j] /= norm;
            }
            logLikelihood += Math.log(norm);
            alpha = next;
        }
        return logLikelihood + alpha[0] * alpha[1];
    }
}
