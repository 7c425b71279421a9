package dev.pullback.processor.ir;

/**
 * The place in the user's source that a statement comes from.
 *
 * @param line one-based line, 0 for code without a counterpart in the source
 * @param text the source text, shortened to one line
 */
public record Origin(int line, String text) {

    /** Code that the processor added. */
    public static final Origin NONE = new Origin(0, "");

    /** Whether the statement stems from the user's source. */
    public boolean isKnown() {
        return line > 0;
    }
}
