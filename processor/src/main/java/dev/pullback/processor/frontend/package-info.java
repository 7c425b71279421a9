/**
 * The only package that knows javac: trees in, representation out.
 *
 * <p>Input: {@link dev.pullback.processor.request.DifferentiationRequest}. Output: {@link
 * dev.pullback.processor.frontend.LoweredMethod} with one side effect per statement and Java's order of evaluation, or
 * diagnostics on the user's expressions. Knows nothing about derivatives. {@link dev.pullback.processor.frontend.BodyTyper} types
 * bodies without attributing the user's class.
 */
@NullMarked
package dev.pullback.processor.frontend;

import org.jspecify.annotations.NullMarked;
