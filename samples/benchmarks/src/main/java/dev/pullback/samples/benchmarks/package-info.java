/**
 * Benchmarks of generated derivatives: plain primals, gradients written by hand as the bar to meet, and
 * JMH classes that measure both beside the generated code.
 *
 * <p>{@link dev.pullback.samples.benchmarks.BenchmarkTable} runs everything and prints one table.
 */
package dev.pullback.samples.benchmarks;
