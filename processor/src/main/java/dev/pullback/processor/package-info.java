/**
 * The annotation processor's entry point, and the list of the stages.
 *
 * <p>Input: a round of compilation. Output: one source file per class with annotated methods, and diagnostics. Only {@code
 * Pipeline} and its parts see every stage; the stages see the representation and nothing of each other.
 */
@NullMarked
package dev.pullback.processor;

import org.jspecify.annotations.NullMarked;
