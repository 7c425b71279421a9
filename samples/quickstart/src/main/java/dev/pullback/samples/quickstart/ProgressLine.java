package dev.pullback.samples.quickstart;

import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Shows how a training goes: on a terminal one line that is written over and over, elsewhere a line at iterations 0, 1,
 * 2, 5, 10, 20, 50 and so on.
 */
final class ProgressLine implements Listener {

    private static final long REFRESH_NANOS = 50_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private final String name;
    private long lastShown;
    private boolean shown;

    ProgressLine(PrintWriter out, boolean terminal, String name) {
        this.out = out;
        this.terminal = terminal;
        this.name = name;
    }

    @Override
    public Decision onIteration(Progress progress) {
        if (terminal ? isDue() : isMilestone(progress.iteration())) {
            show(progress.iteration(), progress.value(), progress.gradientNorm());
        }
        return Decision.CONTINUE;
    }

    /** Shows the last state and ends the line. */
    void finish(OptimizationResult result) {
        if (terminal || !isMilestone(result.iterations())) {
            show(result.iterations(), result.value(), result.gradientNorm());
        }
        if (terminal) {
            out.println();
            out.flush();
        }
    }

    private void show(long iteration, double loss, double gradientNorm) {
        // Every field has a fixed width, so a new line covers the old one.
        String line = String.format(
                Locale.ROOT,
                "  %-7s iteration %5d   loss %.8f   gradient norm %.1e",
                name,
                iteration,
                loss,
                gradientNorm);
        if (terminal) {
            out.print("\r" + line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    private boolean isDue() {
        long now = System.nanoTime();
        boolean due = !shown || now - lastShown >= REFRESH_NANOS;
        if (due) {
            shown = true;
            lastShown = now;
        }
        return due;
    }

    /** Whether a number is 0 or 1, 2 or 5 times a power of ten. */
    private static boolean isMilestone(long iteration) {
        long leading = iteration;
        while (leading >= 10 && leading % 10 == 0) {
            leading /= 10;
        }
        return leading <= 2 || leading == 5;
    }
}
