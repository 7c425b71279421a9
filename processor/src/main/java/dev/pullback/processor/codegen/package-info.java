/**
 * Writes derivative classes as Java source.
 *
 * <p>Input: {@link dev.pullback.processor.codegen.DerivativeClass}. Output: JavaPoet files. Decides names, parentheses,
 * Javadoc and the convenience methods around the sweeps; decides nothing about derivatives.
 */
@NullMarked
package dev.pullback.processor.codegen;

import org.jspecify.annotations.NullMarked;
