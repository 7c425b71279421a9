package dev.pullback.runtime.linalg;

import dev.pullback.annotations.DerivativeOf;

/**
 * The derivatives of QR decompositions, eigenvalues, eigenvectors and singular values, called by generated code. Pullbacks add to
 * the bars. Shapes are those of the primal's arguments and results; nothing is checked again.
 *
 * <p>Sources: Walter and Lehmann 2010, "Algorithmic differentiation of linear algebra functions with application in optimum
 * experimental design", for QR; Magnus 1985, "On differentiating eigenvalues and eigenvectors"; Giles 2008, "Collected matrix
 * derivative results for forward and reverse mode algorithmic differentiation".
 */
public final class DecompositionRules {
    private DecompositionRules() {}

    /**
     * {@code ABar += (QBar + Q sym(-QBar^T Q)) R^-T}; sym mirrors the lower triangle (Walter and Lehmann).
     *
     * @param a the matrix
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "qrOrthogonal")
    public static void qrOrthogonalPullback(double[][] a, double[][] resultBar, double[][] aBar) {
        ThinQr qr = ThinQr.of(a);
        double[][] sum = Matrices.product(Matrices.transpose(resultBar), qr.q());
        double[][] bar = Matrices.copy(resultBar);
        Matrices.add(-1.0, Matrices.product(qr.q(), mirrorLower(sum)), bar);
        Matrices.add(1.0, qr.timesInverseTransposed(bar), aBar);
    }

    /**
     * With {@code X = ADot R^-1} and the skew {@code W} that has the strict lower triangle of {@code Q^T X}: {@code QDot = X - Q (Q^T X - W)}.
     *
     * @param a the matrix
     * @param aDot the tangent of a
     * @return the tangent of the result
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "qrOrthogonal", forward = true)
    public static double[][] qrOrthogonalPushforward(double[][] a, double[][] aDot) {
        ThinQr qr = ThinQr.of(a);
        double[][] dot = qr.timesInverse(aDot);
        Matrices.add(-1.0, Matrices.product(qr.q(), upperPart(qr, dot)), dot);
        return dot;
    }

    /**
     * {@code ABar += Q sym(R RBar^T) R^-T}; sym mirrors the lower triangle (Walter and Lehmann).
     *
     * @param a the matrix
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "qrTriangular")
    public static void qrTriangularPullback(double[][] a, double[][] resultBar, double[][] aBar) {
        ThinQr qr = ThinQr.of(a);
        double[][] sum = Matrices.product(qr.r(), Matrices.transpose(upper(resultBar)));
        double[][] bar = Matrices.product(qr.q(), mirrorLower(sum));
        Matrices.add(1.0, qr.timesInverseTransposed(bar), aBar);
    }

    /**
     * {@code RDot = (Q^T X - W) R}, as for {@code qrOrthogonal}.
     *
     * @param a the matrix
     * @param aDot the tangent of a
     * @return the tangent of the result
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "qrTriangular", forward = true)
    public static double[][] qrTriangularPushforward(double[][] a, double[][] aDot) {
        ThinQr qr = ThinQr.of(a);
        return Matrices.product(upperPart(qr, qr.timesInverse(aDot)), qr.r());
    }

    /**
     * {@code ABar += V diag(valuesBar) V^T}.
     *
     * @param a the matrix
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "eigenvalues")
    public static void eigenvaluesPullback(double[][] a, double[] resultBar, double[][] aBar) {
        double[][] vectors = distinct(a).vectors();
        double[][] scaled = Matrices.copy(vectors);
        for (double[] row : scaled) {
            for (int k = 0; k < row.length; k++) {
                row[k] *= resultBar[k];
            }
        }
        Matrices.add(1.0, Matrices.product(scaled, Matrices.transpose(vectors)), aBar);
    }

    /**
     * {@code v_k^T ADot v_k}.
     *
     * @param a the matrix
     * @param aDot the tangent of a
     * @return the tangent of the result
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "eigenvalues", forward = true)
    public static double[] eigenvaluesPushforward(double[][] a, double[][] aDot) {
        double[][] inner = inEigenvectors(distinct(a).vectors(), Matrices.symmetricPart(aDot));
        double[] dot = new double[a.length];
        for (int k = 0; k < dot.length; k++) {
            dot[k] = inner[k][k];
        }
        return dot;
    }

    /**
     * {@code ABar += sym(V (F * (V^T VBar)) V^T)}, {@code F_ij = 1 / (w_j - w_i)}.
     *
     * @param a the matrix
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "eigenvectors")
    public static void eigenvectorsPullback(double[][] a, double[][] resultBar, double[][] aBar) {
        SymmetricEigen eigen = distinct(a);
        double[][] transposed = Matrices.transpose(eigen.vectors());
        double[][] inner = overGaps(Matrices.product(transposed, resultBar), eigen.values());
        double[][] bar = Matrices.product(Matrices.product(eigen.vectors(), inner), transposed);
        Matrices.add(1.0, Matrices.symmetricPart(bar), aBar);
    }

    /**
     * {@code VDot = V (F * (V^T ADot V))}, {@code F_ij = 1 / (w_j - w_i)}.
     *
     * @param a the matrix
     * @param aDot the tangent of a
     * @return the tangent of the result
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "eigenvectors", forward = true)
    public static double[][] eigenvectorsPushforward(double[][] a, double[][] aDot) {
        SymmetricEigen eigen = distinct(a);
        double[][] inner = inEigenvectors(eigen.vectors(), Matrices.symmetricPart(aDot));
        return Matrices.product(eigen.vectors(), overGaps(inner, eigen.values()));
    }

    /**
     * {@code ABar += U diag(valuesBar) V^T}.
     *
     * @param a the matrix
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "singularValues")
    public static void singularValuesPullback(double[][] a, double[] resultBar, double[][] aBar) {
        ThinSvd svd = distinctSingular(a);
        for (int k = 0; k < resultBar.length; k++) {
            Matrices.addOuter(resultBar[k], svd.left()[k], svd.right()[k], aBar);
        }
    }

    /**
     * {@code u_k^T ADot v_k}.
     *
     * @param a the matrix
     * @param aDot the tangent of a
     * @return the tangent of the result
     */
    @DerivativeOf(type = LinearAlgebra.class, method = "singularValues", forward = true)
    public static double[] singularValuesPushforward(double[][] a, double[][] aDot) {
        ThinSvd svd = distinctSingular(a);
        double[] dot = new double[svd.values().length];
        for (int k = 0; k < dot.length; k++) {
            dot[k] = Matrices.dot(svd.left()[k], Matrices.product(aDot, svd.right()[k]));
        }
        return dot;
    }

    /** The symmetric matrix with the given lower triangle. */
    static double[][] mirrorLower(double[][] m) {
        double[][] result = new double[m.length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m.length; j++) {
                result[i][j] = m[Math.max(i, j)][Math.min(i, j)];
            }
        }
        return result;
    }

    /** The upper triangle: the rest of the factor is zero, whatever the argument. */
    static double[][] upper(double[][] m) {
        double[][] result = new double[m.length][m.length];
        for (int i = 0; i < m.length; i++) {
            System.arraycopy(m[i], i, result[i], i, m.length - i);
        }
        return result;
    }

    /** {@code Q^T X} less the skew matrix with the same strict lower triangle; what is left is upper triangular. */
    private static double[][] upperPart(ThinQr qr, double[][] x) {
        double[][] inner = Matrices.product(Matrices.transpose(qr.q()), x);
        double[][] result = upper(inner);
        for (int i = 0; i < inner.length; i++) {
            for (int j = i + 1; j < inner.length; j++) {
                result[i][j] += inner[j][i];
            }
        }
        return result;
    }

    static SymmetricEigen distinct(double[][] a) {
        SymmetricEigen eigen = SymmetricEigen.of(a);
        SymmetricEigen.requireDistinct(eigen.values(), "eigenvalues");
        return eigen;
    }

    static ThinSvd distinctSingular(double[][] a) {
        ThinSvd svd = ThinSvd.of(a);
        SymmetricEigen.requireDistinct(svd.values(), "singular values");
        double[] values = svd.values();
        if (values[values.length - 1] <= values.length * Math.ulp(1.0) * values[0]) {
            throw new ArithmeticException("singular value " + (values.length - 1) + " is zero: it has no derivative");
        }
        return svd;
    }

    private static double[][] inEigenvectors(double[][] vectors, double[][] m) {
        return Matrices.product(Matrices.product(Matrices.transpose(vectors), m), vectors);
    }

    static double[][] overGaps(double[][] m, double[] values) {
        double[][] result = new double[m.length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m.length; j++) {
                result[i][j] = i == j ? 0.0 : m[i][j] / (values[j] - values[i]);
            }
        }
        return result;
    }
}
