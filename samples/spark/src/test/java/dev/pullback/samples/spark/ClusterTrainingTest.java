package dev.pullback.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.spark.LabeledRow;
import dev.pullback.spark.LabeledRows;
import dev.pullback.spark.SparkLoss;
import dev.pullback.spark.SparkObjective;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClusterTrainingTest {
    @TempDir
    private static Path folder;

    private static SparkSession spark;
    private static Dataset<Row> table;

    @BeforeAll
    static void start() throws IOException {
        spark = SparkSession.builder()
                .appName("sample test")
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate();
        Path csv = folder.resolve("breast_cancer.csv");
        try (InputStream content = ClusterTraining.class.getResourceAsStream("breast_cancer.csv")) {
            Files.copy(content, csv);
        }
        table = ClusterTraining.read(spark, csv.toString());
    }

    @AfterAll
    static void stop() throws IOException {
        spark.close();
    }

    /** The sums are of the same numbers, but the bias comes first there. */
    @Test
    void aModelThatIsARecordHasTheSameGradient() {
        JavaRDD<LabeledRow> examples = ClusterTraining.examples(table);
        SparkLoss<LabeledRow> loss = SparkLoss.of(() -> LogisticLossDerivatives.modelLossExampleLoss());
        double[] point = new double[31];
        Arrays.setAll(point, i -> Math.sin(i));
        double[] expected = new double[31];
        SparkLoss<LabeledRow> flat = LogisticLossDerivatives::lossValueAndGradient;
        double value = SparkObjective.mean(examples, flat).valueAndGradient(point, expected);

        double[] actual = new double[31];
        assertThat(SparkObjective.mean(examples, loss).valueAndGradient(point, actual))
                .isCloseTo(value, offset(1e-12));
        assertThat(actual).containsExactly(expected, offset(1e-12));
        assertThat(loss.parameterBlocks(31).block("model.bias").offset()).isEqualTo(30);
    }

    @Test
    void gradientIsThatOfOneMachine() {
        JavaRDD<LabeledRow> examples = ClusterTraining.examples(table);
        List<LabeledRow> rows = examples.collect();
        double[] w = new double[31];
        for (int i = 0; i < w.length; i++) {
            w[i] = Math.sin(i);
        }
        double[] expected = new double[w.length];
        double[] one = new double[w.length];
        Workspace workspace = new Workspace();
        double sum = 0.0;
        for (LabeledRow row : rows) {
            sum += LogisticLossDerivatives.lossValueAndGradient(w, row, one, workspace);
            for (int i = 0; i < w.length; i++) {
                expected[i] += one[i] / rows.size();
            }
        }
        double[] actual = new double[w.length];
        double value = SparkObjective.mean(examples, LogisticLossDerivatives::lossValueAndGradient)
                .valueAndGradient(w, actual);

        assertThat(rows).hasSize(569);
        assertThat(value).isCloseTo(sum / rows.size(), offset(1e-13));
        assertThat(actual).containsExactly(expected, offset(1e-13));
    }

    @Test
    void learnsToTellTumoursApartFromCsvAndFromParquet() {
        Path parquet = folder.resolve("table.parquet");
        table.write().parquet(parquet.toString());
        JavaRDD<LabeledRow> fromCsv = ClusterTraining.examples(table);
        JavaRDD<LabeledRow> fromParquet = ClusterTraining.examples(ClusterTraining.read(spark, parquet.toString()));

        OptimizationResult result = ClusterTraining.train(fromCsv);

        assertThat(result.gradientNorm()).isLessThan(1e-6);
        assertThat(ClusterTraining.accuracy(result.point(), fromCsv)).isGreaterThan(0.97);
        assertThat(ClusterTraining.train(fromParquet).value()).isCloseTo(result.value(), offset(1e-9));
    }

    @Test
    void aMissingLabelColumnIsNamed() {
        Dataset<Row> withoutLabel = table.drop(ClusterTraining.LABEL);
        assertThatThrownBy(() -> LabeledRows.of(withoutLabel, ClusterTraining.LABEL, "mean_radius"))
                .hasMessageStartingWith("the table has no column benign, it has mean_radius, mean_texture");
    }
}
