package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[8], double[8]
// args: double[4], double[4]
// args: double[1], double[1]
/** The fast Fourier transform, in place, with new arrays for the halves. */
public final class Fourier {

    private Fourier() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] re, double[] im) {
        transform(re, im);
        double s = 0;
        for (int i = 0; i < re.length; i++) {
            s += (i + 1) * re[i] * re[i] + im[i] * im[i] * im[i];
        }
        return s;
    }

    private static void transform(double[] re, double[] im) {
        int n = re.length;
        if (n < 2) {
            return;
        }
        double[] evenRe = new double[n / 2];
        double[] evenIm = new double[n / 2];
        double[] oddRe = new double[n / 2];
        double[] oddIm = new double[n / 2];
        for (int i = 0; i < n / 2; i++) {
            evenRe[i] = re[2 * i];
            evenIm[i] = im[2 * i];
            oddRe[i] = re[2 * i + 1];
            oddIm[i] = im[2 * i + 1];
        }
        transform(evenRe, evenIm);
        transform(oddRe, oddIm);
        for (int k = 0; k < n / 2; k++) {
            double c = Math.cos(-2 * Math.PI * k / n);
            double d = Math.sin(-2 * Math.PI * k / n);
            double turnedRe = c * oddRe[k] - d * oddIm[k];
            double turnedIm = c * oddIm[k] + d * oddRe[k];
            re[k] = evenRe[k] + turnedRe;
            im[k] = evenIm[k] + turnedIm;
            re[k + n / 2] = evenRe[k] - turnedRe;
            im[k + n / 2] = evenIm[k] - turnedIm;
        }
    }
}
