package dev.pullback.processor.frontend;

import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.ir.MethodRef;

/**
 * A call of another class's differentiable method. Whether that method overwrites its arguments is not known from its
 * declaration; if it turns out to, the call is an error.
 *
 * @param method the callee
 * @param inPlace the error to report then
 */
public record ForeignCall(MethodRef method, Diagnostic inPlace) {}
