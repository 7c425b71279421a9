package dev.pullback.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandardizerTest {

    private static final double TOLERANCE = 1e-12;

    @Test
    void learnsMeanAndDeviation() {
        Standardizer standardizer = Standardizer.fit(new double[][] {{1.0, 10.0}, {3.0, 10.0}, {5.0, 40.0}});

        assertThat(standardizer.mean()).containsExactly(new double[] {3.0, 20.0}, within(TOLERANCE));
        assertThat(standardizer.scale())
                .containsExactly(new double[] {Math.sqrt(8.0 / 3.0), Math.sqrt(200.0)}, within(TOLERANCE));
    }

    @Test
    void appliesWhatItLearnedToOtherRows() {
        Standardizer standardizer = Standardizer.fit(new double[][] {{1.0}, {5.0}});
        Dataset other = data(new double[][] {{3.0}, {9.0}});

        assertThat(standardizer.apply(other).x()).isDeepEqualTo(new double[][] {{0.0}, {3.0}});
        assertThat(other.x()).isDeepEqualTo(new double[][] {{3.0}, {9.0}});
    }

    @Test
    void constantFeatureBecomesZero() {
        double[][] constant = {{0.1}, {0.1}, {0.1}, {0.1}, {0.1}, {0.1}};

        Dataset standardized = Standardizer.fit(constant).apply(data(constant));

        for (double[] row : standardized.x()) {
            assertThat(row[0]).isCloseTo(0.0, within(TOLERANCE));
        }
    }

    @Test
    void largestNumbersStayFinite() {
        double[][] large = {{1e100}, {-1e100}};

        assertThat(Standardizer.fit(large).apply(data(large)).x()).isDeepEqualTo(new double[][] {{1.0}, {-1.0}});
    }

    @Test
    void trainingRowsHaveMeanZeroAndDeviationOne() throws InputException {
        Dataset training = PreparedData.of(CsvDataset.bundled(), 1).training();

        Standardizer again = Standardizer.fit(training.x());

        for (int j = 0; j < training.features(); j++) {
            assertThat(again.mean()[j]).isCloseTo(0.0, within(TOLERANCE));
            assertThat(again.scale()[j]).isCloseTo(1.0, within(TOLERANCE));
        }
    }

    @Test
    void testRowsDoNotInfluenceTraining() throws InputException {
        Dataset data = CsvDataset.bundled();
        double[][] expected = PreparedData.of(data, 1).training().x();

        double[][] x = data.x().clone();
        for (int row : Split.stratified(data, 0.25, 1).testRows()) {
            x[row] = new double[data.features()];
        }
        Dataset changed = new Dataset(data.source(), data.classNames(), x, data.y());

        assertThat(PreparedData.of(changed, 1).training().x()).isDeepEqualTo(expected);
    }

    private static Dataset data(double[][] x) {
        return new Dataset("test.csv", List.of("no", "yes"), x, new int[x.length]);
    }
}
