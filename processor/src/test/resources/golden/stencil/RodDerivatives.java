package golden.stencil;

import dev.pullback.annotations.PullbackGenerated;
import dev.pullback.runtime.Loops;
import dev.pullback.runtime.Objective;
import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.Shapes;
import dev.pullback.runtime.SharedMemory;
import dev.pullback.runtime.Tapes;
import dev.pullback.runtime.Workspace;
import java.lang.Math;

/**
 * Derivatives of the methods of {@link Rod}, written by the Pullback processor.
 */
@PullbackGenerated(Rod.class)
public final class RodDerivatives {
    /**
     * All methods are static.
     */
    private RodDerivatives() {
    }

    /**
     * Computes the value of {@link Rod#energy(double[], double, int)} and overwrites the bars with its gradient.
     *
     * @param initial passive argument of the primal
     * @param k independent argument of the primal
     * @param steps passive argument of the primal
     * @param scalarBars overwritten by the partial derivatives with respect to {@code k}
     * @return the value of the primal
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static double energyValueAndGradient(double[] initial, double k, int steps,
            double[] scalarBars) {
        return energyValueAndGradient(initial, k, steps, scalarBars, new Workspace());
    }

    /**
     * Computes the value of {@link Rod#energy(double[], double, int)} and overwrites the bars with its gradient.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param initial passive argument of the primal
     * @param k independent argument of the primal
     * @param steps passive argument of the primal
     * @param scalarBars overwritten by the partial derivatives with respect to {@code k}
     * @param workspace arrays to reuse from call to call
     * @return the value of the primal
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static double energyValueAndGradient(double[] initial, double k, int steps,
            double[] scalarBars, Workspace workspace) {
        Shapes.requireLength(scalarBars, 1, "scalarBars");
        SharedMemory.requireUnread(scalarBars, initial, "scalarBars, initial");
        // line 21: double[] u = initial.clone()
        double[] u = workspace.scratch(0, initial.length);
        for (int k2 = 0; k2 < initial.length; k2++) {
            u[k2] = initial[k2];
        }
        double[] sumTape = workspace.doubles(0, Tapes.size(Math.max(0, steps), Math.max(0, u.length
                - 2)));
        // line 22: for (int s = 0; s < steps; s++)
        for (int s = 0; s < steps; s++) {
            // line 23: for (int i = 1; i < u.length - 1; i++)
            for (int i = 1; i < u.length - 1; i++) {
                // line 24: u[i] += k * (u[i - 1] - 2 * u[i] + u[i + 1])
                double sum = u[i - 1] - 2.0 * u[i] + u[i + 1];
                u[i] += k * sum;
                sumTape[s * (u.length - 2) + (i - 1)] = sum;
            }
        }
        // line 28: for (int i = u.length - 2; i > 0; i--)
        int start = u.length - 2;
        // line 27: double sum = 0
        double sum = 0.0;
        // line 28: for (int i = u.length - 2; i > 0; i--)
        for (int i = start; i >= 1; i--) {
            // line 29: sum += u[i] * u[i]
            sum += u[i] * u[i];
        }
        double[] uBar = workspace.zeros(1, initial.length);
        // line 28: for (int i = u.length - 2; i > 0; i--)
        for (int i = start; i >= 1; i--) {
            // line 29: sum += u[i] * u[i]
            uBar[i] += 2.0 * u[i];
        }
        double kBar = 0.0;
        // line 22: for (int s = 0; s < steps; s++)
        for (int s = Math.max(0, steps) - 1; s >= 0; s--) {
            if (u.length - 2 > 0) {
                double uBarI = uBar[u.length - 2];
                double uBarIPlus1 = uBar[u.length - 1];
                // line 23: for (int i = 1; i < u.length - 1; i++)
                for (int i = u.length - 2; i >= 1; i--) {
                    double uBarIMinus1 = uBar[i - 1];
                    // line 24: u[i] += k * (u[i - 1] - 2 * u[i] + u[i + 1])
                    double uBarOld = uBarI;
                    kBar += uBarOld * sumTape[s * (u.length - 2) + (i - 1)];
                    double sumBar = uBarOld * k;
                    uBarIMinus1 += sumBar;
                    uBarI -= sumBar * 2.0;
                    uBarIPlus1 += sumBar;
                    uBar[i + 1] = uBarIPlus1;
                    uBarIPlus1 = uBarI;
                    uBarI = uBarIMinus1;
                }
                uBar[1] = uBarIPlus1;
                uBar[0] = uBarI;
            }
        }
        scalarBars[0] = kBar;
        return sum;
    }

    /**
     * Computes the gradient of {@link Rod#energy(double[], double, int)}.
     *
     * @param initial passive argument of the primal
     * @param k independent argument of the primal
     * @param steps passive argument of the primal
     * @return the partial derivatives with respect to {@code k}
     */
    public static double energyGradient(double[] initial, double k, int steps) {
        double[] scalarBars = new double[1];
        energyValueAndGradient(initial, k, steps, scalarBars);
        return scalarBars[0];
    }

    /**
     * Adds to the bars the gradient of {@link Rod#energy(double[], double, int)} times the adjoint of its result.
     *
     * @param initial passive argument of the primal
     * @param k independent argument of the primal
     * @param steps passive argument of the primal
     * @param resultBar the adjoint of the result: the seed
     * @param scalarBars the adjoints of {@code k}, which the products are added to
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static void energyPullback(double[] initial, double k, int steps, double resultBar,
            double[] scalarBars) {
        energyPullback(initial, k, steps, resultBar, scalarBars, new Workspace());
    }

    /**
     * Adds to the bars the gradient of {@link Rod#energy(double[], double, int)} times the adjoint of its result.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param initial passive argument of the primal
     * @param k independent argument of the primal
     * @param steps passive argument of the primal
     * @param resultBar the adjoint of the result: the seed
     * @param scalarBars the adjoints of {@code k}, which the products are added to
     * @param workspace arrays to reuse from call to call
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static void energyPullback(double[] initial, double k, int steps, double resultBar,
            double[] scalarBars, Workspace workspace) {
        Shapes.requireLength(scalarBars, 1, "scalarBars");
        SharedMemory.requireUnread(scalarBars, initial, "scalarBars, initial");
        // line 21: double[] u = initial.clone()
        double[] u = workspace.scratch(0, initial.length);
        for (int k2 = 0; k2 < initial.length; k2++) {
            u[k2] = initial[k2];
        }
        double[] sumTape = workspace.doubles(0, Tapes.size(Math.max(0, steps), Math.max(0, u.length
                - 2)));
        // line 22: for (int s = 0; s < steps; s++)
        for (int s = 0; s < steps; s++) {
            // line 23: for (int i = 1; i < u.length - 1; i++)
            for (int i = 1; i < u.length - 1; i++) {
                // line 24: u[i] += k * (u[i - 1] - 2 * u[i] + u[i + 1])
                double sum = u[i - 1] - 2.0 * u[i] + u[i + 1];
                u[i] += k * sum;
                sumTape[s * (u.length - 2) + (i - 1)] = sum;
            }
        }
        double[] uBar = workspace.zeros(1, initial.length);
        // line 28: for (int i = u.length - 2; i > 0; i--)
        for (int i = u.length - 2; i >= 1; i--) {
            // line 29: sum += u[i] * u[i]
            uBar[i] += 2.0 * resultBar * u[i];
        }
        double kBar = 0.0;
        // line 22: for (int s = 0; s < steps; s++)
        for (int s = Math.max(0, steps) - 1; s >= 0; s--) {
            if (u.length - 2 > 0) {
                double uBarI = uBar[u.length - 2];
                double uBarIPlus1 = uBar[u.length - 1];
                // line 23: for (int i = 1; i < u.length - 1; i++)
                for (int i = u.length - 2; i >= 1; i--) {
                    double uBarIMinus1 = uBar[i - 1];
                    // line 24: u[i] += k * (u[i - 1] - 2 * u[i] + u[i + 1])
                    double uBarOld = uBarI;
                    kBar += uBarOld * sumTape[s * (u.length - 2) + (i - 1)];
                    double sumBar = uBarOld * k;
                    uBarIMinus1 += sumBar;
                    uBarI -= sumBar * 2.0;
                    uBarIPlus1 += sumBar;
                    uBar[i + 1] = uBarIPlus1;
                    uBarIPlus1 = uBarI;
                    uBarI = uBarIMinus1;
                }
                uBar[1] = uBarIPlus1;
                uBar[0] = uBarI;
            }
        }
        scalarBars[0] += kBar;
    }

    /**
     * Creates {@link Rod#energy(double[], double, int)} as a function of the flat vector of its independents
     * {@code k}.
     *
     * <p>The result holds a workspace and belongs to one thread at a time.
     *
     * @param initial passive argument of the primal
     * @param steps passive argument of the primal
     * @return the objective
     */
    public static Objective energyObjective(double[] initial, int steps) {
        return new Objective() {
            private final Workspace workspace = new Workspace();

            private double k;

            @Override
            public double value(double[] point) {
                unpack(point);
                return Rod.energy(initial, k, steps);
            }

            @Override
            public double valueAndGradient(double[] point, double[] gradient) {
                unpack(point);
                Shapes.requireLength(gradient, point.length, "gradient");
                return energyValueAndGradient(initial, k, steps, gradient, workspace);
            }

            @Override
            public ParameterBlocks parameterBlocks(int length) {
                return ParameterBlocks.builder().scalar("k").build();
            }

            private void unpack(double[] point) {
                Shapes.requireLength(point, 1, "point");
                k = point[0];
            }
        };
    }

    /**
     * Computes the value of {@link Rod#middle(double, int)} and overwrites the bars with its gradient.
     *
     * @param k independent argument of the primal
     * @param n passive argument of the primal
     * @param scalarBars overwritten by the partial derivatives with respect to {@code k}
     * @return the value of the primal
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static double middleValueAndGradient(double k, int n, double[] scalarBars) {
        return middleValueAndGradient(k, n, scalarBars, new Workspace());
    }

    /**
     * Computes the value of {@link Rod#middle(double, int)} and overwrites the bars with its gradient.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param k independent argument of the primal
     * @param n passive argument of the primal
     * @param scalarBars overwritten by the partial derivatives with respect to {@code k}
     * @param workspace arrays to reuse from call to call
     * @return the value of the primal
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static double middleValueAndGradient(double k, int n, double[] scalarBars,
            Workspace workspace) {
        Shapes.requireLength(scalarBars, 1, "scalarBars");
        // line 43: double[] u = new double[n]
        double[] u = workspace.zeros(0, n);
        // line 44: u[0] = k
        u[0] = k;
        // line 45: for (int i = 1; i < n - 1; i++)
        int end = n - 1;
        double[] sumTape = workspace.doubles(0, Loops.trips(1, end, 1));
        for (int i = 1; i < end; i++) {
            // line 46: u[i] += k * (u[i - 1] - 2 * u[i] + u[i + 1])
            double sum = u[i - 1] - 2.0 * u[i] + u[i + 1];
            u[i] += k * sum;
            sumTape[i - 1] = sum;
        }
        // line 48: return u[n / 2]
        double value = u[n / 2];
        double[] uBar = workspace.zeros(1, n);
        uBar[n / 2] += 1.0;
        double kBar = 0.0;
        if (end - 1 > 0) {
            double uBarI = uBar[end - 1];
            double uBarIPlus1 = uBar[end];
            // line 45: for (int i = 1; i < n - 1; i++)
            for (int i = end - 1; i >= 1; i--) {
                double uBarIMinus1 = uBar[i - 1];
                // line 46: u[i] += k * (u[i - 1] - 2 * u[i] + u[i + 1])
                double uBarOld = uBarI;
                kBar += uBarOld * sumTape[i - 1];
                double sumBar = uBarOld * k;
                uBarIMinus1 += sumBar;
                uBarI -= sumBar * 2.0;
                uBarIPlus1 += sumBar;
                uBar[i + 1] = uBarIPlus1;
                uBarIPlus1 = uBarI;
                uBarI = uBarIMinus1;
            }
            uBar[1] = uBarIPlus1;
            uBar[0] = uBarI;
        }
        // line 44: u[0] = k
        kBar += uBar[0];
        scalarBars[0] = kBar;
        return value;
    }

    /**
     * Computes the gradient of {@link Rod#middle(double, int)}.
     *
     * @param k independent argument of the primal
     * @param n passive argument of the primal
     * @return the partial derivatives with respect to {@code k}
     */
    public static double middleGradient(double k, int n) {
        double[] scalarBars = new double[1];
        middleValueAndGradient(k, n, scalarBars);
        return scalarBars[0];
    }

    /**
     * Adds to the bars the gradient of {@link Rod#middle(double, int)} times the adjoint of its result.
     *
     * @param k independent argument of the primal
     * @param n passive argument of the primal
     * @param resultBar the adjoint of the result: the seed
     * @param scalarBars the adjoints of {@code k}, which the products are added to
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static void middlePullback(double k, int n, double resultBar, double[] scalarBars) {
        middlePullback(k, n, resultBar, scalarBars, new Workspace());
    }

    /**
     * Adds to the bars the gradient of {@link Rod#middle(double, int)} times the adjoint of its result.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param k independent argument of the primal
     * @param n passive argument of the primal
     * @param resultBar the adjoint of the result: the seed
     * @param scalarBars the adjoints of {@code k}, which the products are added to
     * @param workspace arrays to reuse from call to call
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static void middlePullback(double k, int n, double resultBar, double[] scalarBars,
            Workspace workspace) {
        Shapes.requireLength(scalarBars, 1, "scalarBars");
        // line 43: double[] u = new double[n]
        double[] u = workspace.zeros(0, n);
        // line 44: u[0] = k
        u[0] = k;
        // line 45: for (int i = 1; i < n - 1; i++)
        int end = n - 1;
        double[] sumTape = workspace.doubles(0, Loops.trips(1, end, 1));
        for (int i = 1; i < end; i++) {
            // line 46: u[i] += k * (u[i - 1] - 2 * u[i] + u[i + 1])
            double sum = u[i - 1] - 2.0 * u[i] + u[i + 1];
            u[i] += k * sum;
            sumTape[i - 1] = sum;
        }
        double[] uBar = workspace.zeros(1, n);
        // line 48: return u[n / 2]
        uBar[n / 2] += resultBar;
        double kBar = 0.0;
        if (end - 1 > 0) {
            double uBarI = uBar[end - 1];
            double uBarIPlus1 = uBar[end];
            // line 45: for (int i = 1; i < n - 1; i++)
            for (int i = end - 1; i >= 1; i--) {
                double uBarIMinus1 = uBar[i - 1];
                // line 46: u[i] += k * (u[i - 1] - 2 * u[i] + u[i + 1])
                double uBarOld = uBarI;
                kBar += uBarOld * sumTape[i - 1];
                double sumBar = uBarOld * k;
                uBarIMinus1 += sumBar;
                uBarI -= sumBar * 2.0;
                uBarIPlus1 += sumBar;
                uBar[i + 1] = uBarIPlus1;
                uBarIPlus1 = uBarI;
                uBarI = uBarIMinus1;
            }
            uBar[1] = uBarIPlus1;
            uBar[0] = uBarI;
        }
        // line 44: u[0] = k
        kBar += uBar[0];
        scalarBars[0] += kBar;
    }

    /**
     * Creates {@link Rod#middle(double, int)} as a function of the flat vector of its independents
     * {@code k}.
     *
     * <p>The result holds a workspace and belongs to one thread at a time.
     *
     * @param n passive argument of the primal
     * @return the objective
     */
    public static Objective middleObjective(int n) {
        return new Objective() {
            private final Workspace workspace = new Workspace();

            private double k;

            @Override
            public double value(double[] point) {
                unpack(point);
                return Rod.middle(k, n);
            }

            @Override
            public double valueAndGradient(double[] point, double[] gradient) {
                unpack(point);
                Shapes.requireLength(gradient, point.length, "gradient");
                return middleValueAndGradient(k, n, gradient, workspace);
            }

            @Override
            public ParameterBlocks parameterBlocks(int length) {
                return ParameterBlocks.builder().scalar("k").build();
            }

            private void unpack(double[] point) {
                Shapes.requireLength(point, 1, "point");
                k = point[0];
            }
        };
    }
}
