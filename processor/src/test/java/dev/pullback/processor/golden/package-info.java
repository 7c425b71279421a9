/**
 * Generated sources to read.
 *
 * <p>Input: {@code resources/golden/<case>/<Class>.java}. Output: compared with {@code <Class>Derivatives.java} beside it. A
 * golden shows what the output looks like; whether it is right is tested elsewhere.
 */
@NullMarked
package dev.pullback.processor.golden;

import org.jspecify.annotations.NullMarked;
