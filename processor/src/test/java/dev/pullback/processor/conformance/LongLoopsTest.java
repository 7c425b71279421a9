package dev.pullback.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.checkpoint.CheckpointReport;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** A million steps of an integrator, forward and back, in little memory. */
final class LongLoopsTest {
    private static final int STEPS = 1_000_000;
    private static final long MEGABYTE = 1 << 20;

    private static final String INTEGRATOR = """
            import dev.pullback.annotations.*;

            public final class %s {
                private %<s() {}

                @Checkpointed(%s)
                @Differentiable
                public static double f(double start, double damping, double h, int steps) {
                    double a = start;
                    double w = 0;
                    for (int i = 0; i < steps; i++) {
                        double a1 = w;
                        double w1 = -Math.sin(a) - damping * w;
                        double a2 = w + 0.5 * h * w1;
                        double w2 = -Math.sin(a + 0.5 * h * a1) - damping * a2;
                        double a3 = w + 0.5 * h * w2;
                        double w3 = -Math.sin(a + 0.5 * h * a2) - damping * a3;
                        double a4 = w + h * w3;
                        double w4 = -Math.sin(a + h * a3) - damping * a4;
                        a += h / 6 * (a1 + 2 * a2 + 2 * a3 + a4);
                        w += h / 6 * (w1 + 2 * w2 + 2 * w3 + w4);
                    }
                    return a;
                }
            }
            """;

    /** One run: the gradient, what was allocated, and what the checkpoints say. */
    private record Run(double[] gradient, long allocated, CheckpointReport report) {}

    private static Run run(String name, String options) throws ReflectiveOperationException {
        CompilationResult result =
                ProcessorCompiler.withProcessor().compile(SourceFile.of(name, INTEGRATOR.formatted(name, options)));
        assertThat(result.succeeded()).as(result.describe()).isTrue();
        Method method = result.load(name + "Derivatives")
                .getMethod(
                        "fValueAndGradient",
                        double.class,
                        double.class,
                        double.class,
                        int.class,
                        double[].class,
                        Workspace.class);
        double[] bars = new double[3];
        Workspace workspace = new Workspace();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        method.invoke(null, 1.0, 0.01, 0.0001, STEPS, bars, workspace);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        return new Run(bars, allocated, workspace.checkpointReports().get(0));
    }

    @Test
    void aMillionStepsTakeLittleMemory() throws ReflectiveOperationException {
        Run all = run("Stored", "schedule = Checkpointed.Schedule.STORE_ALL");
        Run budget = run("Budget", "bytes = 64 * 1024");
        Run twenty = run("Twenty", "snapshots = 20");

        assertThat(budget.gradient()).containsExactly(all.gradient());
        assertThat(twenty.gradient()).containsExactly(all.gradient());

        // All that is ever allocated bounds the heap that is needed.
        assertThat(budget.allocated()).isLessThan(MEGABYTE);
        assertThat(twenty.allocated()).isLessThan(MEGABYTE);
        assertThat(budget.report().bytes()).isLessThanOrEqualTo(64 * 1024);
        assertThat(twenty.report().snapshots()).isEqualTo(20);

        // The least possible, and what follows the last snapshot once more.
        assertThat(budget.report().recomputationFactor() - budget.report().optimalFactor())
                .isBetween(0.0, 5.0 / STEPS);
        assertThat(twenty.report().recomputationFactor() - twenty.report().optimalFactor())
                .isBetween(0.0, 10.0 / STEPS);
        assertThat(twenty.report().optimalFactor()).isEqualTo(6_815_960.0 / STEPS);
    }
}
