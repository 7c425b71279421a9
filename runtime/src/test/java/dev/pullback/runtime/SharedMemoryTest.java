package dev.pullback.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few rows are compared in pairs, many by a table: the answers are the same. */
final class SharedMemoryTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 500})
    void rowsThatStandTwiceAreFound(int count) {
        double[][] matrix = new double[count][1];
        assertThat(SharedMemory.rows(matrix)).isEmpty();
        matrix[count - 1] = matrix[1];
        assertThat(SharedMemory.rows(matrix)).contains(new int[] {1, count - 1});
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 500})
    void rowsInsideOfRowsAreFound(int count) {
        double[][][] cube = new double[count][2][1];
        assertThat(SharedMemory.rows(cube)).isEmpty();
        cube[2][1] = cube[0][0];
        assertThat(SharedMemory.rows(cube)).contains(new int[] {0, 2});
        cube[2][1] = cube[2][0];
        assertThat(SharedMemory.rows(cube)).contains(new int[] {0, 1});
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 500})
    void rowsOfTwoMatricesAreFound(int count) {
        double[][] first = new double[count][1];
        double[][] second = new double[count][1];
        assertThat(SharedMemory.isBetween(first, second)).isFalse();
        assertThat(SharedMemory.isBetween(first[count - 1], second)).isFalse();
        second[0] = first[count - 1];
        assertThat(SharedMemory.isBetween(first, second)).isTrue();
        assertThat(SharedMemory.isBetween(first[count - 1], second)).isTrue();
        assertThat(SharedMemory.isBetween(second, first[count - 1])).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 500})
    void missingRowsShareNothing(int count) {
        assertThat(SharedMemory.rows(new double[count][])).isEmpty();
        assertThat(SharedMemory.isBetween(new double[count][], new double[count][]))
                .isFalse();
        assertThat(SharedMemory.isBetween(null, null)).isFalse();
    }

    @Test
    void nothingIsWrittenToEmptyArrays() {
        double[] empty = {};
        assertThat(SharedMemory.isBetween(empty, empty)).isFalse();
        assertThat(SharedMemory.rows(new double[][] {empty, empty})).isEmpty();
        SharedMemory.requireDistinctBars(empty, empty, "aBar, bBar");
        Shapes.requireBar(empty, empty, "aBar");
    }
}
