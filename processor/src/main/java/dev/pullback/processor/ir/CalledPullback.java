package dev.pullback.processor.ir;

/**
 * Which derivative of a method a statement calls.
 *
 * @param callee the method
 * @param order one for its pullback, two for the pushforward of that
 */
public record CalledPullback(Callee callee, int order) {}
