package dev.pullback.runtime.sparse;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Colours for columns that may be computed in one product. Greedy, as described by Gebremedhin, Manne
 * and Pothen, "What Color Is Your Jacobian? Graph Coloring for Computing Derivatives", SIAM Review 47 (2005).
 */
final class Coloring {

    private static final int NONE = -1;

    private final int[] colors;
    private final int[] forbiddenFor;
    private int count;

    private Coloring(int columns) {
        colors = new int[columns];
        Arrays.fill(colors, NONE);
        forbiddenFor = new int[columns + 1];
        Arrays.fill(forbiddenFor, NONE);
    }

    /** Columns that share a row have different colours. */
    static Coloring ofColumns(SparsityPattern pattern) {
        SparsityPattern byColumn = pattern.transposed();
        Coloring coloring = new Coloring(pattern.columns());
        for (int j = 0; j < pattern.columns(); j++) {
            for (int r = byColumn.start(j); r < byColumn.end(j); r++) {
                int row = byColumn.column(r);
                for (int k = pattern.start(row); k < pattern.end(row); k++) {
                    coloring.forbid(coloring.colors[pattern.column(k)], j);
                }
            }
            coloring.choose(j);
        }
        return coloring;
    }

    /**
     * A star colouring of a symmetric pattern: neighbours have different colours, and no path of four has only two. Each entry can
     * then be read from the product of its row or of its column. Columns with many entries come first: the hub of an arrow must be
     * coloured before its points, or these would all have to differ.
     */
    static Coloring ofSymmetric(SparsityPattern pattern) {
        Coloring coloring = new Coloring(pattern.columns());
        int[] byDegree = IntStream.range(0, pattern.columns())
                .boxed()
                .sorted(Comparator.comparingInt(v -> pattern.start(v) - pattern.end(v)))
                .mapToInt(v -> v)
                .toArray();
        for (int v : byDegree) {
            for (int e = pattern.start(v); e < pattern.end(v); e++) {
                int w = pattern.column(e);
                if (w != v) {
                    coloring.forbid(coloring.colors[w], v);
                    coloring.forbidPaths(pattern, v, w);
                }
            }
            coloring.choose(v);
        }
        return coloring;
    }

    /** Keeps {@code v} from becoming the end of a path over {@code w} in two colours. */
    private void forbidPaths(SparsityPattern pattern, int v, int w) {
        for (int e = pattern.start(w); e < pattern.end(w); e++) {
            int x = pattern.column(e);
            if (x == v || x == w || colors[x] == NONE) {
                continue;
            }
            if (colors[w] == NONE || hasOtherNeighbor(pattern, x, w)) {
                forbid(colors[x], v);
            }
        }
    }

    /** Whether {@code x} has a neighbour besides {@code w} of the colour of {@code w}. */
    private boolean hasOtherNeighbor(SparsityPattern pattern, int x, int w) {
        for (int e = pattern.start(x); e < pattern.end(x); e++) {
            int y = pattern.column(e);
            if (y != w && y != x && colors[y] == colors[w]) {
                return true;
            }
        }
        return false;
    }

    private void forbid(int color, int column) {
        if (color != NONE) {
            forbiddenFor[color] = column;
        }
    }

    private void choose(int column) {
        int color = 0;
        while (forbiddenFor[color] == column) {
            color++;
        }
        colors[column] = color;
        count = Math.max(count, color + 1);
    }

    /** The number of colours. */
    int count() {
        return count;
    }

    /** The colour of a column, from zero. */
    int of(int column) {
        return colors[column];
    }

    /** Ones for the columns of one colour, zeros for the others. */
    void seed(int color, double[] vector) {
        for (int j = 0; j < colors.length; j++) {
            vector[j] = colors[j] == color ? 1.0 : 0.0;
        }
    }
}
