package dev.pullback.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** Reads examples from the columns of a table, as it comes from Parquet, CSV or a query. */
public final class LabeledRows {
    private LabeledRows() {}

    /**
     * The rows as examples.
     *
     * @param table the table, for example {@code spark.read().parquet(..)} or {@code
     *     spark.read().option("header", true).option("inferSchema", true).csv(..)}
     * @param label the column to predict, of a numeric type or boolean (0 and 1)
     * @param features the columns of the features, of such types, in the order wanted
     * @return one example per row, in the table's partitions; a row in which a number is missing ends the job with an
     *     {@link IllegalArgumentException} that names the column and shows the row
     * @throws IllegalArgumentException if there are no features, a column does not exist, or its type is no number (the
     *     message names the column)
     */
    public static JavaRDD<LabeledRow> of(Dataset<Row> table, String label, String... features) {
        Objects.requireNonNull(table, "table is null");
        if (features.length == 0) {
            throw new IllegalArgumentException("features is empty");
        }
        List<String> names =
                Stream.concat(Stream.of(label), Arrays.stream(features)).toList();
        Column[] columns = names.stream().map(name -> numeric(table, name)).toArray(Column[]::new);
        return table.select(columns).javaRDD().map(row -> example(row, names));
    }

    private static Column numeric(Dataset<Row> table, String name) {
        StructField field = Arrays.stream(table.schema().fields())
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the table has no column " + name + ", it has "
                        + String.join(", ", table.schema().fieldNames())));
        if (!(field.dataType() instanceof NumericType || field.dataType() instanceof BooleanType)) {
            throw new IllegalArgumentException(
                    "column " + name + " has type " + field.dataType().simpleString()
                            + ", which is no number; for CSV set option inferSchema or cast it");
        }
        return table.col("`" + name.replace("`", "``") + "`").cast("double");
    }

    private static LabeledRow example(Row row, List<String> names) {
        double[] features = new double[row.size() - 1];
        for (int i = 0; i < features.length; i++) {
            features[i] = number(row, i + 1, names);
        }
        return new LabeledRow(features, number(row, 0, names));
    }

    private static double number(Row row, int column, List<String> names) {
        if (row.isNullAt(column)) {
            throw new IllegalArgumentException(
                    "column " + names.get(column) + " is missing in the row " + row.mkString("[", ", ", "]"));
        }
        return row.getDouble(column);
    }
}
