package dev.pullback.processor.diagnostics;

/**
 * One message for the user.
 *
 * @param code what is wrong
 * @param message the text, led by the id
 * @param position where; only the frontend knows how to show it, everyone else passes it on
 */
public record Diagnostic(DiagnosticCode code, String message, Object position) {

    /** A diagnostic whose message is the code's template filled with {@code arguments}. */
    public static Diagnostic of(DiagnosticCode code, Object position, Object... arguments) {
        return new Diagnostic(code, code.message(arguments), position);
    }
}
