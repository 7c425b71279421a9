package dev.pullback.processor.transform.pattern;

import dev.pullback.processor.ir.Origin;

/** Why a pattern cannot be computed without the values of the independents. */
public final class NoPattern extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A reason that no statement shows. */
    public NoPattern(String reason) {
        this(reason, Origin.NONE);
    }

    NoPattern(String reason, Origin origin) {
        super(
                origin.isKnown() ? reason + " (line " + origin.line() + ": " + origin.text() + ")" : reason,
                null,
                false,
                false);
    }

    /** Why, as the end of a sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
