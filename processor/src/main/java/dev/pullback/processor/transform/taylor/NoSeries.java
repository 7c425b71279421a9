package dev.pullback.processor.transform.taylor;

import dev.pullback.processor.ir.Origin;

/** What there are no power series of. */
public final class NoSeries extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSeries(String reason) {
        super(reason, null, false, false);
    }

    /** The same reason with the statement it stands in. */
    NoSeries at(Origin origin) {
        boolean isPlaced = reason().contains("line ");
        return isPlaced || !origin.isKnown()
                ? this
                : new NoSeries(reason() + " (line " + origin.line() + ": " + origin.text() + ")");
    }

    /** Why, as the end of a sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
