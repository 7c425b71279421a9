package dev.pullback.runtime.testkit;

import dev.pullback.runtime.Objective;
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
}
