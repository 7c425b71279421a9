package dev.pullback.processor.testkit;

import dev.pullback.processor.testkit.DerivativeProbe.Outcome;
import dev.pullback.runtime.Objective;
import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.sparse.SparsityPattern;
import org.jspecify.annotations.Nullable;

/**
 * A primal and its derivatives as functions of flat vectors, however they are run. Every call works on copies of the
 * arguments; exceptions of the callee are thrown on.
 */
public interface DifferentiatedMethod {

    /** Whether the primal computes in {@code float}, wholly or in part. */
    boolean isSingle();

    /** Whether there is a derivative, {@code "Pushforward"} for example. */
    boolean has(String suffix);

    /** Calls the primal. */
    Outcome value(Arguments arguments);

    /** Calls {@code fValueAndGradient}, with a workspace if there is one. */
    Outcome valueAndGradient(Arguments arguments, double[] initialBars, @Nullable Workspace workspace);

    /** Calls {@code fValueAndGradient} and writes the bars back even if it throws. */
    void throwing(Arguments arguments, double[] flatBars);

    /** Calls {@code fPullback}, with a workspace if there is one. */
    Outcome pullback(Arguments arguments, double seed, double[] initialBars, @Nullable Workspace workspace);

    /** Calls {@code fPushforward}, with a workspace if there is one. */
    Outcome pushforward(Arguments arguments, double[] tangent, @Nullable Workspace workspace);

    /** Calls {@code fPushforwards}, with a workspace if there is one; the tangents stand in for the bars. */
    default Outcome pushforwards(Arguments arguments, double[][] directions, @Nullable Workspace workspace) {
        throw new UnsupportedOperationException("no pushforwards in several directions");
    }

    /** Calls {@code fGradient} and flattens whatever it returns. */
    Outcome gradient(Arguments arguments);

    /** Calls {@code fObjective} with the passive arguments, then the sizes that the point alone does not fix. */
    Objective objective(Arguments arguments);

    /** Calls {@code fHessianVector}, with a workspace if there is one; the product stands in for the bars. */
    default Outcome hessianVector(Arguments arguments, double[] vector, @Nullable Workspace workspace) {
        throw new UnsupportedOperationException("no second derivatives");
    }

    /** Calls {@code fHessianPattern}. */
    default SparsityPattern hessianPattern(Arguments arguments) {
        throw new UnsupportedOperationException("no pattern of a Hessian");
    }

    /** Calls {@code fJacobianPattern}. */
    default SparsityPattern jacobianPattern(Arguments arguments) {
        throw new UnsupportedOperationException("no pattern of a Jacobian");
    }

    /** The tangents of all results of a method with several. */
    default double[] tangents(Arguments arguments, double[] direction) {
        throw new UnsupportedOperationException("one result");
    }

    /** Calls {@code fTaylor}, with a workspace if there is one; the coefficients stand in for the bars. */
    default Outcome taylor(Arguments arguments, double[] direction, int order, @Nullable Workspace workspace) {
        throw new UnsupportedOperationException("no Taylor coefficients");
    }

    /** Calls {@code fThirdOrder}, with a workspace if there is one; the result stands in for the bars. */
    default Outcome thirdOrder(
            Arguments arguments, double[] vector, double[] direction, @Nullable Workspace workspace) {
        throw new UnsupportedOperationException("no third derivatives");
    }

    /** Calls {@code fHessian}. */
    default double[][] hessian(Arguments arguments) {
        throw new UnsupportedOperationException("no second derivatives");
    }

    /** Calls {@code fHessianDiagonal}. */
    default double[] hessianDiagonal(Arguments arguments) {
        throw new UnsupportedOperationException("no second derivatives");
    }

    /** Calls {@code fGradientAndHessian}; the gradient stands in for the bars. */
    default Outcome gradientAndHessian(
            Arguments arguments, double[] gradient, double[][] hessian, @Nullable Workspace workspace) {
        throw new UnsupportedOperationException("no second derivatives");
    }
}
