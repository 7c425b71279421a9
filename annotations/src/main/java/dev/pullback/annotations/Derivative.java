package dev.pullback.annotations;

/** A derivative that {@link Differentiable#derivatives()} can ask for besides the gradient family. */
public enum Derivative {
    /** {@code fPushforward}: the directional derivative, with one tangent per independent. */
    PUSHFORWARD,

    /**
     * {@code fPushforwards}: directional derivatives in several directions, some of them at once, so that the method itself is
     * run less often. Not of methods that return a record.
     */
    PUSHFORWARDS,

    /**
     * {@code fJacobian} and {@code fValueAndJacobian} of a method with several results: {@code double[] f(..)}, {@code
     * double[][] f(..)} or one with {@link Differentiable#outputs()}; and {@code fPushforward}.
     */
    JACOBIAN,

    /**
     * {@code fHessianVector}: the product of the Hessian with a vector, for a small multiple of the gradient's time. {@code
     * fObjective} then returns a {@code SecondOrderObjective}.
     */
    HESSIAN_VECTOR,

    /**
     * {@code fHessian}, {@code fHessianDiagonal} and {@code fGradientAndHessian}, with one product per row; and all that
     * {@link #HESSIAN_VECTOR} gives.
     */
    HESSIAN,

    /**
     * {@code fThirdOrder}: the derivative of {@code fHessianVector} along a second direction; and all that {@link
     * #HESSIAN_VECTOR} gives. The method calls none of another class that depends on the independents.
     */
    THIRD_ORDER,

    /**
     * {@code fTaylor}: the Taylor coefficients along a direction, up to any order, of a method that returns one number and
     * calls no method of another class that depends on the independents.
     */
    TAYLOR,

    /**
     * {@code fJacobianPattern} of a method with several results, {@code fHessianPattern} of one that returns one number: where
     * the matrix can have entries, from sizes and passive arguments alone where they tell; and what fills it, {@link
     * #PUSHFORWARDS} or {@link #HESSIAN_VECTOR}. Not of methods that return a record.
     */
    SPARSITY,

    /**
     * {@code fExampleLoss}: the loss of one example, the last passive argument, as a function of the flat vector of the
     * independents. Trainings by minibatches and sums over data take it.
     */
    EXAMPLE_LOSS
}
