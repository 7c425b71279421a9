package dev.pullback.processor.diagnostics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the diagnostics of a run in the order they were found. The same finding at the same position counts once, since a
 * helper is read again for every method that calls it.
 */
public final class DiagnosticSink {

    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    /** Adds a diagnostic. */
    public void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** Adds a diagnostic with the code's message. */
    public void report(DiagnosticCode code, Object position, Object... arguments) {
        report(Diagnostic.of(code, position, arguments));
    }

    /** Adds everything another sink collected. */
    public void reportAll(DiagnosticSink other) {
        diagnostics.addAll(other.diagnostics);
    }

    /** Whether anything that fails the compilation was reported. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.code().isError());
    }

    /** Whether a diagnostic with this code was reported. */
    public boolean contains(DiagnosticCode code) {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.code() == code);
    }

    /** Everything so far, in the order of the reports. */
    public List<Diagnostic> diagnostics() {
        return new ArrayList<>(diagnostics);
    }
}
