package dev.pullback.runtime.optim.deterministic;

import dev.pullback.runtime.SecondOrderObjective;
import dev.pullback.runtime.linalg.LinearAlgebra;
import dev.pullback.runtime.optim.run.Arguments;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Objects;

/**
 * What a point where the gradient vanishes is, by the signs of the Hessian's eigenvalues.
 *
 * @param kind the kind of point
 * @param eigenvalues the eigenvalues of the Hessian in ascending order
 * @param gradientNorm the Euclidean norm of the gradient
 */
public record StationaryPoint(Kind kind, double[] eigenvalues, double gradientNorm) {

    /** The kinds of points. */
    public enum Kind {
        /** All eigenvalues are positive. */
        MINIMUM,
        /** All eigenvalues are negative. */
        MAXIMUM,
        /** There are positive and negative eigenvalues. */
        SADDLE,
        /** An eigenvalue is zero within the tolerance, and no two have opposite signs: the second order does not tell. */
        DEGENERATE,
        /** The gradient does not vanish. */
        NOT_STATIONARY
    }

    /**
     * Classifies a point: the gradient vanishes if its norm is at most 1e-5, an eigenvalue if its absolute value is at most
     * 1e-8 of the largest one.
     *
     * @param objective the function
     * @param point the point, length n, finite
     * @return what it is
     */
    public static StationaryPoint classify(SecondOrderObjective objective, double[] point) {
        return classify(objective, point, 1e-5, 1e-8);
    }

    /**
     * Classifies a point with n Hessian-vector products and the eigenvalues of an n x n matrix.
     *
     * @param objective the function
     * @param point the point, length n, not empty, finite; not modified
     * @param gradientTolerance up to which norm the gradient vanishes, not negative
     * @param eigenvalueTolerance up to which share of the largest absolute eigenvalue one vanishes, not negative
     * @return what it is
     * @throws IllegalArgumentException if the point is empty or not finite or a tolerance is out of range
     * @throws ArithmeticException if the gradient or the Hessian is not finite, or squares of the Hessian's entries are too
     *     large
     */
    public static StationaryPoint classify(
            SecondOrderObjective objective, double[] point, double gradientTolerance, double eigenvalueTolerance) {
        Objects.requireNonNull(objective, "objective is null");
        Objects.requireNonNull(point, "point is null");
        Vectors.requireFinite(point, "point");
        Arguments.requireNotNegative(gradientTolerance, "gradientTolerance");
        Arguments.requireNotNegative(eigenvalueTolerance, "eigenvalueTolerance");
        int n = point.length;
        if (n == 0) {
            throw new IllegalArgumentException("point is empty");
        }
        double[] gradient = new double[n];
        objective.valueAndGradient(point, gradient);
        double norm = Vectors.norm(gradient);
        double[][] hessian = new double[n][n];
        Hessians.fill(objective, point, hessian, new double[n], new double[n]);
        for (int i = 0; i < n; i++) {
            if (Vectors.firstNonFinite(hessian[i]) >= 0 || !Double.isFinite(gradient[i])) {
                throw new ArithmeticException("the gradient or the Hessian is not finite in row " + i);
            }
        }
        double[] eigenvalues = LinearAlgebra.eigenvalues(hessian);
        Kind kind = norm <= gradientTolerance ? kind(eigenvalues, eigenvalueTolerance) : Kind.NOT_STATIONARY;
        return new StationaryPoint(kind, eigenvalues, norm);
    }

    private static Kind kind(double[] eigenvalues, double tolerance) {
        double zero = tolerance * Vectors.largest(eigenvalues);
        int positive = 0;
        int negative = 0;
        for (double eigenvalue : eigenvalues) {
            if (eigenvalue > zero) {
                positive++;
            } else if (eigenvalue < -zero) {
                negative++;
            }
        }
        if (positive > 0 && negative > 0) {
            return Kind.SADDLE;
        }
        if (positive == eigenvalues.length) {
            return Kind.MINIMUM;
        }
        return negative == eigenvalues.length ? Kind.MAXIMUM : Kind.DEGENERATE;
    }
}
