package dev.pullback.samples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a data set from comma-separated text and refuses everything that does not fit.
 *
 * <p>The first line holds the number of rows, the number of features and the names of the two classes; each further line
 * holds the features of one sample and its class, 0 or 1. Cells are not quoted, blank lines are skipped.
 */
final class CsvDataset {

    private static final String BUNDLED = "breast_cancer.csv";
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setQuote(null).get();
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    /** Squares of larger numbers, of which a standard deviation is made, come near overflow. */
    private static final double LARGEST = 1e100;

    private final String source;
    private final CsvHeader header;
    private final List<double[]> x = new ArrayList<>();
    private final List<Integer> y = new ArrayList<>();

    private CsvDataset(String source, CsvHeader header) {
        this.source = source;
        this.header = header;
    }

    /** Reads the breast-cancer data that come with the sample. */
    static Dataset bundled() throws InputException {
        try (InputStream stream = CsvDataset.class.getResourceAsStream(BUNDLED)) {
            if (stream == null) {
                throw new InputException(BUNDLED, "not on the class path");
            }
            return read(stream, BUNDLED);
        } catch (IOException e) {
            throw new InputException(BUNDLED, "cannot be read: " + e.getMessage());
        }
    }

    /** Reads a file. */
    static Dataset read(Path file) throws InputException {
        String source = file.toString();
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream, source);
        } catch (NoSuchFileException e) {
            throw new InputException(source, "no such file");
        } catch (AccessDeniedException e) {
            throw new InputException(source, "permission denied");
        } catch (IOException e) {
            throw new InputException(source, "cannot be read: " + e.getMessage());
        }
    }

    private static Dataset read(InputStream stream, String source) throws InputException, IOException {
        // This reader replaces malformed bytes, so that they are reported with the cell that holds them.
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        try (CSVParser parser =
                CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
            CsvDataset rows = null;
            for (CSVRecord cells : parser) {
                long line = parser.getCurrentLineNumber();
                if (rows == null) {
                    rows = new CsvDataset(source, CsvHeader.parse(source, line, cells));
                } else {
                    rows.add(line, cells);
                }
            }
            if (rows == null) {
                throw new InputException(source, 1, 1, "the file is empty");
            }
            return rows.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void add(long line, CSVRecord cells) throws InputException {
        int features = header.features();
        if (cells.size() != features + 1) {
            int column = Math.min(cells.size(), features + 1) + 1;
            throw new InputException(
                    source,
                    line,
                    column,
                    "the line has " + cells.size() + " cells; the header announces " + features
                            + " features, which makes " + (features + 1) + " cells with the class");
        }
        double[] row = new double[features];
        for (int j = 0; j < features; j++) {
            row[j] = number(line, j + 1, cells.get(j).strip());
        }
        x.add(row);
        y.add(label(line, features + 1, cells.get(features).strip()));
    }

    private double number(long line, int column, String cell) throws InputException {
        double value = NUMBER.matcher(cell).matches() ? Double.parseDouble(cell) : Double.NaN;
        if (Double.isNaN(value)) {
            throw new InputException(source, line, column, InputException.quote(cell) + " is not a number");
        }
        if (Math.abs(value) > LARGEST) {
            throw new InputException(source, line, column, InputException.quote(cell) + " is beyond " + LARGEST);
        }
        return value;
    }

    private int label(long line, int column, String cell) throws InputException {
        return switch (cell) {
            case "0" -> 0;
            case "1" -> 1;
            default ->
                throw new InputException(
                        source,
                        line,
                        column,
                        "unknown class " + InputException.quote(cell) + ", expected 0 (" + header.className(0)
                                + ") or 1 (" + header.className(1) + ")");
        };
    }

    private Dataset finish() throws InputException {
        if (x.size() != header.rows()) {
            throw new InputException(
                    source,
                    CsvHeader.LINE,
                    CsvHeader.ROWS_COLUMN,
                    "the header announces " + header.rows() + " rows, the file has " + x.size());
        }
        return new Dataset(
                source,
                header.classNames(),
                x.toArray(double[][]::new),
                y.stream().mapToInt(Integer::intValue).toArray());
    }
}
