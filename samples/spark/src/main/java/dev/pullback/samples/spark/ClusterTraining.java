package dev.pullback.samples.spark;

import dev.pullback.runtime.optim.GradientNormBelow;
import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.deterministic.Lbfgs;
import dev.pullback.spark.LabeledRow;
import dev.pullback.spark.LabeledRows;
import dev.pullback.spark.SparkLoss;
import dev.pullback.spark.SparkObjective;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Trains a classifier on the Wisconsin breast-cancer data with its rows spread over a cluster. */
public final class ClusterTraining {
    static final String LABEL = "benign";
    private static final double STRENGTH = 0.01;

    private ClusterTraining() {}

    /**
     * Reads, trains, and prints loss and accuracy.
     *
     * @param args a table, Parquet or CSV with a header, whose column {@code benign} is the class and whose other columns
     *     are features; without it, the table of this sample
     * @throws IOException if the table of this sample cannot be copied to where Spark reads it
     */
    public static void main(String[] args) throws IOException {
        try (SparkSession spark = SparkSession.builder()
                .appName("pullback logistic regression")
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate()) {
            JavaRDD<LabeledRow> examples = examples(read(spark, args.length > 0 ? args[0] : ownTable()));
            report(train(examples), examples, System.out);
        }
    }

    static Dataset<Row> read(SparkSession spark, String table) {
        return table.endsWith(".csv")
                ? spark.read()
                        .option("header", true)
                        .option("inferSchema", true)
                        .csv(table)
                : spark.read().parquet(table);
    }

    static JavaRDD<LabeledRow> examples(Dataset<Row> table) {
        String[] features = Arrays.stream(table.columns())
                .filter(column -> !column.equals(LABEL))
                .toArray(String[]::new);
        return LabeledRows.of(StandardizedTable.of(table, features), LABEL, features)
                .repartition(4)
                .cache();
    }

    static OptimizationResult train(JavaRDD<LabeledRow> examples) {
        SparkLoss<LabeledRow> loss = LogisticLossDerivatives::lossValueAndGradient;
        var objective = SparkObjective.mean(examples, loss).plus(LogisticLossDerivatives.penaltyObjective(STRENGTH));
        double[] start = new double[examples.first().features().length + 1];
        return new Lbfgs().minimize(objective, start, new GradientNormBelow(1e-6).or(new IterationBudget(100)));
    }

    static double accuracy(double[] w, JavaRDD<LabeledRow> examples) {
        long right = examples.filter(example -> {
                    double lossIfBenign = LogisticLoss.loss(w, new LabeledRow(example.features(), 1.0));
                    return lossIfBenign < Math.log(2.0) == (example.label() == 1.0);
                })
                .count();
        return (double) right / examples.count();
    }

    private static void report(OptimizationResult result, JavaRDD<LabeledRow> examples, PrintStream out) {
        out.printf("examples   %d in %d partitions%n", examples.count(), examples.getNumPartitions());
        out.printf("loss       %.10f after %d iterations, %s%n", result.value(), result.iterations(), result.message());
        out.printf("accuracy   %.4f%n", accuracy(result.point(), examples));
    }

    /** A file for Spark, which does not read from jars. */
    private static String ownTable() throws IOException {
        Path copy = Files.createTempFile("breast_cancer", ".csv");
        copy.toFile().deleteOnExit();
        try (InputStream table = ClusterTraining.class.getResourceAsStream("breast_cancer.csv")) {
            Files.copy(table, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy.toString();
    }
}
