package dev.pullback.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MinibatchesTest {

    private static final List<Integer> NUMBERS = IntStream.range(0, 10).boxed().toList();

    @Test
    void anEpochVisitsEachExampleOnceInANewOrder() {
        Minibatches<Integer> batches = Minibatches.of(NUMBERS, 4, 42);
        assertThat(batches.perEpoch()).isEqualTo(3);
        List<Integer> first = epoch(batches, 0);
        List<Integer> second = epoch(batches, 1);

        assertThat(first).containsExactlyInAnyOrderElementsOf(NUMBERS).isNotEqualTo(NUMBERS);
        assertThat(second).containsExactlyInAnyOrderElementsOf(NUMBERS).isNotEqualTo(first);
        assertThat(batches.batch(2)).hasSize(2);
    }

    @Test
    void aBatchDependsOnSeedAndStepOnly() {
        Minibatches<Integer> straight = Minibatches.of(NUMBERS, 4, 7);
        List<Integer> expected = null;
        for (long step = 0; step <= 100; step++) {
            expected = new ArrayList<>(straight.batch(step));
        }

        assertThat(Minibatches.of(NUMBERS, 4, 7).batch(100)).isEqualTo(expected);
        assertThat(epoch(Minibatches.of(NUMBERS, 4, 8), 0)).isNotEqualTo(epoch(straight, 0));
    }

    /** Each number should come first about a tenth of the time. */
    @Test
    void shufflesAreFair() {
        int[] counts = new int[10];
        for (int seed = 0; seed < 5000; seed++) {
            counts[Minibatches.of(NUMBERS, 1, seed).batch(0).get(0)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(400, 600);
        }
    }

    @Test
    void anEndlessStreamIsReadAsFarAsNeeded() {
        int[] read = {0};
        Iterator<List<Integer>> batches = Minibatches.of(
                Stream.iterate(0, i -> i + 1).peek(i -> read[0]++).iterator(), 3);

        assertThat(batches.next()).containsExactly(0, 1, 2);
        assertThat(batches.next()).containsExactly(3, 4, 5);
        assertThat(read[0]).isLessThanOrEqualTo(7);
        Iterator<List<Integer>> rest = Minibatches.of(NUMBERS.iterator(), 6);
        rest.next();
        assertThat(rest.next()).containsExactly(6, 7, 8, 9);
        assertThatThrownBy(rest::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aBufferShufflesAStream() {
        List<Integer> all = new ArrayList<>();
        Minibatches.<Integer>shuffled(NUMBERS.iterator(), 4, 1).forEachRemaining(all::add);

        assertThat(all).containsExactlyInAnyOrderElementsOf(NUMBERS).isNotEqualTo(NUMBERS);
        assertThat(all.get(0)).isLessThan(4);
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatThrownBy(() -> Minibatches.of(List.of(), 1, 0)).hasMessage("examples is empty");
        assertThatThrownBy(() -> Minibatches.of(NUMBERS, 0, 0)).hasMessage("batchSize must be at least 1, is 0");
        assertThatThrownBy(() -> Minibatches.of(NUMBERS.iterator(), 0)).hasMessageStartingWith("batchSize");
        assertThatThrownBy(() -> Minibatches.shuffled(NUMBERS.iterator(), 0, 1)).hasMessageStartingWith("buffer");
        assertThatThrownBy(() -> Minibatches.of(NUMBERS, 1, 0).batch(-1)).hasMessageStartingWith("step");
    }

    private static List<Integer> epoch(Minibatches<Integer> batches, long epoch) {
        List<Integer> seen = new ArrayList<>();
        for (long b = 0; b < batches.perEpoch(); b++) {
            seen.addAll(batches.batch(epoch * batches.perEpoch() + b));
        }
        return seen;
    }
}
