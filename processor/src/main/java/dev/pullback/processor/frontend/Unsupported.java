package dev.pullback.processor.frontend;

import dev.pullback.processor.diagnostics.Diagnostic;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a statement that cannot be lowered; the next statement goes on, so that one run shows all errors.
 */
final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Diagnostic diagnostic;

    /** With a new finding, or with none when the cause has been reported already. */
    Unsupported(@Nullable Diagnostic diagnostic) {
        super(diagnostic == null ? "reported already" : diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    /** What to report. */
    Optional<Diagnostic> diagnostic() {
        return Optional.ofNullable(diagnostic);
    }
}
