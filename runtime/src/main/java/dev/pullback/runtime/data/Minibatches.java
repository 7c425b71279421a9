package dev.pullback.runtime.data;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Minibatches: of a list, shuffled anew in each epoch, or of an iterator over data too large for memory.
 *
 * <p>The batch of a step depends on the seed and the step only, so that a training that is resumed at any step sees the same
 * batches as one that was never interrupted. Not thread-safe.
 *
 * @param <E> the type of an example
 */
public final class Minibatches<E> {

    private final List<E> examples;
    private final int batchSize;
    private final long seed;
    private final int[] order;
    private long shuffledEpoch = -1;

    private Minibatches(List<E> examples, int batchSize, long seed) {
        this.examples = Objects.requireNonNull(examples, "examples is null");
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("examples is empty");
        }
        requireBatchSize(batchSize);
        this.batchSize = Math.min(batchSize, examples.size());
        this.seed = seed;
        this.order = new int[examples.size()];
    }

    /**
     * Minibatches of a list.
     *
     * @param examples the examples, at least one; not copied
     * @param batchSize the examples per batch, at least 1; the last batch of an epoch may have fewer
     * @param seed decides the order of all epochs
     * @param <E> the type of an example
     * @return the batches
     * @throws IllegalArgumentException if there is no example or the size is less than 1
     */
    public static <E> Minibatches<E> of(List<E> examples, int batchSize, long seed) {
        return new Minibatches<>(examples, batchSize, seed);
    }

    /**
     * The number of batches in an epoch.
     *
     * @return at least 1
     */
    public long perEpoch() {
        return (examples.size() + batchSize - 1L) / batchSize;
    }

    /**
     * The batch of a step.
     *
     * @param step the number of steps before, from 0
     * @return a view that is valid until the next call
     * @throws IllegalArgumentException if the step is negative
     */
    public List<E> batch(long step) {
        if (step < 0) {
            throw new IllegalArgumentException("step must not be negative, is " + step);
        }
        shuffle(step / perEpoch());
        int from = (int) (step % perEpoch()) * batchSize;
        int to = Math.min(from + batchSize, order.length);
        return new AbstractList<>() {
            @Override
            public E get(int index) {
                return examples.get(order[from + Objects.checkIndex(index, to - from)]);
            }

            @Override
            public int size() {
                return to - from;
            }
        };
    }

    /** Fisher and Yates' shuffle with a generator per epoch. */
    private void shuffle(long epoch) {
        if (epoch == shuffledEpoch) {
            return;
        }
        SplittableRandom random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (epoch + 1));
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        shuffledEpoch = epoch;
    }

    /**
     * Minibatches of an iterator, which is read as far as needed: memory for one batch.
     *
     * @param examples the examples, of {@code stream.iterator()} for example
     * @param batchSize the examples per batch, at least 1; the last batch may have fewer
     * @param <E> the type of an example
     * @return the batches, in order; each is a new list
     * @throws IllegalArgumentException if the size is less than 1
     */
    public static <E> Iterator<List<E>> of(Iterator<? extends E> examples, int batchSize) {
        Objects.requireNonNull(examples, "examples is null");
        requireBatchSize(batchSize);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return examples.hasNext();
            }

            @Override
            public List<E> next() {
                if (!examples.hasNext()) {
                    throw new NoSuchElementException("no more examples");
                }
                List<E> batch = new ArrayList<>(batchSize);
                while (batch.size() < batchSize && examples.hasNext()) {
                    batch.add(examples.next());
                }
                return batch;
            }
        };
    }

    /**
     * An iterator in a random order, as far as a buffer allows: each example is drawn from the next {@code buffer} ones.
     *
     * @param examples the examples
     * @param buffer the examples kept in memory, at least 1
     * @param seed decides the order
     * @param <E> the type of an example
     * @return all examples in another order
     * @throws IllegalArgumentException if the buffer is less than 1
     */
    public static <E> Iterator<E> shuffled(Iterator<? extends E> examples, int buffer, long seed) {
        Objects.requireNonNull(examples, "examples is null");
        if (buffer < 1) {
            throw new IllegalArgumentException("buffer must be at least 1, is " + buffer);
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<E> kept = new ArrayList<>(Math.min(buffer, 1 << 16));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !kept.isEmpty() || examples.hasNext();
            }

            @Override
            public E next() {
                while (kept.size() < buffer && examples.hasNext()) {
                    kept.add(examples.next());
                }
                if (kept.isEmpty()) {
                    throw new NoSuchElementException("no more examples");
                }
                int last = kept.size() - 1;
                int drawn = random.nextInt(kept.size());
                E example = kept.get(drawn);
                kept.set(drawn, kept.get(last));
                kept.remove(last);
                return example;
            }
        };
    }

    private static void requireBatchSize(int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1, is " + batchSize);
        }
    }
}
