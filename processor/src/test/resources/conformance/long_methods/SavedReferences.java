package conformance.long_methods;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4] in [0.2, 0.8], made table
// seeds: 2
/** So long that the sweeps must be cut, with arrays of an object that branches of the reverse sweep need again. */
public final class SavedReferences {

    private SavedReferences() {}

    /** Gives its arrays away. */
    static final class Table {
        private final double[][] rows = {{0.5, 1.5}, {-0.5, 0.75}};

        double[] row(int i) {
            return rows[i];
        }
    }

    static Table table() {
        return new Table();
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, Table table) {
        double s = a[0];
        double t = 0.5;
        if (s > 0.1 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[0]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[1];
        } else {
            s += Math.exp(-s * s) * a[2] * t;
        }
        if (s > 0.2 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[1]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[2];
        } else {
            s += Math.exp(-s * s) * a[3] * t;
        }
        if (s > 0.3 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[2]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[3];
        } else {
            s += Math.exp(-s * s) * a[0] * t;
        }
        if (s > 0.4 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[3]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[0];
        } else {
            s += Math.exp(-s * s) * a[1] * t;
        }
        if (s > 0.5 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[0]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[1];
        } else {
            s += Math.exp(-s * s) * a[2] * t;
        }
        if (s > 0.6 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[1]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[2];
        } else {
            s += Math.exp(-s * s) * a[3] * t;
        }
        if (s > 0.7 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[2]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[3];
        } else {
            s += Math.exp(-s * s) * a[0] * t;
        }
        if (s > 0.1 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[3]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[0];
        } else {
            s += Math.exp(-s * s) * a[1] * t;
        }
        if (s > 0.2 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[0]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[1];
        } else {
            s += Math.exp(-s * s) * a[2] * t;
        }
        if (s > 0.3 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[1]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[2];
        } else {
            s += Math.exp(-s * s) * a[3] * t;
        }
        if (s > 0.4 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[2]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[3];
        } else {
            s += Math.exp(-s * s) * a[0] * t;
        }
        if (s > 0.5 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[3]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[0];
        } else {
            s += Math.exp(-s * s) * a[1] * t;
        }
        if (s > 0.6 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[0]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[1];
        } else {
            s += Math.exp(-s * s) * a[2] * t;
        }
        if (s > 0.7 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[1]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[2];
        } else {
            s += Math.exp(-s * s) * a[3] * t;
        }
        if (s > 0.1 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[2]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[3];
        } else {
            s += Math.exp(-s * s) * a[0] * t;
        }
        if (s > 0.2 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[3]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[0];
        } else {
            s += Math.exp(-s * s) * a[1] * t;
        }
        if (s > 0.3 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[0]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[1];
        } else {
            s += Math.exp(-s * s) * a[2] * t;
        }
        if (s > 0.4 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[1]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[2];
        } else {
            s += Math.exp(-s * s) * a[3] * t;
        }
        if (s > 0.5 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[2]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[3];
        } else {
            s += Math.exp(-s * s) * a[0] * t;
        }
        if (s > 0.6 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[3]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[0];
        } else {
            s += Math.exp(-s * s) * a[1] * t;
        }
        if (s > 0.7 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[0]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[1];
        } else {
            s += Math.exp(-s * s) * a[2] * t;
        }
        if (s > 0.1 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[1]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[2];
        } else {
            s += Math.exp(-s * s) * a[3] * t;
        }
        if (s > 0.2 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[2]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[3];
        } else {
            s += Math.exp(-s * s) * a[0] * t;
        }
        if (s > 0.3 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[3]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[0];
        } else {
            s += Math.exp(-s * s) * a[1] * t;
        }
        if (s > 0.4 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[0]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[1];
        } else {
            s += Math.exp(-s * s) * a[2] * t;
        }
        if (s > 0.5 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[1]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[2];
        } else {
            s += Math.exp(-s * s) * a[3] * t;
        }
        if (s > 0.6 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[2]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[3];
        } else {
            s += Math.exp(-s * s) * a[0] * t;
        }
        if (s > 0.7 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[3]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[0];
        } else {
            s += Math.exp(-s * s) * a[1] * t;
        }
        if (s > 0.1 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[0]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[1];
        } else {
            s += Math.exp(-s * s) * a[2] * t;
        }
        if (s > 0.2 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[1]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[2];
        } else {
            s += Math.exp(-s * s) * a[3] * t;
        }
        if (s > 0.3 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[2]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[3];
        } else {
            s += Math.exp(-s * s) * a[0] * t;
        }
        if (s > 0.4 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[3]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[0];
        } else {
            s += Math.exp(-s * s) * a[1] * t;
        }
        if (s > 0.5 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[0]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[1];
        } else {
            s += Math.exp(-s * s) * a[2] * t;
        }
        if (s > 0.6 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[1]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[2];
        } else {
            s += Math.exp(-s * s) * a[3] * t;
        }
        if (s > 0.7 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[2]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[3];
        } else {
            s += Math.exp(-s * s) * a[0] * t;
        }
        if (s > 0.1 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[3]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[0];
        } else {
            s += Math.exp(-s * s) * a[1] * t;
        }
        if (s > 0.2 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[0]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[1];
        } else {
            s += Math.exp(-s * s) * a[2] * t;
        }
        if (s > 0.3 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[1]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[2];
        } else {
            s += Math.exp(-s * s) * a[3] * t;
        }
        if (s > 0.4 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[2]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[3];
        } else {
            s += Math.exp(-s * s) * a[0] * t;
        }
        if (s > 0.5 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[3]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[0];
        } else {
            s += Math.exp(-s * s) * a[1] * t;
        }
        if (s > 0.6 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[0]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[1];
        } else {
            s += Math.exp(-s * s) * a[2] * t;
        }
        if (s > 0.7 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[1]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[2];
        } else {
            s += Math.exp(-s * s) * a[3] * t;
        }
        if (s > 0.1 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[2]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[3];
        } else {
            s += Math.exp(-s * s) * a[0] * t;
        }
        if (s > 0.2 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[3]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[0];
        } else {
            s += Math.exp(-s * s) * a[1] * t;
        }
        if (s > 0.3 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[0]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[1];
        } else {
            s += Math.exp(-s * s) * a[2] * t;
        }
        if (s > 0.4 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[1]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[2];
        } else {
            s += Math.exp(-s * s) * a[3] * t;
        }
        if (s > 0.5 * t) {
            double[] row = table.row(0);
            s = Math.sin(s * row[0] + a[2]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[1]) * a[3];
        } else {
            s += Math.exp(-s * s) * a[0] * t;
        }
        if (s > 0.6 * t) {
            double[] row = table.row(1);
            s = Math.sin(s * row[0] + a[3]) + t * row[1];
            t = 0.5 * t + Math.tanh(s * row[0]) * a[0];
        } else {
            s += Math.exp(-s * s) * a[1] * t;
        }
        return s * t;
    }
}
