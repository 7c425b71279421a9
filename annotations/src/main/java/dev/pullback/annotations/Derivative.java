package dev.pullback.annotations;

/** A derivative that {@link Differentiable#derivatives()} can ask for besides the gradient family. */
public enum Derivative {
    /** {@code fPushforward}: the directional derivative, with one tangent per independent. */
    PUSHFORWARD,

    /**
     * {@code fHessianVector}: the product of the Hessian with a vector, for a small multiple of the gradient's time. {@code
     * fObjective} then returns a {@code SecondOrderObjective}.
     */
    HESSIAN_VECTOR,

    /**
     * {@code fHessian}, {@code fHessianDiagonal} and {@code fGradientAndHessian}, with one product per row; and all that
     * {@link #HESSIAN_VECTOR} gives.
     */
    HESSIAN
}
