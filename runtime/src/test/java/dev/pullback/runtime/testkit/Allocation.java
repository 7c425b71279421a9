package dev.pullback.runtime.testkit;

import java.lang.management.ManagementFactory;

/** Counts the bytes that the current thread allocates. */
public final class Allocation {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** The bytes allocated by the second of two equal runs of an action; the first loads classes and sizes buffers. */
    public static long ofSteadyState(Runnable action) {
        long overhead = measure(() -> {});
        measure(action);
        return measure(action) - Math.min(overhead, measure(() -> {}));
    }

    private static long measure(Runnable action) {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        action.run();
        return THREADS.getThreadAllocatedBytes(thread) - before;
    }
}
