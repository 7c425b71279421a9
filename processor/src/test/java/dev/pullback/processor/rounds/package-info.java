/** Rounds, deferral, and other processors. */
package dev.pullback.processor.rounds;
