package dev.pullback.runtime.linalg;

/**
 * Dense linear algebra that differentiable methods may call, in both modes.
 *
 * <p>A matrix is {@code double[rows][columns]} with at least one row, all of one length. Results are new arrays; arguments are left
 * alone. Cost is that of the dense algorithms, O(n^3) for n by n. Nothing is kept between calls: all methods are thread-safe.
 *
 * <p>Where a matrix must be symmetric, its symmetric part {@code (A + A^T) / 2} counts, in values and in derivatives. Where a result or its
 * derivative does not exist, an {@link ArithmeticException} says why. An ill-conditioned matrix is no error: results and
 * derivatives lose as many digits as the condition number has.
 *
 * <p>All methods throw {@link NullPointerException} if an argument or a row is null, and {@link IllegalArgumentException} if
 * shapes do not fit.
 */
public final class LinearAlgebra {
    private LinearAlgebra() {}

    /**
     * The product of two matrices.
     *
     * @param a m by k
     * @param b k by n
     * @return {@code A B}, m by n
     */
    public static double[][] multiply(double[][] a, double[][] b) {
        int inner = Matrices.columns(a, "a");
        Matrices.columns(b, "b");
        if (b.length != inner) {
            throw new IllegalArgumentException("a has " + inner + " columns, b has " + b.length + " rows");
        }
        return Matrices.product(a, b);
    }

    /**
     * The product of a matrix and a vector.
     *
     * @param a m by n
     * @param x length n
     * @return {@code A x}, length m
     */
    public static double[] multiply(double[][] a, double[] x) {
        Matrices.requireLength(x, Matrices.columns(a, "a"), "x");
        return Matrices.product(a, x);
    }

    /**
     * The solution of {@code A x = b}, by elimination with partial pivoting.
     *
     * @param a n by n
     * @param b length n
     * @return x
     * @throws ArithmeticException if a is singular
     */
    public static double[] solve(double[][] a, double[] b) {
        Matrices.requireLength(b, Matrices.order(a, "a"), "b");
        return new Lu(a).requireRegular("a").solve(b);
    }

    /**
     * The solution of {@code A x = b} for a symmetric positive definite matrix, by its Cholesky factor.
     *
     * @param a n by n
     * @param b length n
     * @return x
     * @throws ArithmeticException if a is not positive definite
     */
    public static double[] solvePositiveDefinite(double[][] a, double[] b) {
        Matrices.requireLength(b, Matrices.order(a, "a"), "b");
        return CholeskyFactor.of(a).solve(b);
    }

    /**
     * The Cholesky factor of a symmetric positive definite matrix.
     *
     * @param a n by n
     * @return the lower triangular L with positive diagonal and {@code L L^T = A}
     * @throws ArithmeticException if a is not positive definite
     */
    public static double[][] cholesky(double[][] a) {
        return CholeskyFactor.of(a).lower();
    }

    /**
     * The determinant, also of a singular matrix.
     *
     * @param a n by n
     * @return det A
     */
    public static double determinant(double[][] a) {
        Matrices.order(a, "a");
        return new Lu(a).determinant();
    }

    /**
     * The logarithm of the determinant's absolute value, which does not overflow.
     *
     * @param a n by n
     * @return log |det A|
     * @throws ArithmeticException if a is singular
     */
    public static double logDeterminant(double[][] a) {
        Matrices.order(a, "a");
        return new Lu(a).requireRegular("a").logDeterminant();
    }

    /**
     * The inverse. To solve equations use {@link #solve}.
     *
     * @param a n by n
     * @return {@code A^-1}
     * @throws ArithmeticException if a is singular
     */
    public static double[][] inverse(double[][] a) {
        Matrices.order(a, "a");
        return new Lu(a).requireRegular("a").inverse();
    }

    /**
     * The orthogonal factor of the thin decomposition {@code A = Q R}.
     *
     * @param a m by n, m at least n
     * @return Q, m by n, with orthonormal columns
     * @throws ArithmeticException if the columns of a depend on each other
     */
    public static double[][] qrOrthogonal(double[][] a) {
        return ThinQr.of(a).q();
    }

    /**
     * The triangular factor of the thin decomposition {@code A = Q R}.
     *
     * @param a m by n, m at least n
     * @return R, n by n, upper triangular with a positive diagonal
     * @throws ArithmeticException if the columns of a depend on each other
     */
    public static double[][] qrTriangular(double[][] a) {
        return ThinQr.of(a).r();
    }

    /**
     * The eigenvalues of a symmetric matrix. Equal ones have no derivative: asking for it throws an {@link
     * ArithmeticException}.
     *
     * @param a n by n
     * @return the eigenvalues in ascending order
     */
    public static double[] eigenvalues(double[][] a) {
        return SymmetricEigen.of(a).values();
    }

    /**
     * The eigenvectors of a symmetric matrix, of length one; the largest entry of each is positive. Those of equal eigenvalues have no
     * derivative: asking for it throws an {@link ArithmeticException}.
     *
     * @param a n by n
     * @return n by n; column k belongs to eigenvalue k in ascending order
     */
    public static double[][] eigenvectors(double[][] a) {
        return SymmetricEigen.of(a).vectors();
    }

    /**
     * The singular values. Equal ones and zero have no derivative: asking for it throws an {@link ArithmeticException}.
     *
     * @param a m by n
     * @return the min(m, n) singular values in descending order
     */
    public static double[] singularValues(double[][] a) {
        return ThinSvd.of(a).values();
    }
}
