package dev.pullback.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabeledRowsTest {
    @TempDir
    private Path folder;

    @Test
    void readsParquetInTheOrderAskedFor() throws IOException {
        Path parquet = folder.resolve("table.parquet");
        csv("width,height,name,ripe\n1.5,2,apple,true\n3,4,pear,false\n")
                .coalesce(1)
                .write()
                .parquet(parquet.toString());
        Dataset<Row> table = LocalSpark.session().read().parquet(parquet.toString());

        List<LabeledRow> rows = LabeledRows.of(table, "ripe", "height", "width").collect();

        assertThat(rows).extracting(LabeledRow::label).containsExactly(1.0, 0.0);
        assertThat(rows.get(0).features()).containsExactly(2.0, 1.5);
        assertThat(rows.get(1).features()).containsExactly(4.0, 3.0);
    }

    @Test
    void namesAColumnThatIsNotThere() throws IOException {
        Dataset<Row> table = csv("width,height\n1,2\n");
        assertThatThrownBy(() -> LabeledRows.of(table, "height", "depth"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the table has no column depth, it has width, height");
    }

    @Test
    void namesAColumnOfText() throws IOException {
        Dataset<Row> table = csv("width,height\n1,2\n?,3\n");
        assertThatThrownBy(() -> LabeledRows.of(table, "height", "width"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("column width has type string, which is no number");
    }

    @Test
    void namesTheColumnOfAMissingNumber() throws IOException {
        Dataset<Row> table = csv("width,height\n1,2\n,3\n");
        assertThatThrownBy(() -> LabeledRows.of(table, "height", "width").collect())
                .hasStackTraceContaining("column width is missing in the row [3.0, null]");
    }

    private Dataset<Row> csv(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        return LocalSpark.session()
                .read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(file.toString());
    }
}
