/**
 * What generated code and its callers need at run time: {@link dev.pullback.runtime.Objective} (a function to
 * minimize), {@link dev.pullback.runtime.Workspace} (arrays reused from call to call) and {@link
 * dev.pullback.runtime.Shapes} (shape checks and flat packing).
 *
 * <p>Input: primitive arrays of the user and of generated code. Output: the same arrays, filled in place. The packages
 * below minimize objectives ({@code optim}) and check derivatives ({@code check}). No dependencies, no natives, no
 * reflection.
 */
@NullMarked
package dev.pullback.runtime;

import org.jspecify.annotations.NullMarked;
