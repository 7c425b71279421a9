package dev.pullback.processor.diagnostics;

import java.util.Locale;

/**
 * Every diagnostic the processor can give. Ids are stable: AD1xx request, AD2xx language subset, AD3xx types, AD4xx
 * differentiability, AD9xx internal. {@code docs/diagnostics.md} has one section, and the test resources one example, for
 * each.
 */
public enum DiagnosticCode {
    /** An exception of ours. */
    AD901(
            "internal error in the processor: %s",
            "this is a bug: report it with the method, and remove @Differentiable to go on");

    private final String template;
    private final String fix;

    DiagnosticCode(String template, String fix) {
        this.template = template;
        this.fix = fix;
    }

    /** The message with its arguments, led by the id in brackets and followed by the fix. */
    public String message(Object... arguments) {
        return "[" + name() + "] " + String.format(Locale.ROOT, template, arguments) + ". Fix: " + fix;
    }
}
