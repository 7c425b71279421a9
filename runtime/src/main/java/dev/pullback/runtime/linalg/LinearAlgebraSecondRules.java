package dev.pullback.runtime.linalg;

import dev.pullback.annotations.DerivativeOf;

/**
 * The derivatives of {@link LinearAlgebraRules}' pullbacks, which second derivatives are made of: each adds to the bars what the
 * pullback does, and to the tangents of the bars the directional derivative of that. The product rule applied to the formulas there.
 */
public final class LinearAlgebraSecondRules {
    private LinearAlgebraSecondRules() {}

    /**
     * {@code ABarDot += CBarDot B^T + CBar BDot^T}, {@code BBarDot += ADot^T CBar + A^T CBarDot}.
     *
     * @param a the matrix
     * @param b the right factor or side
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param bBar the adjoint of b, added to
     * @param aDot the tangent of a
     * @param bDot the tangent of b
     * @param resultBarDot the tangent of resultBar
     * @param aBarDot the tangent of aBar, added to
     * @param bBarDot the tangent of bBar, added to
     */
    @DerivativeOf(type = LinearAlgebraRules.class, method = "multiplyPullback", forward = true)
    public static void multiplyPullbackPushforward(
            double[][] a,
            double[][] b,
            double[][] resultBar,
            double[][] aBar,
            double[][] bBar,
            double[][] aDot,
            double[][] bDot,
            double[][] resultBarDot,
            double[][] aBarDot,
            double[][] bBarDot) {
        LinearAlgebraRules.multiplyPullback(a, b, resultBar, aBar, bBar);
        LinearAlgebraRules.multiplyPullback(a, b, resultBarDot, aBarDot, bBarDot);
        LinearAlgebraRules.multiplyPullback(aDot, bDot, resultBar, aBarDot, bBarDot);
    }

    /**
     * {@code ABarDot += yBarDot x^T + yBar xDot^T}, {@code xBarDot += ADot^T yBar + A^T yBarDot}.
     *
     * @param a the matrix
     * @param x the right factor or side
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param xBar the adjoint of x, added to
     * @param aDot the tangent of a
     * @param xDot the tangent of x
     * @param resultBarDot the tangent of resultBar
     * @param aBarDot the tangent of aBar, added to
     * @param xBarDot the tangent of xBar, added to
     */
    @DerivativeOf(type = LinearAlgebraRules.class, method = "multiplyPullback", forward = true)
    public static void multiplyPullbackPushforward(
            double[][] a,
            double[] x,
            double[] resultBar,
            double[][] aBar,
            double[] xBar,
            double[][] aDot,
            double[] xDot,
            double[] resultBarDot,
            double[][] aBarDot,
            double[] xBarDot) {
        LinearAlgebraRules.multiplyPullback(a, x, resultBar, aBar, xBar);
        LinearAlgebraRules.multiplyPullback(a, x, resultBarDot, aBarDot, xBarDot);
        LinearAlgebraRules.multiplyPullback(aDot, xDot, resultBar, aBarDot, xBarDot);
    }

    /**
     * With {@code yDot = A^-T (xBarDot - ADot^T y)}: {@code bBarDot += yDot}, {@code ABarDot -= yDot x^T + y xDot^T}.
     *
     * @param a the matrix
     * @param b the right factor or side
     * @param result the result of the primal
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param bBar the adjoint of b, added to
     * @param aDot the tangent of a
     * @param bDot the tangent of b
     * @param resultDot the tangent of the result
     * @param resultBarDot the tangent of resultBar
     * @param aBarDot the tangent of aBar, added to
     * @param bBarDot the tangent of bBar, added to
     */
    @DerivativeOf(type = LinearAlgebraRules.class, method = "solvePullback", forward = true)
    public static void solvePullbackPushforward(
            double[][] a,
            double[] b,
            double[] result,
            double[] resultBar,
            double[][] aBar,
            double[] bBar,
            double[][] aDot,
            double[] bDot,
            double[] resultDot,
            double[] resultBarDot,
            double[][] aBarDot,
            double[] bBarDot) {
        Lu lu = new Lu(a);
        double[] y = lu.solveTransposed(resultBar);
        double[] side = resultBarDot.clone();
        Matrices.add(-1.0, Matrices.product(Matrices.transpose(aDot), y), side);
        double[] yDot = lu.solveTransposed(side);
        Matrices.add(1.0, y, bBar);
        Matrices.addOuter(-1.0, y, result, aBar);
        Matrices.add(1.0, yDot, bBarDot);
        Matrices.addOuter(-1.0, yDot, result, aBarDot);
        Matrices.addOuter(-1.0, y, resultDot, aBarDot);
    }

    /**
     * As for {@code solve}, with the symmetric parts of {@code ADot} and of what {@code ABar} and its tangent get.
     *
     * @param a the matrix
     * @param b the right factor or side
     * @param result the result of the primal
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param bBar the adjoint of b, added to
     * @param aDot the tangent of a
     * @param bDot the tangent of b
     * @param resultDot the tangent of the result
     * @param resultBarDot the tangent of resultBar
     * @param aBarDot the tangent of aBar, added to
     * @param bBarDot the tangent of bBar, added to
     */
    @DerivativeOf(type = LinearAlgebraRules.class, method = "solvePositiveDefinitePullback", forward = true)
    public static void solvePositiveDefinitePullbackPushforward(
            double[][] a,
            double[] b,
            double[] result,
            double[] resultBar,
            double[][] aBar,
            double[] bBar,
            double[][] aDot,
            double[] bDot,
            double[] resultDot,
            double[] resultBarDot,
            double[][] aBarDot,
            double[] bBarDot) {
        CholeskyFactor factor = CholeskyFactor.of(a);
        double[] y = factor.solve(resultBar);
        double[] side = resultBarDot.clone();
        Matrices.add(-1.0, Matrices.product(Matrices.symmetricPart(aDot), y), side);
        double[] yDot = factor.solve(side);
        Matrices.add(1.0, y, bBar);
        subtractSymmetric(y, result, aBar);
        Matrices.add(1.0, yDot, bBarDot);
        subtractSymmetric(yDot, result, aBarDot);
        subtractSymmetric(y, resultDot, aBarDot);
    }

    /**
     * With {@code S = L^-T P L^-1} and {@code P = phi(L^T LBar)}: {@code ABarDot += sym(L^-T (PDot - LDot^T S L - L^T S LDot) L^-1)}.
     *
     * @param a the matrix
     * @param result the result of the primal
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param aDot the tangent of a
     * @param resultDot the tangent of the result
     * @param resultBarDot the tangent of resultBar
     * @param aBarDot the tangent of aBar, added to
     */
    @DerivativeOf(type = LinearAlgebraRules.class, method = "choleskyPullback", forward = true)
    public static void choleskyPullbackPushforward(
            double[][] a,
            double[][] result,
            double[][] resultBar,
            double[][] aBar,
            double[][] aDot,
            double[][] resultDot,
            double[][] resultBarDot,
            double[][] aBarDot) {
        CholeskyFactor factor = CholeskyFactor.ofLower(result);
        double[][] transposed = Matrices.transpose(result);
        double[][] s = factor.unwhiten(LinearAlgebraRules.halfLower(Matrices.product(transposed, resultBar)));
        Matrices.add(1.0, Matrices.symmetricPart(s), aBar);

        double[][] sum = Matrices.product(Matrices.transpose(resultDot), resultBar);
        Matrices.add(1.0, Matrices.product(transposed, resultBarDot), sum);
        double[][] inner = LinearAlgebraRules.halfLower(sum);
        Matrices.add(-1.0, Matrices.product(Matrices.transpose(resultDot), Matrices.product(s, result)), inner);
        Matrices.add(-1.0, Matrices.product(transposed, Matrices.product(s, resultDot)), inner);
        Matrices.add(1.0, Matrices.symmetricPart(factor.unwhiten(inner)), aBarDot);
    }

    /**
     * {@code ABarDot += dBarDot cof(A) + dBar cof(A)Dot}.
     *
     * @param a the matrix
     * @param result the result of the primal
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param aDot the tangent of a
     * @param resultDot the tangent of the result
     * @param resultBarDot the tangent of resultBar
     * @param aBarDot the tangent of aBar, added to
     */
    @DerivativeOf(type = LinearAlgebraRules.class, method = "determinantPullback", forward = true)
    public static void determinantPullbackPushforward(
            double[][] a,
            double result,
            double resultBar,
            double[][] aBar,
            double[][] aDot,
            double resultDot,
            double resultBarDot,
            double[][] aBarDot) {
        double[][] cofactors = LinearAlgebraRules.cofactors(a, result);
        Matrices.add(resultBar, cofactors, aBar);
        Matrices.add(resultBarDot, cofactors, aBarDot);
        Matrices.add(resultBar, cofactorsDot(a, result, aDot, resultDot), aBarDot);
    }

    /**
     * {@code ABarDot += resultBarDot A^-T - resultBar (A^-1 ADot A^-1)^T}.
     *
     * @param a the matrix
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param aDot the tangent of a
     * @param resultBarDot the tangent of resultBar
     * @param aBarDot the tangent of aBar, added to
     */
    @DerivativeOf(type = LinearAlgebraRules.class, method = "logDeterminantPullback", forward = true)
    public static void logDeterminantPullbackPushforward(
            double[][] a, double resultBar, double[][] aBar, double[][] aDot, double resultBarDot, double[][] aBarDot) {
        double[][] inverse = new Lu(a).inverse();
        double[][] transposed = Matrices.transpose(inverse);
        Matrices.add(resultBar, transposed, aBar);
        Matrices.add(resultBarDot, transposed, aBarDot);
        double[][] inverseDot = LinearAlgebraRules.inversePushforward(a, inverse, aDot);
        Matrices.add(resultBar, Matrices.transpose(inverseDot), aBarDot);
    }

    /**
     * {@code ABarDot -= CDot^T CBar C^T + C^T CBarDot C^T + C^T CBar CDot^T}.
     *
     * @param a the matrix
     * @param result the result of the primal
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param aDot the tangent of a
     * @param resultDot the tangent of the result
     * @param resultBarDot the tangent of resultBar
     * @param aBarDot the tangent of aBar, added to
     */
    @DerivativeOf(type = LinearAlgebraRules.class, method = "inversePullback", forward = true)
    public static void inversePullbackPushforward(
            double[][] a,
            double[][] result,
            double[][] resultBar,
            double[][] aBar,
            double[][] aDot,
            double[][] resultDot,
            double[][] resultBarDot,
            double[][] aBarDot) {
        double[][] c = Matrices.transpose(result);
        double[][] cDot = Matrices.transpose(resultDot);
        double[][] inner = Matrices.product(c, resultBar);
        Matrices.add(-1.0, Matrices.product(inner, c), aBar);
        double[][] innerDot = Matrices.product(cDot, resultBar);
        Matrices.add(1.0, Matrices.product(c, resultBarDot), innerDot);
        Matrices.add(-1.0, Matrices.product(innerDot, c), aBarDot);
        Matrices.add(-1.0, Matrices.product(inner, cDot), aBarDot);
    }

    private static void subtractSymmetric(double[] u, double[] v, double[][] into) {
        Matrices.addOuter(-0.5, u, v, into);
        Matrices.addOuter(-0.5, v, u, into);
    }

    /** {@code dDot A^-T - d (A^-1 ADot A^-1)^T}; of a singular matrix, minor by minor. */
    private static double[][] cofactorsDot(double[][] a, double determinant, double[][] aDot, double determinantDot) {
        double[][] result = new double[a.length][a.length];
        Lu lu = new Lu(a);
        if (!lu.isSingular()) {
            double[][] inverse = lu.inverse();
            Matrices.add(determinantDot, Matrices.transpose(inverse), result);
            double[][] inverseDot = LinearAlgebraRules.inversePushforward(a, inverse, aDot);
            Matrices.add(determinant, Matrices.transpose(inverseDot), result);
            return result;
        }
        for (int i = 0; i < a.length && a.length > 1; i++) {
            for (int j = 0; j < a.length; j++) {
                double sign = (i + j) % 2 == 0 ? 1.0 : -1.0;
                double[][] minor = LinearAlgebraRules.minor(a, i, j);
                double value = new Lu(minor).determinant();
                double[][] minorDot = LinearAlgebraRules.minor(aDot, i, j);
                result[i][j] = sign * LinearAlgebraRules.determinantPushforward(minor, value, minorDot);
            }
        }
        return result;
    }
}
