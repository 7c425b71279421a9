/** The first program of the README. */
package dev.pullback.samples.quickstart;
