package dev.pullback.runtime.testkit;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.Optimizer;
import java.lang.management.ManagementFactory;

/** Counts the bytes that the current thread allocates. */
public final class Allocation {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int RUNS = 5;
    private static final int WARM_UP = 10;

    private Allocation() {}

    /**
     * The bytes that an action allocates once classes are loaded and buffers have their size: the least of some runs,
     * because the virtual machine itself allocates now and then (a lambda's first call, a deoptimisation).
     */
    public static long ofSteadyState(Runnable action) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long before = current();
            action.run();
            least = Math.min(least, current() - before);
        }
        return least;
    }

    /** The bytes that an optimizer allocates from its tenth iteration to its last one: the least of some runs. */
    public static long perIterations(Optimizer optimizer, Objective objective, double[] start, int iterations) {
        long[] readings = new long[iterations + 1];
        Listener meter = progress -> {
            readings[(int) progress.iteration()] = current();
            return Listener.Decision.CONTINUE;
        };
        long least = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            OptimizationResult result = optimizer.minimize(objective, start, new IterationBudget(iterations), meter);
            if (result.iterations() != iterations) {
                throw new AssertionError(result.message());
            }
            least = Math.min(least, readings[iterations] - readings[WARM_UP]);
        }
        return least;
    }

    private static long current() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
