package dev.pullback.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {

    @Test
    void sameSeedGivesSameSplit() throws InputException {
        Dataset data = labelled(30, 70);

        Split first = Split.stratified(data, 0.25, 7);
        Split second = Split.stratified(data, 0.25, 7);

        assertThat(second.trainingRows()).isEqualTo(first.trainingRows());
        assertThat(second.testRows()).isEqualTo(first.testRows());
    }

    /** The generator and the shuffle are specified, so a seed means the same everywhere. */
    @Test
    void seedMeansTheSameOnEveryMachine() throws InputException {
        assertThat(Split.stratified(labelled(6, 6), 0.5, 1).testRows()).containsExactly(0, 2, 4, 6, 7, 9);
    }

    @Test
    void otherSeedGivesOtherSplit() throws InputException {
        Dataset data = labelled(30, 70);

        assertThat(Split.stratified(data, 0.25, 8).testRows())
                .isNotEqualTo(Split.stratified(data, 0.25, 7).testRows());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -5, Long.MAX_VALUE})
    void everyRowIsInExactlyOnePart(long seed) throws InputException {
        Dataset data = labelled(13, 57);

        Split split = Split.stratified(data, 0.25, seed);

        int[] all = IntStream.concat(IntStream.of(split.trainingRows()), IntStream.of(split.testRows()))
                .sorted()
                .toArray();
        assertThat(all).isEqualTo(IntStream.range(0, 70).toArray());
        assertThat(split.trainingRows()).isSorted();
        assertThat(split.testRows()).isSorted();
    }

    @Test
    void bothPartsHaveTheSameShareOfEachClass() throws InputException {
        Dataset data = CsvDataset.bundled();

        Split split = Split.stratified(data, 0.25, 1);

        for (int[] rows : List.of(split.trainingRows(), split.testRows())) {
            double share = (double) data.select(rows).rowsOf(0).length / rows.length;
            assertThat(share).isCloseTo(212.0 / 569.0, within(0.002));
        }
        assertThat(split.testRows()).hasSize(53 + 89);
    }

    @ParameterizedTest
    @CsvSource({"0.0, 2, 10", "0.25, 2, 2", "0.99, 8, 2", "1.0, 9, 9"})
    void noClassIsMissingFromAPart(double testShare, int first, int second) throws InputException {
        Dataset data = labelled(first, second);

        Split split = Split.stratified(data, testShare, 3);

        for (int[] rows : List.of(split.trainingRows(), split.testRows())) {
            assertThat(data.select(rows).rowsOf(0)).isNotEmpty();
            assertThat(data.select(rows).rowsOf(1)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 3, class 'no' has 0 rows",
        "1, 5, 3, class 'no' has 1 row",
        "5, 1, 4, class 'yes' has 1 row",
        "5, 0, 4, class 'yes' has 0 rows",
    })
    void refusesAClassThatWouldBeMissing(int first, int second, int column, String problem) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Split.stratified(labelled(first, second), 0.25, 1))
                .withMessage(
                        "test.csv, line 1, column " + column + ": " + problem + ", training and test need one each");
    }

    private static Dataset labelled(int first, int second) {
        int[] y = IntStream.range(0, first + second).map(i -> i < first ? 0 : 1).toArray();
        return new Dataset("test.csv", List.of("no", "yes"), new double[y.length][1], y);
    }
}
