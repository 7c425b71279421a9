package dev.pullback.samples.quickstart;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * The first line of a data file: number of rows, number of features, names of the two classes.
 *
 * @param rows the number of rows announced, at least 1
 * @param features the number of features announced, at least 1
 * @param classNames the names of class 0 and class 1, distinct and not blank
 */
record CsvHeader(int rows, int features, List<String> classNames) {

    /** Where the header stands. */
    static final int LINE = 1;

    static final int ROWS_COLUMN = 1;

    private static final int FEATURES_COLUMN = 2;
    private static final int CLASSES_COLUMN = 3;
    private static final int CELLS = 4;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Reads and checks the first line. */
    static CsvHeader parse(String source, long line, CSVRecord cells) throws InputException {
        if (line != LINE) {
            throw new InputException(source, LINE, 1, "the first line is blank, expected the header");
        }
        if (cells.size() != CELLS) {
            int column = Math.min(cells.size(), CELLS) + 1;
            throw new InputException(
                    source,
                    LINE,
                    column,
                    "the header has " + cells.size()
                            + " cells, expected 4: rows, features, name of class 0, name of class 1");
        }
        int rows = count(
                source, ROWS_COLUMN, cells.get(0).replace(BYTE_ORDER_MARK, "").strip());
        int features = count(source, FEATURES_COLUMN, cells.get(1).strip());
        List<String> names = List.of(cells.get(2).strip(), cells.get(3).strip());
        for (int label = 0; label < names.size(); label++) {
            if (names.get(label).isEmpty()) {
                throw new InputException(source, LINE, column(label), "the name of class " + label + " is missing");
            }
        }
        if (names.get(0).equals(names.get(1))) {
            throw new InputException(source, LINE, column(1), "both classes have the same name");
        }
        return new CsvHeader(rows, features, names);
    }

    /** The column that names a class. */
    static int column(int label) {
        return CLASSES_COLUMN + label;
    }

    String className(int label) {
        return InputException.quote(classNames.get(label));
    }

    private static int count(String source, int column, String cell) throws InputException {
        try {
            int count = Integer.parseInt(cell);
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number that is too small.
        }
        throw new InputException(source, LINE, column, InputException.quote(cell) + " is not a positive count");
    }
}
