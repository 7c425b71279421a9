package dev.pullback.samples.spark;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.stddev_samp;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Columns brought to mean 0 and standard deviation 1. */
final class StandardizedTable {
    private StandardizedTable() {}

    /** Standardizes the named columns and leaves the others. */
    static Dataset<Row> of(Dataset<Row> table, String... columns) {
        Column[] statistics = Arrays.stream(columns)
                .flatMap(name -> Stream.of(avg(name), stddev_samp(name)))
                .toArray(Column[]::new);
        Row row = table.select(statistics).first();
        Dataset<Row> result = table;
        for (int i = 0; i < columns.length; i++) {
            Column scaled = col(columns[i]).minus(row.getDouble(2 * i)).divide(row.getDouble(2 * i + 1));
            result = result.withColumn(columns[i], scaled);
        }
        return result;
    }
}
