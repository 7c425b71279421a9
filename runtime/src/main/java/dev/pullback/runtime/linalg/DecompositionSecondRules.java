package dev.pullback.runtime.linalg;

import dev.pullback.annotations.DerivativeOf;

/**
 * The derivatives of {@link DecompositionRules}' pullbacks, which second derivatives are made of: each adds to the bars what the
 * pullback does, and to the tangents of the bars the directional derivative of that. The product rule applied to the formulas there.
 */
public final class DecompositionSecondRules {
    private DecompositionSecondRules() {}

    /**
     * With {@code B = QBar - Q M} and {@code M = sym(QBar^T Q)}: {@code ABarDot += (BDot - B R^-T RDot^T) R^-T}.
     *
     * @param a the matrix
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param aDot the tangent of a
     * @param resultBarDot the tangent of resultBar
     * @param aBarDot the tangent of aBar, added to
     */
    @DerivativeOf(type = DecompositionRules.class, method = "qrOrthogonalPullback", forward = true)
    public static void qrOrthogonalPullbackPushforward(
            double[][] a,
            double[][] resultBar,
            double[][] aBar,
            double[][] aDot,
            double[][] resultBarDot,
            double[][] aBarDot) {
        ThinQr qr = ThinQr.of(a);
        double[][] qDot = DecompositionRules.qrOrthogonalPushforward(a, aDot);
        double[][] m = DecompositionRules.mirrorLower(Matrices.product(Matrices.transpose(resultBar), qr.q()));
        double[][] b = Matrices.copy(resultBar);
        Matrices.add(-1.0, Matrices.product(qr.q(), m), b);

        double[][] sum = Matrices.product(Matrices.transpose(resultBarDot), qr.q());
        Matrices.add(1.0, Matrices.product(Matrices.transpose(resultBar), qDot), sum);
        double[][] bDot = Matrices.copy(resultBarDot);
        Matrices.add(-1.0, Matrices.product(qDot, m), bDot);
        Matrices.add(-1.0, Matrices.product(qr.q(), DecompositionRules.mirrorLower(sum)), bDot);
        addQuotients(a, qr, aDot, b, bDot, aBar, aBarDot);
    }

    /**
     * With {@code B = Q M} and {@code M = sym(R RBar^T)}: {@code ABarDot += (BDot - B R^-T RDot^T) R^-T}.
     *
     * @param a the matrix
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param aDot the tangent of a
     * @param resultBarDot the tangent of resultBar
     * @param aBarDot the tangent of aBar, added to
     */
    @DerivativeOf(type = DecompositionRules.class, method = "qrTriangularPullback", forward = true)
    public static void qrTriangularPullbackPushforward(
            double[][] a,
            double[][] resultBar,
            double[][] aBar,
            double[][] aDot,
            double[][] resultBarDot,
            double[][] aBarDot) {
        ThinQr qr = ThinQr.of(a);
        double[][] qDot = DecompositionRules.qrOrthogonalPushforward(a, aDot);
        double[][] rDot = DecompositionRules.qrTriangularPushforward(a, aDot);
        double[][] bar = Matrices.transpose(DecompositionRules.upper(resultBar));
        double[][] m = DecompositionRules.mirrorLower(Matrices.product(qr.r(), bar));

        double[][] sum = Matrices.product(rDot, bar);
        Matrices.add(1.0, Matrices.product(qr.r(), Matrices.transpose(DecompositionRules.upper(resultBarDot))), sum);
        double[][] bDot = Matrices.product(qDot, m);
        Matrices.add(1.0, Matrices.product(qr.q(), DecompositionRules.mirrorLower(sum)), bDot);
        addQuotients(a, qr, aDot, Matrices.product(qr.q(), m), bDot, aBar, aBarDot);
    }

    /**
     * {@code ABarDot += VDot D V^T + V DDot V^T + V D VDot^T}, {@code D = diag(valuesBar)}.
     *
     * @param a the matrix
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param aDot the tangent of a
     * @param resultBarDot the tangent of resultBar
     * @param aBarDot the tangent of aBar, added to
     */
    @DerivativeOf(type = DecompositionRules.class, method = "eigenvaluesPullback", forward = true)
    public static void eigenvaluesPullbackPushforward(
            double[][] a,
            double[] resultBar,
            double[][] aBar,
            double[][] aDot,
            double[] resultBarDot,
            double[][] aBarDot) {
        double[][] vectors = DecompositionRules.distinct(a).vectors();
        double[][] vectorsDot = DecompositionRules.eigenvectorsPushforward(a, aDot);
        for (int k = 0; k < resultBar.length; k++) {
            double[] v = column(vectors, k);
            double[] vDot = column(vectorsDot, k);
            Matrices.addOuter(resultBar[k], v, v, aBar);
            Matrices.addOuter(resultBarDot[k], v, v, aBarDot);
            Matrices.addOuter(resultBar[k], vDot, v, aBarDot);
            Matrices.addOuter(resultBar[k], v, vDot, aBarDot);
        }
    }

    /**
     * With {@code G = F * (V^T VBar)}: {@code ABarDot += sym(VDot G V^T + V GDot V^T + V G VDot^T)}.
     *
     * @param a the matrix
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param aDot the tangent of a
     * @param resultBarDot the tangent of resultBar
     * @param aBarDot the tangent of aBar, added to
     */
    @DerivativeOf(type = DecompositionRules.class, method = "eigenvectorsPullback", forward = true)
    public static void eigenvectorsPullbackPushforward(
            double[][] a,
            double[][] resultBar,
            double[][] aBar,
            double[][] aDot,
            double[][] resultBarDot,
            double[][] aBarDot) {
        SymmetricEigen eigen = DecompositionRules.distinct(a);
        double[][] v = eigen.vectors();
        double[][] transposed = Matrices.transpose(v);
        double[][] vDot = DecompositionRules.eigenvectorsPushforward(a, aDot);
        double[] valuesDot = DecompositionRules.eigenvaluesPushforward(a, aDot);
        double[][] g = DecompositionRules.overGaps(Matrices.product(transposed, resultBar), eigen.values());

        double[][] sum = Matrices.product(Matrices.transpose(vDot), resultBar);
        Matrices.add(1.0, Matrices.product(transposed, resultBarDot), sum);
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[i][j] -= g[i][j] * (valuesDot[j] - valuesDot[i]);
            }
        }
        double[][] gDot = DecompositionRules.overGaps(sum, eigen.values());
        double[][] dot = Matrices.product(Matrices.product(vDot, g), transposed);
        Matrices.add(1.0, Matrices.product(Matrices.product(v, gDot), transposed), dot);
        Matrices.add(1.0, Matrices.product(Matrices.product(v, g), Matrices.transpose(vDot)), dot);
        Matrices.add(1.0, Matrices.symmetricPart(Matrices.product(Matrices.product(v, g), transposed)), aBar);
        Matrices.add(1.0, Matrices.symmetricPart(dot), aBarDot);
    }

    /**
     * {@code ABarDot += UDot D V^T + U DDot V^T + U D VDot^T}, {@code D = diag(valuesBar)}.
     *
     * @param a the matrix
     * @param resultBar the adjoint of the result, only read
     * @param aBar the adjoint of a, added to
     * @param aDot the tangent of a
     * @param resultBarDot the tangent of resultBar
     * @param aBarDot the tangent of aBar, added to
     */
    @DerivativeOf(type = DecompositionRules.class, method = "singularValuesPullback", forward = true)
    public static void singularValuesPullbackPushforward(
            double[][] a,
            double[] resultBar,
            double[][] aBar,
            double[][] aDot,
            double[] resultBarDot,
            double[][] aBarDot) {
        ThinSvd svd = DecompositionRules.distinctSingular(a);
        double[][] leftDot = leftDot(svd, aDot);
        double[][] rightDot = leftDot(svd.transposed(), Matrices.transpose(aDot));
        for (int k = 0; k < resultBar.length; k++) {
            double[] u = svd.left()[k];
            double[] v = svd.right()[k];
            Matrices.addOuter(resultBar[k], u, v, aBar);
            Matrices.addOuter(resultBarDot[k], u, v, aBarDot);
            Matrices.addOuter(resultBar[k], leftDot[k], v, aBarDot);
            Matrices.addOuter(resultBar[k], u, rightDot[k], aBarDot);
        }
    }

    /** {@code C = B R^-T} to the bar, and {@code CDot = (BDot - C RDot^T) R^-T} to its tangent. */
    private static void addQuotients(
            double[][] a,
            ThinQr qr,
            double[][] aDot,
            double[][] b,
            double[][] bDot,
            double[][] aBar,
            double[][] aBarDot) {
        double[][] c = qr.timesInverseTransposed(b);
        double[][] rDot = DecompositionRules.qrTriangularPushforward(a, aDot);
        double[][] side = Matrices.copy(bDot);
        Matrices.add(-1.0, Matrices.product(c, Matrices.transpose(rDot)), side);
        Matrices.add(1.0, c, aBar);
        Matrices.add(1.0, qr.timesInverseTransposed(side), aBarDot);
    }

    /**
     * The tangents of the left singular vectors: {@code u_k^T uDot_l = (s_l u_k^T ADot v_l + s_k u_l^T ADot v_k) / (s_l^2 - s_k^2)}, and what
     * {@code ADot v_l / s_l} has outside of their span.
     */
    private static double[][] leftDot(ThinSvd svd, double[][] aDot) {
        double[][] u = svd.left();
        double[] s = svd.values();
        double[][] moved = new double[s.length][];
        for (int l = 0; l < s.length; l++) {
            moved[l] = Matrices.product(aDot, svd.right()[l]);
        }
        double[][] dot = new double[s.length][];
        for (int l = 0; l < s.length; l++) {
            dot[l] = new double[u[l].length];
            Matrices.add(1.0 / s[l], moved[l], dot[l]);
            for (int k = 0; k < s.length; k++) {
                double own = Matrices.dot(u[k], moved[l]);
                double other = Matrices.dot(u[l], moved[k]);
                double inside = k == l ? 0.0 : (s[l] * own + s[k] * other) / ((s[l] - s[k]) * (s[l] + s[k]));
                Matrices.add(inside - own / s[l], u[k], dot[l]);
            }
        }
        return dot;
    }

    private static double[] column(double[][] m, int k) {
        double[] column = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            column[i] = m[i][k];
        }
        return column;
    }
}
