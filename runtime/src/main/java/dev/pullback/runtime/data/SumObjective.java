package dev.pullback.runtime.data;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

/**
 * The mean of the losses of many examples as an objective, computed on several threads.
 *
 * <p>The examples are cut into parts, whose number depends on the number of examples only; each part is summed in order, the
 * parts are added in pairs, in a fixed order. <b>The result has the same bits for any number of threads</b>, and in every run.
 *
 * <p>Each part in work has a {@link Workspace} of its own. The objective itself belongs to one thread at a time, which waits
 * while the pool works; the loss must be safe for several threads with a workspace and {@link ExampleLoss#forThread} each, as
 * generated code is.
 *
 * @param <E> the type of an example
 */
public final class SumObjective<E> implements Objective {

    /** Enough for any number of cores that share a memory, and few enough for the sums to stay in it. */
    private static final int MOST_PARTS = 128;

    private static final int FEWEST_PER_PART = 16;

    private final List<E> examples;
    private final ExampleLoss<E> loss;
    private final ForkJoinPool pool;
    private final ParameterBlocks blocks;
    private final Queue<Scratch<E>> scratches = new ConcurrentLinkedQueue<>();
    private final double[] values;
    private final double[][] gradients;

    /** What a part in work needs for itself. */
    private static final class Scratch<E> {

        private final Workspace workspace = new Workspace();
        private final ExampleLoss<E> loss;
        private final double[] gradient;

        private Scratch(ExampleLoss<E> loss, int size) {
            this.loss = loss.forThread();
            gradient = new double[size];
        }

        private double sum(double[] point, List<E> examples) {
            double sum = 0.0;
            for (E example : examples) {
                sum += loss.value(point, example, workspace);
            }
            return sum;
        }

        private double sum(double[] point, List<E> examples, double[] gradients) {
            Arrays.fill(gradients, 0.0);
            double sum = 0.0;
            for (E example : examples) {
                sum += loss.valueAndGradient(point, example, gradient, workspace);
                add(gradient, gradients);
            }
            return sum;
        }
    }

    /**
     * Creates the objective on the common pool.
     *
     * @param examples the examples, at least one; not copied, so that large data stay where they are
     * @param loss the loss of one example
     * @param blocks the names of the parameters
     * @throws IllegalArgumentException if there is no example
     */
    public SumObjective(List<E> examples, ExampleLoss<E> loss, ParameterBlocks blocks) {
        this(examples, loss, blocks, ForkJoinPool.commonPool());
    }

    /**
     * Creates the objective.
     *
     * @param examples the examples, at least one; not copied, so that large data stay where they are
     * @param loss the loss of one example
     * @param blocks the names of the parameters
     * @param pool runs the parts; its parallelism changes the time, never the result
     * @throws IllegalArgumentException if there is no example
     */
    public SumObjective(List<E> examples, ExampleLoss<E> loss, ParameterBlocks blocks, ForkJoinPool pool) {
        this.examples = Objects.requireNonNull(examples, "examples is null");
        this.loss = Objects.requireNonNull(loss, "loss is null");
        this.blocks = Objects.requireNonNull(blocks, "blocks is null");
        this.pool = Objects.requireNonNull(pool, "pool is null");
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("examples is empty");
        }
        int parts = Math.max(1, Math.min(MOST_PARTS, examples.size() / FEWEST_PER_PART));
        values = new double[parts];
        gradients = new double[parts][blocks.size()];
    }

    @Override
    public ParameterBlocks parameterBlocks(int length) {
        return blocks;
    }

    @Override
    public double value(double[] point) {
        return evaluate(point, false);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if {@code point} or {@code gradient} has not the length of the blocks
     */
    @Override
    public double valueAndGradient(double[] point, double[] gradient) {
        if (gradient.length != blocks.size()) {
            throw new IllegalArgumentException(
                    "gradient has length " + gradient.length + ", expected " + blocks.size());
        }
        double value = evaluate(point, true);
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = gradients[0][j] / examples.size();
        }
        return value;
    }

    private double evaluate(double[] point, boolean withGradient) {
        if (point.length != blocks.size()) {
            throw new IllegalArgumentException("point has length " + point.length + ", expected " + blocks.size());
        }
        pool.invoke(new Parts(point, withGradient, 0, values.length));
        return values[0] / examples.size();
    }

    /** A range of parts; its sum is left in the first of them. */
    private final class Parts extends RecursiveAction {

        private static final long serialVersionUID = 1L;

        private final transient double[] point;
        private final boolean withGradient;
        private final int from;
        private final int to;

        private Parts(double[] point, boolean withGradient, int from, int to) {
            this.point = point;
            this.withGradient = withGradient;
            this.from = from;
            this.to = to;
        }

        @Override
        protected void compute() {
            if (to - from == 1) {
                sum(point, withGradient, from);
                return;
            }
            int middle = (from + to) >>> 1;
            invokeAll(new Parts(point, withGradient, from, middle), new Parts(point, withGradient, middle, to));
            values[from] += values[middle];
            if (withGradient) {
                add(gradients[middle], gradients[from]);
            }
        }
    }

    private static void add(double[] terms, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += terms[j];
        }
    }

    private void sum(double[] point, boolean withGradient, int part) {
        Scratch<E> pooled = scratches.poll();
        Scratch<E> scratch = pooled == null ? new Scratch<>(loss, blocks.size()) : pooled;
        int from = (int) ((long) examples.size() * part / values.length);
        int to = (int) ((long) examples.size() * (part + 1) / values.length);
        List<E> own = examples.subList(from, to);
        values[part] = withGradient ? scratch.sum(point, own, gradients[part]) : scratch.sum(point, own);
        scratches.add(scratch);
    }
}
