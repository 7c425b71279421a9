package conformance.instance_methods;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: made spring, double[3], boolean true
// args: made spring, double[3], boolean false
/** Fields of every kind, private ones with accessors, and helpers called on the receiver, in loops too. */
public final class Spring {

    static final double SCALE = 0.5;

    private final double stiffness;
    double length;
    final double[] weights;
    final int[] order;
    final double[][] coupling;
    final long count;
    final boolean isStiff;

    Spring(double stiffness, double length, double... weights) {
        this.stiffness = stiffness;
        this.length = length;
        this.weights = weights;
        this.order = new int[] {2, 0, 1};
        this.coupling = new double[][] {{1, 0.5, 0}, {0.5, 2, 0.25}, {0, 0.25, 1}};
        this.count = 3;
        this.isStiff = stiffness > 1;
    }

    static Spring spring() {
        return new Spring(1.5, 0.75, 1, -2, 0.5);
    }

    double stiffness() {
        return stiffness;
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public double f(double[] x, boolean coupled) {
        double energy = 0;
        for (int i = 0; i < x.length; i++) {
            energy += weights[i] * this.strain(x[order[i]]) * stiffness;
            if (coupled) {
                for (int j = 0; j < i; j++) {
                    energy += coupling[i][j] * x[i] * strain(x[j]);
                }
            }
        }
        return isStiff ? energy * energy / count : energy;
    }

    private double strain(double position) {
        double d = position - length;
        return d * d * SCALE + stretched(d);
    }

    double stretched(double d) {
        return Math.exp(d * this.length) * stiffness;
    }
}
