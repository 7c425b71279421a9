package dev.pullback.annotations;

/** A derivative that {@link Differentiable#derivatives()} can ask for besides the gradient family. */
public enum Derivative {
    /** {@code fPushforward}: the directional derivative, with one tangent per independent. */
    PUSHFORWARD
}
