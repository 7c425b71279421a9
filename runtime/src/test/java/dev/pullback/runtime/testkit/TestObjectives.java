package dev.pullback.runtime.testkit;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.SecondOrderObjective;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Objectives with hand-written gradients; stateless, no allocation. */
public final class TestObjectives {

    private TestObjectives() {}

    /** An objective from a value and a gradient. */
    public static Objective of(ToDoubleFunction<double[]> value, Gradient gradient) {
        return new Objective() {
            @Override
            public double value(double[] point) {
                return value.applyAsDouble(point);
            }

            @Override
            public double valueAndGradient(double[] point, double[] into) {
                gradient.at(point, into);
                return value.applyAsDouble(point);
            }
        };
    }

    /** Overwrites {@code into} with a gradient. */
    @FunctionalInterface
    public interface Gradient {
        void at(double[] point, double[] into);
    }

    /** {@code sum (i + 1) (x_i - i)^2 / 2}: minimum 0 at x_i = i, condition number n. */
    public static Objective quadratic() {
        return of(
                x -> {
                    double sum = 0.0;
                    for (int i = 0; i < x.length; i++) {
                        sum += 0.5 * (i + 1) * (x[i] - i) * (x[i] - i);
                    }
                    return sum;
                },
                (x, g) -> {
                    for (int i = 0; i < x.length; i++) {
                        g[i] = (i + 1) * (x[i] - i);
                    }
                });
    }

    /** The chained Rosenbrock function: minimum 0 at (1, ..., 1). */
    public static Objective rosenbrock() {
        return of(
                x -> {
                    double sum = 0.0;
                    for (int i = 0; i + 1 < x.length; i++) {
                        double a = x[i + 1] - x[i] * x[i];
                        double b = 1.0 - x[i];
                        sum += 100.0 * a * a + b * b;
                    }
                    return sum;
                },
                (x, g) -> {
                    Arrays.fill(g, 0.0);
                    for (int i = 0; i + 1 < x.length; i++) {
                        double a = x[i + 1] - x[i] * x[i];
                        g[i] += -400.0 * a * x[i] - 2.0 * (1.0 - x[i]);
                        g[i + 1] += 200.0 * a;
                    }
                });
    }

    /** The usual start (-1.2, 1, -1.2, 1, ...). */
    public static double[] rosenbrockStart(int n) {
        double[] start = new double[n];
        for (int i = 0; i < n; i++) {
            start[i] = i % 2 == 0 ? -1.2 : 1.0;
        }
        return start;
    }

    /** Overwrites {@code into} with the Hessian at a point times a vector. */
    @FunctionalInterface
    public interface HessianVector {
        void at(double[] point, double[] vector, double[] into);
    }

    /** An objective from a value, a gradient and a Hessian. */
    public static SecondOrderObjective of(
            ToDoubleFunction<double[]> value, Gradient gradient, HessianVector hessianVector) {
        Objective first = of(value, gradient);
        return new SecondOrderObjective() {
            @Override
            public double value(double[] point) {
                return first.value(point);
            }

            @Override
            public double valueAndGradient(double[] point, double[] into) {
                return first.valueAndGradient(point, into);
            }

            @Override
            public void hessianVector(double[] point, double[] vector, double[] product) {
                hessianVector.at(point, vector, product);
            }
        };
    }

    /** {@link #quadratic} with its Hessian. */
    public static SecondOrderObjective secondOrderQuadratic() {
        Objective first = quadratic();
        return of(first::value, first::valueAndGradient, (x, v, hv) -> {
            for (int i = 0; i < x.length; i++) {
                hv[i] = (i + 1) * v[i];
            }
        });
    }

    /** {@link #rosenbrock} with its Hessian. */
    public static SecondOrderObjective secondOrderRosenbrock() {
        Objective first = rosenbrock();
        return of(first::value, first::valueAndGradient, (x, v, hv) -> {
            Arrays.fill(hv, 0.0);
            for (int i = 0; i + 1 < x.length; i++) {
                double diagonal = 1200.0 * x[i] * x[i] - 400.0 * x[i + 1] + 2.0;
                hv[i] += diagonal * v[i] - 400.0 * x[i] * v[i + 1];
                hv[i + 1] += -400.0 * x[i] * v[i] + 200.0 * v[i + 1];
            }
        });
    }

    /** {@code x^4 / 4 - x^2 / 2 + y^2 / 2}: minima -1/4 at (1, 0) and (-1, 0), a saddle at the origin. */
    public static SecondOrderObjective doubleWell() {
        return of(
                x -> 0.25 * x[0] * x[0] * x[0] * x[0] - 0.5 * x[0] * x[0] + 0.5 * x[1] * x[1],
                (x, g) -> {
                    g[0] = x[0] * x[0] * x[0] - x[0];
                    g[1] = x[1];
                },
                (x, v, hv) -> {
                    hv[0] = (3.0 * x[0] * x[0] - 1.0) * v[0];
                    hv[1] = v[1];
                });
    }

    /** {@code x - log x}: minimum at 1, not a number for negative x. */
    public static SecondOrderObjective logBarrier() {
        return of(
                x -> x[0] - Math.log(x[0]),
                (x, g) -> g[0] = 1.0 - 1.0 / x[0],
                (x, v, hv) -> hv[0] = v[0] / (x[0] * x[0]));
    }
}
