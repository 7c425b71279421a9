/**
 * Differential testing with random programs.
 *
 * <p>Input: a seed. Output: a well-typed program of the supported subset as a tree, which {@link
 * dev.pullback.processor.fuzz.JavaPrinter} prints for the processor and {@link
 * dev.pullback.processor.fuzz.DualEvaluator} runs in dual numbers. The two share nothing with the processor, so their
 * agreement is evidence. Values of the main method may live in fields, behind accessors and in static arrays ({@link
 * dev.pullback.processor.fuzz.Home}); such programs are compiled, all others are mostly interpreted. A failing program is shrunk before it is reported.
 */
@NullMarked
package dev.pullback.processor.fuzz;

import org.jspecify.annotations.NullMarked;
