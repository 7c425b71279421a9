package dev.pullback.runtime.optim;

import dev.pullback.runtime.optim.run.Arguments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

/**
 * A listener that draws a bar on one line of a terminal: iterations, value, gradient norm, time left. It writes ten times a
 * second at most. Not thread-safe.
 */
public final class ProgressBar implements Listener {

    private static final long INTERVAL = 100_000_000L;
    private static final int WIDTH = 30;

    private final Appendable out;
    private final long iterations;
    private long start;
    private long lastDrawn;

    /**
     * Creates a bar.
     *
     * @param out where to write, for example {@code System.err}
     * @param iterations the iterations that fill the bar, at least 1
     * @throws IllegalArgumentException if {@code iterations} is less than 1
     */
    public ProgressBar(Appendable out, long iterations) {
        this.out = Objects.requireNonNull(out, "out is null");
        this.iterations = Arguments.requireAtLeast(iterations, 1, "iterations");
    }

    /**
     * Draws the bar.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    @Override
    public Decision onIteration(Progress progress) {
        long now = System.nanoTime();
        boolean isFirst = progress.iteration() == 0;
        boolean isLast = progress.iteration() == iterations;
        if (isFirst) {
            start = now;
        }
        if (isFirst || isLast || now - lastDrawn >= INTERVAL) {
            lastDrawn = now;
            draw(progress, now - start, isLast);
        }
        return Decision.CONTINUE;
    }

    private void draw(Progress progress, long nanos, boolean isLast) {
        long done = Math.min(progress.iteration(), iterations);
        int filled = (int) (WIDTH * done / iterations);
        double left = done == 0 ? Double.NaN : 1e-9 * nanos / done * (iterations - done);
        String line = String.format(
                Locale.ROOT,
                "\r[%s%s] %d/%d  value %.6g  |g| %.2e  %s%s",
                "#".repeat(filled),
                " ".repeat(WIDTH - filled),
                progress.iteration(),
                iterations,
                progress.value(),
                progress.gradientNorm(),
                Double.isNaN(left) ? "" : String.format(Locale.ROOT, "%.0f s left  ", left),
                isLast ? System.lineSeparator() : "");
        try {
            out.append(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
