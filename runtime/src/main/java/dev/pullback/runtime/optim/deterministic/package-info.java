/**
 * Methods for objectives that are evaluated in full: line searches, quasi-Newton and Newton methods, bounds and constraints.
 *
 * <p>Optimizers here are immutable and thread-safe; the state of a run lives in the run.
 */
@NullMarked
package dev.pullback.runtime.optim.deterministic;

import org.jspecify.annotations.NullMarked;
