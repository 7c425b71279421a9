package dev.pullback.samples.quickstart;

/** Something the user can put right, told in one line that starts with the place. */
final class InputException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 40;

    InputException(String source, String problem) {
        super(source + ": " + problem);
    }

    /** A problem of one cell; lines and columns (cells of a line) count from 1. */
    InputException(String source, long line, int column, String problem) {
        super(source + ", line " + line + ", column " + column + ": " + problem);
    }

    /** Quotes text of unknown content: one line, of bounded length, without control characters. */
    static String quote(String text) {
        String shown = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
        return "'" + shown.replaceAll("\\p{C}", "?") + "'";
    }
}
