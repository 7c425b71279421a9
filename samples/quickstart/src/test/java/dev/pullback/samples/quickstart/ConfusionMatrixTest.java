package dev.pullback.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

    @Test
    void countsActualAgainstPredicted() {
        LogisticModel model = LogisticModel.ofFlat(new double[] {2.0, -1.0, 0.5});
        Dataset data = new Dataset(
                "test.csv",
                List.of("no", "yes"),
                new double[][] {{1.0, 0.0}, {0.0, 0.0}, {0.0, 1.0}, {-1.0, 0.0}, {0.0, 2.0}},
                new int[] {1, 0, 1, 0, 0});

        ConfusionMatrix matrix = ConfusionMatrix.of(model, data);

        assertThat(matrix.counts()).isDeepEqualTo(new int[][] {{2, 1}, {1, 1}});
        assertThat(matrix.correct()).isEqualTo(3);
        assertThat(matrix.total()).isEqualTo(5);
        assertThat(matrix.accuracy()).isCloseTo(0.6, within(1e-15));
    }

    @Test
    void namesTheClasses() {
        String table = new ConfusionMatrix(new int[][] {{50, 3}, {1, 88}}).format(List.of("malignant", "benign"));

        assertThat(table.lines())
                .containsExactly(
                        "  actual \\ predicted      malignant       benign",
                        "  malignant                      50            3",
                        "  benign                          1           88");
    }
}
