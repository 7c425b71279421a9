package conformance.foreign_records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

// args: double[3], double[2], double in [0.2, 0.8]
// args: double[2], double[2], double in [0.2, 0.8]
/** Another class takes records and overwrites arrays, some of them twice the same array in a record; numbers of single precision. */
public final class Overwriting {

    private Overwriting() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double[] k, double h) {
        Coupling coupling = new Coupling(k, k, h * k[0]);
        Kernel kernel = new Kernel(k, 2);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            Couplings.step(coupling, x, i);
            kernel.smooth(x, h);
            sum += x[i % 2] * coupling.rate() + kernel.weight(x[0]);
            Coupling mixed = new Coupling(k, x, coupling.rate() * x[1]);
            double[] y = Couplings.scaled(mixed, h);
            sum += y[0] * y[1];
        }
        Couplings.step(new Coupling(k, k, 1), x, 0);
        return sum * x[0] + k[1];
    }
}

record Coupling(double[] first, double[] second, double rate) {}

/** A record with methods that are differentiated with respect to its array. */
record Kernel(double[] taps, int order) {
    @Differentiable(
            wrt = {"taps", "x", "h"},
            outputs = "x",
            derivatives = Derivative.HESSIAN_VECTOR)
    void smooth(double[] x, double h) {
        for (int i = 1; i < x.length; i++) {
            x[i] = x[i] * taps[0] + Math.sin(x[i - 1] * taps[1]) * h * order;
        }
    }

    @Differentiable(
            wrt = {"taps", "y"},
            derivatives = Derivative.HESSIAN_VECTOR)
    double weight(double y) {
        return Math.cos(taps[0] * y) * taps[1] / order;
    }
}

final class Couplings {
    private Couplings() {}

    @Differentiable(outputs = "x", derivatives = Derivative.HESSIAN_VECTOR)
    static void step(Coupling c, double[] x, @Passive int shift) {
        double before = x[0];
        for (int i = 0; i < x.length; i++) {
            x[i] = 0.5 * x[i] * c.first()[0] + Math.sin(c.second()[1] * before) * c.rate() + shift;
        }
    }

    /** What the array held before has no influence. */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double[] scaled(Coupling c, double h) {
        double[] y = new double[2];
        for (int i = 0; i < 2; i++) {
            y[i] = c.first()[i] * c.second()[i] * h * c.rate();
        }
        return y;
    }
}
