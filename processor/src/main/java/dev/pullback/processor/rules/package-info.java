/**
 * The calculus: one table of derivative rules, as data, for the tangent and the adjoint transform alike.
 *
 * <p>Input: a called method or an operator. Output: expression templates for its partial derivatives.
 */
@NullMarked
package dev.pullback.processor.rules;

import org.jspecify.annotations.NullMarked;
