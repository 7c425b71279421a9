package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.OptimizerState;
import dev.pullback.runtime.optim.Schedule;
import dev.pullback.runtime.optim.StepOptimizer;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What all methods of this package share: a learning rate over the steps and some moving vectors, one entry per parameter,
 * which are zero before the first step. A method adds the formula of one step.
 */
abstract class FirstOrderMethod implements StepOptimizer {

    private final Schedule learningRate;
    private final String[] names;
    private final double[][] vectors;
    private int size;
    private long steps;

    /** A method with moving vectors of these names. */
    FirstOrderMethod(Schedule learningRate, String... names) {
        this.learningRate = Objects.requireNonNull(learningRate, "learningRate is null");
        this.names = names.clone();
        this.vectors = new double[names.length][0];
    }

    /**
     * Moves the parameters; the arguments are checked, {@link #steps()} counts this step already.
     *
     * @param rate the learning rate of this step
     */
    abstract void update(double[] parameters, double[] gradient, double rate);

    /** Checks, beyond what holds for all methods, how many parameters there are. */
    void requireSize(int parameters) {}

    /** One of the moving vectors, by the position of its name. */
    final double[] vector(int position) {
        return vectors[position];
    }

    @Override
    public final void step(double[] parameters, double[] gradient) {
        Vectors.requireStep(parameters, gradient, size);
        requireSize(parameters.length);
        double rate = Vectors.requireRate(learningRate.at(steps), steps);
        if (size == 0) {
            size = parameters.length;
            for (int k = 0; k < vectors.length; k++) {
                vectors[k] = new double[size];
            }
        }
        steps++;
        update(parameters, gradient, rate);
    }

    @Override
    public final long steps() {
        return steps;
    }

    @Override
    public final void reset() {
        for (int k = 0; k < vectors.length; k++) {
            vectors[k] = new double[0];
        }
        size = 0;
        steps = 0;
    }

    @Override
    public final OptimizerState state() {
        Map<String, double[]> named = new TreeMap<>();
        for (int k = 0; k < names.length; k++) {
            named.put(names[k], vectors[k]);
        }
        return new OptimizerState(kind(), steps, named);
    }

    @Override
    public final void restore(OptimizerState state) {
        Objects.requireNonNull(state, "state is null");
        state.requireOptimizer(kind());
        double[][] restored = new double[names.length][];
        for (int k = 0; k < names.length; k++) {
            restored[k] = state.vector(names[k]);
            if (restored[k].length != restored[0].length) {
                throw new IllegalArgumentException("state: " + names[0] + " has length " + restored[0].length + ", "
                        + names[k] + " has length " + restored[k].length);
            }
        }
        System.arraycopy(restored, 0, vectors, 0, restored.length);
        size = restored.length == 0 ? 0 : restored[0].length;
        steps = state.steps();
    }

    private String kind() {
        return getClass().getSimpleName();
    }
}
