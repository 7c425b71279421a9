package dev.pullback.processor.diagnostics;

/** Leaves the method being processed after its diagnostics were reported; the others go on. */
public final class AbandonMethod extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For a method whose errors are in the sink already. */
    public AbandonMethod() {
        super("method abandoned", null, false, false);
    }
}
