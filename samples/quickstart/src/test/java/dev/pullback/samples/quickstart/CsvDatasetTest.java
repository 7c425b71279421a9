package dev.pullback.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvDatasetTest {

    @TempDir
    Path folder;

    @Test
    void readsTheBundledData() throws InputException {
        Dataset data = CsvDataset.bundled();

        assertThat(data.rows()).isEqualTo(569);
        assertThat(data.features()).isEqualTo(30);
        assertThat(data.classNames()).containsExactly("malignant", "benign");
        assertThat(data.rowsOf(0)).hasSize(212);
        assertThat(data.rowsOf(1)).hasSize(357);
        assertThat(data.x()[0]).startsWith(17.99, 10.38).endsWith(0.4601, 0.1189);
    }

    @Test
    void readsEveryFormOfNumber() throws Exception {
        Dataset data = CsvDataset.read(file("2,5,no,yes\n1,-2.5,+3.,.5,1e-3,0\n0,0,0,0,1E2,1\n"));

        assertThat(data.x()).isDeepEqualTo(new double[][] {{1.0, -2.5, 3.0, 0.5, 0.001}, {0.0, 0.0, 0.0, 0.0, 100.0}});
        assertThat(data.y()).containsExactly(0, 1);
    }

    @Test
    void acceptsByteOrderMarkWindowsLineEndsBlankLinesAndSpaces() throws Exception {
        Dataset data = CsvDataset.read(file("\uFEFF2, 1, no, yes\r\n\r\n7, 0\r\n8, 1"));

        assertThat(data.x()).isDeepEqualTo(new double[][] {{7.0}, {8.0}});
        assertThat(data.classNames()).containsExactly("no", "yes");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void pointsAtWhatIsWrong(String content, String expected) throws IOException {
        Path file = file(content);

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> CsvDataset.read(file))
                .withMessage(file + ", " + expected);
    }

    static Stream<Arguments> pointsAtWhatIsWrong() {
        String cells = "the line has %d cells; the header announces 2 features, which makes 3 cells with the class";
        return Stream.of(
                // the file and its header
                arguments("", "line 1, column 1: the file is empty"),
                arguments("\n\n", "line 1, column 1: the file is empty"),
                arguments("\n1,1,a,b\n1,0\n", "line 1, column 1: the first line is blank, expected the header"),
                arguments("1,2,a\n", "line 1, column 4: " + headerCells(3)),
                arguments("1,2,a,b,c\n", "line 1, column 5: " + headerCells(5)),
                arguments("x,2,a,b\n", "line 1, column 1: 'x' is not a positive count"),
                arguments("0,2,a,b\n", "line 1, column 1: '0' is not a positive count"),
                arguments("1,-2,a,b\n", "line 1, column 2: '-2' is not a positive count"),
                arguments("1,2,,b\n", "line 1, column 3: the name of class 0 is missing"),
                arguments("1,2,a,\n", "line 1, column 4: the name of class 1 is missing"),
                arguments("1,2,a,a\n", "line 1, column 4: both classes have the same name"),
                // counts that disagree
                arguments("2,2,a,b\n1,2,0\n", "line 1, column 1: the header announces 2 rows, the file has 1"),
                arguments("1,2,a,b\n1,2,0\n3,4,1\n", "line 1, column 1: the header announces 1 rows, the file has 2"),
                arguments("3,2,a,b\n", "line 1, column 1: the header announces 3 rows, the file has 0"),
                arguments("1,2,a,b\n1,2,3,0\n", "line 2, column 4: " + cells.formatted(4)),
                arguments("2,2,a,b\n1,2,0\n3,1\n", "line 3, column 3: " + cells.formatted(2)),
                arguments("2,2,a,b\n1,2,0\n\n  \n", "line 4, column 2: " + cells.formatted(1)),
                // cells
                arguments("2,2,a,b\n1,2,0\nabc,4,1\n", "line 3, column 1: 'abc' is not a number"),
                arguments("1,2,a,b\n1,,0\n", "line 2, column 2: '' is not a number"),
                arguments("1,2,a,b\n\n\n1,NaN,0\n", "line 4, column 2: 'NaN' is not a number"),
                arguments("1,2,a,b\r\n1,Infinity,0\r\n", "line 2, column 2: 'Infinity' is not a number"),
                arguments("1,2,a,b\n1f,2,0\n", "line 2, column 1: '1f' is not a number"),
                arguments("1,2,a,b\n\"1\",2,0\n", "line 2, column 1: '\"1\"' is not a number"),
                arguments("1,2,a,b\n1,-1e400,0\n", "line 2, column 2: '-1e400' is beyond 1.0E100"),
                arguments("1,2,a,b\n1\u00072,2,0\u0000\n", "line 2, column 1: '1?2' is not a number"),
                arguments(
                        "1,2,a,b\n1," + "z".repeat(100) + ",0\n",
                        "line 2, column 2: '" + "z".repeat(40) + "...' is not a number"),
                arguments("1,2,a,b\n1,2,2\n", "line 2, column 3: unknown class '2', expected 0 ('a') or 1 ('b')"),
                arguments("1,2,a,b\n1,2,a\n", "line 2, column 3: unknown class 'a', expected 0 ('a') or 1 ('b')"));
    }

    @Test
    void pointsAtBytesThatAreNotText() throws IOException {
        Path file = folder.resolve("data.csv");
        Files.write(file, "1,1,a,b\n\u00ff1,0\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> CsvDataset.read(file))
                .withMessage(file + ", line 2, column 1: '\uFFFD1' is not a number");
    }

    @Test
    void namesTheMissingFile() {
        Path file = folder.resolve("missing.csv");

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> CsvDataset.read(file))
                .withMessage(file + ": no such file");
    }

    @Test
    void refusesAFolder() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> CsvDataset.read(folder))
                .withMessageStartingWith(folder + ": cannot be read: ");
    }

    private static String headerCells(int found) {
        return "the header has " + found + " cells, expected 4: rows, features, name of class 0, name of class 1";
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), content);
    }
}
