/**
 * What tests of the processor share: compiling with the processor in memory, calling generated derivatives, and the
 * oracles that judge them.
 *
 * <p>Input: Java source text. Output: verdicts. The oracles know nothing of how derivatives are made; {@code
 * PlantedGradientTest} shows for each of them a wrong derivative that it catches.
 */
@NullMarked
package dev.pullback.processor.testkit;

import org.jspecify.annotations.NullMarked;
