package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], int 3
// args: double[1], int 1
// args: double[3], int 0
// args: double[3], int -1
/** The coefficients of a product of polynomials: each factor makes the array longer, and the array is used on both sides of that. */
public final class Growing {

    private Growing() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] roots, int factors) {
        double[] p = {1};
        double s = 0;
        for (int k = 0; k < factors; k++) {
            double root = roots[k % roots.length];
            p[0] *= 1.5;
            double[] next = new double[p.length + 1];
            for (int i = 0; i < p.length; i++) {
                next[i] -= root * p[i];
                next[i + 1] += p[i];
            }
            s += p[p.length / 2] * next[0];
            p = next;
            s += p[p.length - 1] * p[p.length / 2];
        }
        for (double c : p) {
            s += c * c * roots[0];
        }
        return s;
    }
}
