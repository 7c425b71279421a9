package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizerState;
import dev.pullback.runtime.optim.Progress;
import dev.pullback.runtime.optim.run.Arguments;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Map;
import java.util.Objects;

/**
 * An average of the parameters over the steps, which is often better than the last of them.
 *
 * <p>It is a {@link Listener} of {@code minimize}; in a loop of your own call {@link #add} after every step. Not thread-safe;
 * allocates at the first step only.
 */
public final class ParameterAverage implements Listener {

    private static final String NAME = "ParameterAverage";
    private static final String SUM = "sum";

    /** The decay of an exponential average, NaN for a plain mean. */
    private final double decay;

    private final long first;
    private final long every;
    private double[] sum = {};
    private double[] point = {};
    private long steps;

    private ParameterAverage(double decay, long first, long every) {
        this.decay = decay;
        this.first = first;
        this.every = every;
    }

    /**
     * The exponential moving average {@code a = decay a + (1 - decay) theta}, divided by {@code 1 - decay^t} so that the zeros
     * at the start do not count.
     *
     * @param decay the decay, in [0, 1), for example 0.999
     * @return the average
     * @throws IllegalArgumentException if the decay is out of range
     */
    public static ParameterAverage exponential(double decay) {
        return new ParameterAverage(Arguments.requireDecay(decay, "decay"), 1, 1);
    }

    /**
     * Stochastic weight averaging: the mean of the parameters after steps {@code first, first + every, ...}.
     *
     * <p>Source: Izmailov, Podoprikhin, Garipov, Vetrov and Wilson 2018, "Averaging Weights Leads to Wider Optima and Better
     * Generalization", algorithm 1; with {@code every = 1} Polyak and Juditsky 1992, "Acceleration of Stochastic Approximation
     * by Averaging".
     *
     * @param first the first step that counts, at least 1
     * @param every the distance between steps that count, at least 1
     * @return the average
     * @throws IllegalArgumentException if a number is less than 1
     */
    public static ParameterAverage stochastic(long first, long every) {
        Arguments.requireAtLeast(first, 1, "first");
        Arguments.requireAtLeast(every, 1, "every");
        return new ParameterAverage(Double.NaN, first, every);
    }

    /**
     * Takes the parameters after a step.
     *
     * @param parameters the parameters, length n, finite
     * @throws IllegalArgumentException if the length differs from the steps before or an entry is not finite
     */
    public void add(double[] parameters) {
        Objects.requireNonNull(parameters, "parameters is null");
        Vectors.requireFinite(parameters, "parameters");
        if (sum.length == 0) {
            sum = new double[parameters.length];
        }
        Arguments.requireLength(parameters, sum.length, "parameters");
        steps++;
        if (!Double.isNaN(decay)) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] = decay * sum[i] + (1.0 - decay) * parameters[i];
            }
        } else if (steps >= first && (steps - first) % every == 0) {
            Vectors.addScaled(1.0, parameters, sum);
        }
    }

    @Override
    public Decision onIteration(Progress progress) {
        if (progress.iteration() > 0) {
            if (point.length != progress.dimension()) {
                point = new double[progress.dimension()];
            }
            progress.copyPoint(point);
            add(point);
        }
        return Decision.CONTINUE;
    }

    /**
     * The average so far.
     *
     * @return a fresh array
     * @throws IllegalStateException if no step has counted yet
     */
    public double[] average() {
        double weight = Double.isNaN(decay) ? counted() : 1.0 - Vectors.power(decay, steps);
        if (!(weight > 0.0)) {
            throw new IllegalStateException("no step has been averaged yet: " + steps + " seen");
        }
        double[] average = new double[sum.length];
        for (int i = 0; i < average.length; i++) {
            average[i] = sum[i] / weight;
        }
        return average;
    }

    private long counted() {
        return steps < first ? 0 : (steps - first) / every + 1;
    }

    /**
     * Copies the state, for an exact resume.
     *
     * @return the state
     */
    public OptimizerState state() {
        return new OptimizerState(NAME, steps, Map.of(SUM, sum));
    }

    /**
     * Continues from a saved state.
     *
     * @param state what {@link #state} of an average with the same settings returned
     * @throws IllegalArgumentException if the state is another kind's
     */
    public void restore(OptimizerState state) {
        Objects.requireNonNull(state, "state is null");
        sum = state.vector(NAME, SUM);
        steps = state.steps();
    }
}
