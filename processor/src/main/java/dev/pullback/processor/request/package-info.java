/**
 * What the user asks for: annotations become requests.
 *
 * <p>Input: annotated elements. Output: {@link dev.pullback.processor.request.DifferentiationRequest}, or diagnostics on the
 * annotation. Reads signatures only, never a body.
 */
@NullMarked
package dev.pullback.processor.request;

import org.jspecify.annotations.NullMarked;
