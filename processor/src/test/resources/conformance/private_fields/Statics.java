package conformance.private_fields;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;
import java.util.Map;

// args: double[2], double
/** Private static fields that no compiler knows the value of. */
public final class Statics {

    private Statics() {}

    private static final double ROOT = Math.sqrt(2);
    private static final double[] COEFFICIENTS = {0.5, -0.25, 1.5};
    private static final double[][] TABLE = {{1, 2}, {3, 4}};
    private static final int[] ORDER = {1, 0};
    private static final String NAME = "four";
    private static final Map<String, Integer> SIZES = Map.of("a", 2);

    @Passive
    private static double settled = 3;

    /** Its fields are private, too. */
    static final class Tables {
        private static final double[] NODES = {-0.5, 0.5};
        private static final double ROOT = Math.sqrt(3);

        private Tables() {}
    }

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN})
    public static double f(double[] x, double y) {
        double s = 0;
        for (int i = COEFFICIENTS.length - 1; i >= 0; i--) {
            s = s * y + COEFFICIENTS[i];
        }
        for (int i = 0; i < Tables.NODES.length; i++) {
            s += node(x[ORDER[i]], i);
        }
        return s * ROOT * NAME.length() * SIZES.get("a") * settled;
    }

    private static double node(double v, int i) {
        return Math.exp(v * Tables.NODES[i]) * Tables.ROOT * TABLE[i][0];
    }
}
