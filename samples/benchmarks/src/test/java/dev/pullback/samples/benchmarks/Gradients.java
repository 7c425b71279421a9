package dev.pullback.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the gradient tests share: the tolerance of ADBench, flat vectors, central differences and allocation. */
final class Gradients {

    private static final double TOLERANCE = 1e-8;

    private static final int WARM_UP_CALLS = 3;
    private static final int MEASUREMENTS = 5;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Gradients() {}

    /** Asserts {@code |a - b| <= 1e-8 max(1, |a| + |b|)} for every entry. */
    static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            double bound = TOLERANCE * Math.max(1, Math.abs(actual[i]) + Math.abs(expected[i]));
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("entry %d: %s against %s", i, actual[i], expected[i])
                    .isLessThanOrEqualTo(bound);
        }
    }

    /** Puts vectors and matrices, row by row, behind one another. */
    static double[] flatten(Object... parts) {
        return Stream.of(parts)
                .flatMap(part -> part instanceof double[][] rows ? Stream.of(rows) : Stream.of((double[]) part))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /**
     * Central differences at steps h and 2h, combined so that the error is of fourth order; the point is left as
     * found.
     */
    static double[] differences(ToDoubleFunction<double[]> function, double[] point) {
        double[] gradient = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            double at = point[i];
            double step = 1e-3 * Math.max(1, Math.abs(at));
            double near = difference(function, point, i, step);
            double far = difference(function, point, i, 2 * step);
            point[i] = at;
            gradient[i] = (4 * near - far) / 3;
        }
        return gradient;
    }

    /** Asserts that a call allocates nothing once it has run a few times. */
    static void assertAllocatesNothing(Runnable call) {
        for (int i = 0; i < WARM_UP_CALLS; i++) {
            call.run();
        }
        // The first reading of the counter allocates, and so does what the virtual machine does now and then in this
        // thread: the smallest of a few counts is the call's own.
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < MEASUREMENTS; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            call.run();
            smallest = Math.min(smallest, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(smallest).isZero();
    }

    private static double difference(ToDoubleFunction<double[]> function, double[] point, int i, double step) {
        double at = point[i];
        point[i] = at + step;
        double above = function.applyAsDouble(point);
        point[i] = at - step;
        double below = function.applyAsDouble(point);
        point[i] = at;
        return (above - below) / (2 * step);
    }
}
