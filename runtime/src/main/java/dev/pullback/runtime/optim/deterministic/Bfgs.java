package dev.pullback.runtime.optim.deterministic;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.Optimizer;
import dev.pullback.runtime.optim.StoppingCriterion;
import dev.pullback.runtime.optim.WolfeConditions;
import dev.pullback.runtime.optim.run.Run;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Arrays;
import java.util.Objects;

/**
 * BFGS: a quasi-Newton method with a full n x n estimate of the inverse Hessian, for up to some hundred parameters; beyond that
 * {@link Lbfgs}.
 *
 * <p>{@code H' = (I - s y^T / s.y) H (I - y s^T / s.y) + s s^T / s.y}, where the first H is {@code s.y / y.y} times the
 * identity. A pair without positive {@code s.y} is skipped.
 *
 * <p>Source: Broyden 1970, Fletcher 1970, Goldfarb 1970, Shanno 1970; as in Nocedal and Wright 2006, "Numerical Optimization",
 * algorithm 6.1 with (6.17) and (6.20).
 *
 * <p>Immutable and thread-safe: the state of a run lives in the run.
 */
public final class Bfgs implements Optimizer {

    private final WolfeConditions conditions;

    /** Creates the optimizer with {@link WolfeConditions#loose() loose} conditions. */
    public Bfgs() {
        this(WolfeConditions.loose());
    }

    /**
     * Creates the optimizer.
     *
     * @param conditions when a line search ends
     */
    public Bfgs(WolfeConditions conditions) {
        this.conditions = Objects.requireNonNull(conditions, "conditions is null");
    }

    @Override
    public OptimizationResult minimize(
            Objective objective, double[] start, StoppingCriterion stopping, Listener listener) {
        Run run = new Run(objective, start, stopping, listener);
        return new DescentLoop(run, new InverseHessian(run.point.length), conditions).minimize();
    }

    /** The estimate H, symmetric. */
    private static final class InverseHessian implements DescentDirection {

        private static final double MACHINE_EPSILON = Math.ulp(1.0);

        private final double[][] inverse;
        private final double[] s;
        private final double[] y;
        private final double[] product;
        private boolean isEmpty = true;

        InverseHessian(int size) {
            inverse = new double[size][size];
            s = new double[size];
            y = new double[size];
            product = new double[size];
        }

        @Override
        public int compute(double[] point, double[] gradient, double[] direction) {
            if (isEmpty) {
                Vectors.negate(gradient, direction);
                return 0;
            }
            for (int i = 0; i < direction.length; i++) {
                direction[i] = -Vectors.dot(inverse[i], gradient);
            }
            return 0;
        }

        @Override
        public void learn(double[] from, double[] fromGradient, double[] to, double[] toGradient) {
            for (int i = 0; i < s.length; i++) {
                s[i] = to[i] - from[i];
                y[i] = toGradient[i] - fromGradient[i];
            }
            double curvature = Vectors.dot(s, y);
            double yy = Vectors.dot(y, y);
            boolean positive = curvature > MACHINE_EPSILON * Vectors.norm(s) * Vectors.norm(y);
            if (!positive || !Double.isFinite(1.0 / curvature) || !(yy < Double.POSITIVE_INFINITY)) {
                return;
            }
            if (isEmpty) {
                isEmpty = false;
                for (int i = 0; i < inverse.length; i++) {
                    Arrays.fill(inverse[i], 0.0);
                    inverse[i][i] = curvature / yy;
                }
            }
            update(1.0 / curvature);
        }

        private void update(double rho) {
            for (int i = 0; i < product.length; i++) {
                product[i] = Vectors.dot(inverse[i], y);
            }
            double factor = rho * (1.0 + rho * Vectors.dot(y, product));
            for (int i = 0; i < s.length; i++) {
                double[] row = inverse[i];
                for (int j = 0; j < s.length; j++) {
                    row[j] += factor * s[i] * s[j] - rho * (product[i] * s[j] + s[i] * product[j]);
                }
            }
        }

        @Override
        public boolean isSteepestDescent() {
            return isEmpty;
        }

        @Override
        public void forget() {
            isEmpty = true;
        }

        @Override
        public boolean isScaled() {
            return !isEmpty;
        }
    }
}
