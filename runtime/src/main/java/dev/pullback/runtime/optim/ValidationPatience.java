package dev.pullback.runtime.optim;

import dev.pullback.runtime.optim.run.Arguments;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Early stopping: ends a run when the loss on data that is not trained on has not improved for some looks at it, and keeps the
 * best point.
 *
 * <p>Holds the best of the run: one instance per run at a time, not thread-safe.
 */
public final class ValidationPatience implements StoppingCriterion {

    private final ToDoubleFunction<double[]> loss;
    private final long every;
    private final long patience;
    private double bestValue = Double.POSITIVE_INFINITY;
    private double[] bestPoint = {};
    private double[] point = {};
    private long waiting;

    /**
     * Creates the criterion.
     *
     * @param loss the loss on the validation data at a point, which it must not modify
     * @param every the iterations from one look to the next, at least 1
     * @param patience the looks in a row without improvement that end the run, at least 1
     * @throws IllegalArgumentException if a number is less than 1
     */
    public ValidationPatience(ToDoubleFunction<double[]> loss, long every, long patience) {
        this.loss = Objects.requireNonNull(loss, "loss is null");
        this.every = Arguments.requireAtLeast(every, 1, "every");
        this.patience = Arguments.requireAtLeast(patience, 1, "patience");
    }

    @Override
    public void begin() {
        bestValue = Double.POSITIVE_INFINITY;
        waiting = 0;
    }

    @Override
    public @Nullable StopReason check(Progress progress) {
        if (progress.iteration() % every != 0) {
            return null;
        }
        if (point.length != progress.dimension()) {
            point = new double[progress.dimension()];
            bestPoint = new double[progress.dimension()];
        }
        progress.copyPoint(point);
        double value = loss.applyAsDouble(point);
        if (value < bestValue) {
            bestValue = value;
            System.arraycopy(point, 0, bestPoint, 0, point.length);
            waiting = 0;
            return null;
        }
        waiting++;
        return waiting >= patience ? StopReason.PATIENCE : null;
    }

    /**
     * The best validation loss of the run.
     *
     * @return the loss, positive infinity if there was none
     */
    public double bestValue() {
        return bestValue;
    }

    /**
     * The point with the best validation loss.
     *
     * @return a fresh array
     * @throws IllegalStateException if there was none
     */
    public double[] bestPoint() {
        if (bestValue == Double.POSITIVE_INFINITY) {
            throw new IllegalStateException("there is no best point: no validation loss was below infinity");
        }
        return bestPoint.clone();
    }
}
