package dev.pullback.runtime.linalg;

import dev.pullback.annotations.DerivativeOf;

/**
 * The derivatives of {@link LinearAlgebra} but for orthogonal decompositions, called by generated code. Pullbacks add to the bars. Shapes are those of the primal's arguments and
 * results; nothing is checked again.
 *
 * <p>Sources: Giles 2008, "Collected matrix derivative results for forward and reverse mode algorithmic differentiation";
 * Murray 2016, "Differentiation of the Cholesky decomposition".
 */
public final class LinearAlgebraRules {
    private LinearAlgebraRules() {}

    /**
     * {@code ABar += CBar B^T}, {@code BBar += A^T CBar}.
     *
     * @param a the matrix
     * @param b the right factor or side
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param bBar the adjoint of b, added to
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "multiply")
    public static void multiplyPullback(
            double[][] a, double[][] b, double[][] resultBar, double[][] aBar, double[][] bBar) {
        Matrices.add(1.0, Matrices.product(resultBar, Matrices.transpose(b)), aBar);
        Matrices.add(1.0, Matrices.product(Matrices.transpose(a), resultBar), bBar);
    }

    /**
     * {@code CDot = ADot B + A BDot}.
     *
     * @param a the matrix
     * @param b the right factor or side
     * @param aDot the tangent of a
     * @param bDot the tangent of b
     * @return the tangent of the result
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "multiply", forward = true)
    public static double[][] multiplyPushforward(double[][] a, double[][] b, double[][] aDot, double[][] bDot) {
        double[][] dot = Matrices.product(aDot, b);
        Matrices.add(1.0, Matrices.product(a, bDot), dot);
        return dot;
    }

    /**
     * {@code ABar += yBar x^T}, {@code xBar += A^T yBar}.
     *
     * @param a the matrix
     * @param x the vector
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param xBar the adjoint of x, added to
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "multiply")
    public static void multiplyPullback(double[][] a, double[] x, double[] resultBar, double[][] aBar, double[] xBar) {
        Matrices.addOuter(1.0, resultBar, x, aBar);
        Matrices.add(1.0, Matrices.product(Matrices.transpose(a), resultBar), xBar);
    }

    /**
     * {@code yDot = ADot x + A xDot}.
     *
     * @param a the matrix
     * @param x the vector
     * @param aDot the tangent of a
     * @param xDot the tangent of x
     * @return the tangent of the result
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "multiply", forward = true)
    public static double[] multiplyPushforward(double[][] a, double[] x, double[][] aDot, double[] xDot) {
        double[] dot = Matrices.product(aDot, x);
        Matrices.add(1.0, Matrices.product(a, xDot), dot);
        return dot;
    }

    /**
     * With {@code y = A^-T xBar}: {@code bBar += y}, {@code ABar -= y x^T}.
     *
     * @param a the matrix
     * @param b the right factor or side
     * @param result the result of the primal
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param bBar the adjoint of b, added to
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "solve")
    public static void solvePullback(
            double[][] a, double[] b, double[] result, double[] resultBar, double[][] aBar, double[] bBar) {
        double[] y = new Lu(a).solveTransposed(resultBar);
        Matrices.add(1.0, y, bBar);
        Matrices.addOuter(-1.0, y, result, aBar);
    }

    /**
     * {@code xDot = A^-1 (bDot - ADot x)}.
     *
     * @param a the matrix
     * @param b the right factor or side
     * @param result the result of the primal
     * @param aDot the tangent of a
     * @param bDot the tangent of b
     * @return the tangent of the result
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "solve", forward = true)
    public static double[] solvePushforward(double[][] a, double[] b, double[] result, double[][] aDot, double[] bDot) {
        double[] side = bDot.clone();
        Matrices.add(-1.0, Matrices.product(aDot, result), side);
        return new Lu(a).solve(side);
    }

    /**
     * As for {@code solve}, with the symmetric part of what {@code ABar} gets.
     *
     * @param a the matrix
     * @param b the right factor or side
     * @param result the result of the primal
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param bBar the adjoint of b, added to
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "solvePositiveDefinite")
    public static void solvePositiveDefinitePullback(
            double[][] a, double[] b, double[] result, double[] resultBar, double[][] aBar, double[] bBar) {
        double[] y = CholeskyFactor.of(a).solve(resultBar);
        Matrices.add(1.0, y, bBar);
        Matrices.addOuter(-0.5, y, result, aBar);
        Matrices.addOuter(-0.5, result, y, aBar);
    }

    /**
     * {@code xDot = A^-1 (bDot - ADot x)}, with the symmetric part of {@code ADot}.
     *
     * @param a the matrix
     * @param b the right factor or side
     * @param result the result of the primal
     * @param aDot the tangent of a
     * @param bDot the tangent of b
     * @return the tangent of the result
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "solvePositiveDefinite", forward = true)
    public static double[] solvePositiveDefinitePushforward(
            double[][] a, double[] b, double[] result, double[][] aDot, double[] bDot) {
        double[] side = bDot.clone();
        Matrices.add(-1.0, Matrices.product(Matrices.symmetricPart(aDot), result), side);
        return CholeskyFactor.of(a).solve(side);
    }

    /**
     * {@code ABar += sym(L^-T phi(L^T LBar) L^-1)}; phi is the lower triangle with half the diagonal (Murray 2016).
     *
     * @param a the matrix
     * @param result the result of the primal
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "cholesky")
    public static void choleskyPullback(double[][] a, double[][] result, double[][] resultBar, double[][] aBar) {
        double[][] inner = halfLower(Matrices.product(Matrices.transpose(result), resultBar));
        double[][] bar = CholeskyFactor.ofLower(result).unwhiten(inner);
        Matrices.add(1.0, Matrices.symmetricPart(bar), aBar);
    }

    /**
     * {@code LDot = L phi(L^-1 ADot L^-T)} (Murray 2016).
     *
     * @param a the matrix
     * @param result the result of the primal
     * @param aDot the tangent of a
     * @return the tangent of the result
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "cholesky", forward = true)
    public static double[][] choleskyPushforward(double[][] a, double[][] result, double[][] aDot) {
        double[][] inner = CholeskyFactor.ofLower(result).whiten(Matrices.symmetricPart(aDot));
        return Matrices.product(result, halfLower(inner));
    }

    /**
     * {@code ABar += dBar cof(A)}, the matrix of cofactors, which a singular matrix has too.
     *
     * @param a the matrix
     * @param result the result of the primal
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "determinant")
    public static void determinantPullback(double[][] a, double result, double resultBar, double[][] aBar) {
        Matrices.add(resultBar, cofactors(a, result), aBar);
    }

    /**
     * {@code dDot = <cof(A), ADot>}.
     *
     * @param a the matrix
     * @param result the result of the primal
     * @param aDot the tangent of a
     * @return the tangent of the result
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "determinant", forward = true)
    public static double determinantPushforward(double[][] a, double result, double[][] aDot) {
        return Matrices.dot(cofactors(a, result), aDot);
    }

    /**
     * {@code ABar += resultBar A^-T}.
     *
     * @param a the matrix
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "logDeterminant")
    public static void logDeterminantPullback(double[][] a, double resultBar, double[][] aBar) {
        Matrices.add(resultBar, Matrices.transpose(new Lu(a).inverse()), aBar);
    }

    /**
     * {@code <A^-T, ADot>}.
     *
     * @param a the matrix
     * @param aDot the tangent of a
     * @return the tangent of the result
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "logDeterminant", forward = true)
    public static double logDeterminantPushforward(double[][] a, double[][] aDot) {
        return Matrices.dot(Matrices.transpose(new Lu(a).inverse()), aDot);
    }

    /**
     * {@code ABar -= C^T CBar C^T}.
     *
     * @param a the matrix
     * @param result the result of the primal
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "inverse")
    public static void inversePullback(double[][] a, double[][] result, double[][] resultBar, double[][] aBar) {
        double[][] transposed = Matrices.transpose(result);
        Matrices.add(-1.0, Matrices.product(Matrices.product(transposed, resultBar), transposed), aBar);
    }

    /**
     * {@code CDot = -C ADot C}.
     *
     * @param a the matrix
     * @param result the result of the primal
     * @param aDot the tangent of a
     * @return the tangent of the result
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "inverse", forward = true)
    public static double[][] inversePushforward(double[][] a, double[][] result, double[][] aDot) {
        double[][] dot = new double[a.length][a.length];
        Matrices.add(-1.0, Matrices.product(Matrices.product(result, aDot), result), dot);
        return dot;
    }

    /** The lower triangle with half the diagonal. */
    static double[][] halfLower(double[][] m) {
        double[][] result = new double[m.length][m.length];
        for (int i = 0; i < m.length; i++) {
            System.arraycopy(m[i], 0, result[i], 0, i);
            result[i][i] = 0.5 * m[i][i];
        }
        return result;
    }

    static double[][] cofactors(double[][] a, double determinant) {
        Lu lu = new Lu(a);
        if (!lu.isSingular()) {
            double[][] result = new double[a.length][a.length];
            Matrices.add(determinant, Matrices.transpose(lu.inverse()), result);
            return result;
        }
        double[][] result = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                double sign = (i + j) % 2 == 0 ? 1.0 : -1.0;
                result[i][j] = sign * new Lu(minor(a, i, j)).determinant();
            }
        }
        return result;
    }

    static double[][] minor(double[][] a, int row, int column) {
        double[][] result = new double[a.length - 1][a.length - 1];
        for (int i = 0; i < result.length; i++) {
            double[] from = a[i < row ? i : i + 1];
            System.arraycopy(from, 0, result[i], 0, column);
            System.arraycopy(from, column + 1, result[i], column, result.length - column);
        }
        return result;
    }
}
