package dev.pullback.processor;

import dev.pullback.processor.diagnostics.DiagnosticCode;
import java.util.List;

/** A method that a stage behind the frontend cannot differentiate, for a reason that its author can act on. */
final class RefusedMethod extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DiagnosticCode code;
    private final String subject;
    private final transient List<Object> arguments;

    /**
     * Refuses a method.
     *
     * @param code why
     * @param subject the parameter that the error stands on; any other name means the method
     * @param arguments what the message names
     */
    RefusedMethod(DiagnosticCode code, String subject, Object... arguments) {
        super(code + " for " + subject, null, false, false);
        this.code = code;
        this.subject = subject;
        this.arguments = List.of(arguments);
    }

    DiagnosticCode code() {
        return code;
    }

    String subject() {
        return subject;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
