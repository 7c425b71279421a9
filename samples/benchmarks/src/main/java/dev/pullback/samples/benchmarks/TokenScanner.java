package dev.pullback.samples.benchmarks;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;
import java.util.zip.GZIPInputStream;

/**
 * Reads numbers separated by white space, wherever the lines break. Every complaint names the source, the
 * line and what was expected there.
 */
final class TokenScanner {

    private final String source;
    private final BufferedReader reader;
    private StringTokenizer tokens = new StringTokenizer("");
    private int line;

    TokenScanner(String source, Reader reader) {
        this.source = source;
        this.reader = new BufferedReader(reader);
    }

    /** Scans a resource beside this class, which may be stored compressed as {@code <name>.gz}. */
    static TokenScanner ofResource(String name) {
        try (InputStream in = open(name)) {
            // Read at once: the scanner has nothing to close then.
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return new TokenScanner(name, new StringReader(text));
        } catch (FileNotFoundException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + name, e);
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream plain = TokenScanner.class.getResourceAsStream(name);
        if (plain != null) {
            return plain;
        }
        InputStream compressed = TokenScanner.class.getResourceAsStream(name + ".gz");
        if (compressed == null) {
            throw new FileNotFoundException("no resource " + name + " or " + name + ".gz");
        }
        return new GZIPInputStream(compressed);
    }

    double nextDouble(String what) {
        String token = next(what);
        try {
            return Double.parseDouble(token);
        } catch (NumberFormatException e) {
            throw (IllegalArgumentException)
                    mismatch("a number for " + what, token).initCause(e);
        }
    }

    int nextInt(String what) {
        String token = next(what);
        try {
            return Integer.parseInt(token);
        } catch (NumberFormatException e) {
            throw (IllegalArgumentException)
                    mismatch("an integer for " + what, token).initCause(e);
        }
    }

    int nextPositiveInt(String what) {
        int value = nextInt(what);
        if (value <= 0) {
            throw mismatch("a positive integer for " + what, String.valueOf(value));
        }
        return value;
    }

    double[] nextDoubles(String what, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = nextDouble(what + "[" + i + "]");
        }
        return values;
    }

    double[][] nextRows(String what, int rows, int columns) {
        double[][] values = new double[rows][];
        for (int i = 0; i < rows; i++) {
            values[i] = nextDoubles(what + "[" + i + "]", columns);
        }
        return values;
    }

    void expectEnd() {
        if (advance()) {
            throw mismatch("the end", tokens.nextToken());
        }
    }

    private String next(String what) {
        if (!advance()) {
            throw malformed("the text ends before " + what);
        }
        return tokens.nextToken();
    }

    /** Moves to the line of the next token; false at the end of the text. */
    private boolean advance() {
        try {
            while (!tokens.hasMoreTokens()) {
                String text = reader.readLine();
                if (text == null) {
                    return false;
                }
                line++;
                tokens = new StringTokenizer(text);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    private IllegalArgumentException mismatch(String expected, String found) {
        return malformed("expected " + expected + " but found '" + found + "'");
    }

    private IllegalArgumentException malformed(String message) {
        return new IllegalArgumentException(source + ":" + line + ": " + message);
    }
}
