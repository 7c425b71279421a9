package dev.pullback.processor.fuzz;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Guards against programs and derivatives that never end. */
final class TimeLimit {
    private static final int LONGEST_SECONDS = 60;

    /** The interpreter takes many times the stack of compiled code. */
    private static final long STACK_BYTES = 64L << 20;

    /** The kind of failure of what does not end. */
    static final String HANG = "hang";

    private TimeLimit() {}

    /** The result of a check; no end and an exception are failures too. */
    static Optional<Failure> check(FuzzProgram program, Callable<Optional<Failure>> check) {
        FutureTask<Optional<Failure>> task = new FutureTask<>(check);
        Thread thread = new Thread(null, task, "fuzz-check", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return Optional.of(new Failure(program, HANG, "no end after " + LONGEST_SECONDS + " s"));
        } catch (ExecutionException e) {
            String kind = "throws " + e.getCause().getClass().getSimpleName();
            StackTraceElement[] trace = e.getCause().getStackTrace();
            return Optional.of(new Failure(program, kind, e.getCause() + (trace.length > 0 ? " at " + trace[0] : "")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
