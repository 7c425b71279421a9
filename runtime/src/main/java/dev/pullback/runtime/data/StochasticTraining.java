package dev.pullback.runtime.data;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.optim.OptimizerState;
import dev.pullback.runtime.optim.StepOptimizer;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Training by minibatches: the mean gradient of a batch, then a step of an optimizer.
 *
 * <pre>{@code
 * var training = new StochasticTraining<>(ModelDerivatives::lossValueAndGradient, new Adam(1e-3), start, blocks);
 * var batches = Minibatches.of(examples, 32, seed);
 * while (training.steps() < 1000) {
 *     training.step(batches.batch(training.steps()));
 * }
 * }</pre>
 *
 * <p>{@link #state} and {@link #restore} continue a training bit for bit: parameters, moments and the number of the step. Holds
 * a workspace: not thread-safe.
 *
 * @param <E> the type of an example
 */
public final class StochasticTraining<E> {

    private static final String NAME = "StochasticTraining";
    private static final String PARAMETERS = "parameters";

    private final ExampleLoss<E> loss;
    private final StepOptimizer optimizer;
    private final ParameterBlocks blocks;
    private final Workspace workspace = new Workspace();
    private final double[] parameters;
    private final double[] gradient;
    private final double[] sum;
    private long steps;

    /**
     * Creates a training.
     *
     * @param loss the loss of one example
     * @param optimizer takes the steps; it belongs to this training from now on
     * @param start the first parameters, finite; copied
     * @param blocks the names of the parameters, for messages
     * @throws IllegalArgumentException if the start is not finite or has not the length of the blocks
     */
    public StochasticTraining(ExampleLoss<E> loss, StepOptimizer optimizer, double[] start, ParameterBlocks blocks) {
        this.loss = Objects.requireNonNull(loss, "loss is null").forThread();
        this.optimizer = Objects.requireNonNull(optimizer, "optimizer is null");
        this.blocks = Objects.requireNonNull(blocks, "blocks is null");
        Objects.requireNonNull(start, "start is null");
        if (start.length != blocks.size()) {
            throw new IllegalArgumentException("start has length " + start.length + ", expected " + blocks.size());
        }
        parameters = start.clone();
        gradient = new double[start.length];
        sum = new double[start.length];
        int bad = Vectors.firstNonFinite(parameters);
        if (bad >= 0) {
            throw new IllegalArgumentException("start" + entry(bad, parameters));
        }
    }

    /**
     * Creates a training with the names that the loss gives to its parameters.
     *
     * @param loss the loss of one example
     * @param optimizer takes the steps; it belongs to this training from now on
     * @param start the first parameters, finite; copied
     * @throws IllegalArgumentException if the start is not finite
     */
    public StochasticTraining(ExampleLoss<E> loss, StepOptimizer optimizer, double[] start) {
        this(loss, optimizer, start, loss.parameterBlocks(start.length));
    }

    /**
     * Takes one step. Nothing has changed if an exception is thrown.
     *
     * @param batch the examples of the step, at least one
     * @return the mean loss of the batch before the step
     * @throws IllegalArgumentException if the batch is empty
     * @throws ArithmeticException if the loss or its gradient is not finite; the message names the first parameter
     */
    public double step(List<? extends E> batch) {
        if (batch.isEmpty()) {
            throw new IllegalArgumentException("batch is empty");
        }
        Arrays.fill(sum, 0.0);
        double value = 0.0;
        for (int i = 0; i < batch.size(); i++) {
            value += loss.valueAndGradient(parameters, batch.get(i), gradient, workspace);
            for (int j = 0; j < sum.length; j++) {
                sum[j] += gradient[j];
            }
        }
        for (int j = 0; j < sum.length; j++) {
            sum[j] /= batch.size();
        }
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("the loss of step " + steps + " is " + value);
        }
        int bad = Vectors.firstNonFinite(sum);
        if (bad >= 0) {
            throw new ArithmeticException("the gradient of step " + steps + entry(bad, sum));
        }
        optimizer.step(parameters, sum);
        steps++;
        return value / batch.size();
    }

    private String entry(int index, double[] vector) {
        return ": the entry of " + blocks.nameOf(index) + " is " + vector[index];
    }

    /**
     * Takes a step per batch of an iterator, until it ends.
     *
     * @param examples the examples, read as far as needed
     * @param batchSize the examples per step, at least 1
     * @return the mean loss of the last batch, NaN if there was none
     */
    public double run(Iterator<? extends E> examples, int batchSize) {
        double last = Double.NaN;
        for (Iterator<List<E>> batches = Minibatches.of(examples, batchSize); batches.hasNext(); ) {
            last = step(batches.next());
        }
        return last;
    }

    /**
     * Takes a step per batch of a live stream, in the publisher's thread, until it ends. At most one batch is asked for at a time,
     * so that a publisher that is too fast has to wait.
     *
     * @param examples where the examples come from
     * @param batchSize the examples per step, at least 1
     * @return is completed with the number of steps at the end of the stream, or with the exception that ended it
     */
    public CompletionStage<Long> run(Flow.Publisher<? extends E> examples, int batchSize) {
        Objects.requireNonNull(examples, "examples is null");
        BatchSubscriber<E> subscriber = new BatchSubscriber<>(batchSize, this::step);
        examples.subscribe(subscriber);
        return subscriber.batches();
    }

    /**
     * The parameters.
     *
     * @return a fresh copy
     */
    public double[] parameters() {
        return parameters.clone();
    }

    /**
     * The mean gradient of the last batch.
     *
     * @param into receives the gradient
     */
    public void copyGradient(double[] into) {
        System.arraycopy(sum, 0, into, 0, sum.length);
    }

    /**
     * The number of steps, restored ones included.
     *
     * @return the number
     */
    public long steps() {
        return steps;
    }

    /**
     * Copies the state, for an exact resume.
     *
     * @return parameters and the optimizer's state; see {@link OptimizerState#toBytes}
     */
    public OptimizerState state() {
        return OptimizerState.around(NAME, steps, Map.of(PARAMETERS, parameters), optimizer.state());
    }

    /**
     * Continues from a saved state.
     *
     * @param state what {@link #state} of a training with the same settings returned
     * @throws IllegalArgumentException if the state is another kind's or has another number of parameters
     */
    public void restore(OptimizerState state) {
        Objects.requireNonNull(state, "state is null");
        double[] restored = state.vector(NAME, PARAMETERS);
        if (restored.length != parameters.length) {
            throw new IllegalArgumentException(
                    "state has " + restored.length + " parameters, expected " + parameters.length);
        }
        optimizer.restore(state.inner(NAME));
        System.arraycopy(restored, 0, parameters, 0, restored.length);
        steps = state.steps();
    }
}
