package conformance.private_fields;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: made model, double[2]
/** Fields whose handles and readers have names that are taken: by each other, by derivatives, by variables and by classes. */
public final class Names {

    private final double rate = 0.5;
    private final double RATE = 1.5;
    private final double dayCount = 2;
    private static final double DAY_COUNT = Math.abs(-3);
    private final double fGradient = 0.25;
    private final double fPullback = -0.75;
    private final double value = 1.25;
    private final double object = -1;
    private final double a = 0.125;
    private final double VarHandle = 3;
    private final double names = 4;

    private Names() {}

    static Names model() {
        return new Names();
    }

    /** A class that looks like a constant. */
    static final class A {
        private A() {}

        static double twice(int n) {
            return 2 * n;
        }
    }

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN})
    public double f(double[] x) {
        double rate2 = rate * x[0];
        double DAY_COUNT = dayCount * x[1] + Names.DAY_COUNT;
        double value = this.value * x[0] * x[1];
        return rate2 * RATE + DAY_COUNT * value + fGradient * x[0] * fPullback * A.twice(3) * a + object * VarHandle * x[1] * x[1] * names;
    }
}
