package dev.pullback.runtime.linalg;

/**
 * {@code A = Q R}, Q with orthonormal columns, R upper triangular with a positive diagonal, which makes both unique.
 *
 * <p>Source: modified Gram-Schmidt, run twice; Giraud, Langou and Rozloznik 2005, "The loss of orthogonality in the
 * Gram-Schmidt orthogonalization process".
 *
 * @param q as many rows and columns as A
 * @param r square
 */
record ThinQr(double[][] q, double[][] r) {

    /** The factors of a matrix with at least as many rows as columns and independent columns. */
    static ThinQr of(double[][] a) {
        int columns = Matrices.columns(a, "a");
        if (a.length < columns) {
            throw new IllegalArgumentException(
                    "a must have at least as many rows as columns, is " + a.length + " by " + columns);
        }
        double[][] basis = Matrices.transpose(a);
        double[][] r = new double[columns][columns];
        for (int j = 0; j < columns; j++) {
            double before = Math.sqrt(Matrices.dot(basis[j], basis[j]));
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < j; i++) {
                    double projection = Matrices.dot(basis[i], basis[j]);
                    Matrices.add(-projection, basis[i], basis[j]);
                    r[i][j] += projection;
                }
            }
            double norm = Math.sqrt(Matrices.dot(basis[j], basis[j]));
            if (!(norm > a.length * Math.ulp(1.0) * before)) {
                throw new ArithmeticException(
                        "a has dependent columns: nothing of column " + j + " is left beside those before it");
            }
            r[j][j] = norm;
            for (int i = 0; i < a.length; i++) {
                basis[j][i] /= norm;
            }
        }
        return new ThinQr(Matrices.transpose(basis), r);
    }

    /** {@code B R^-1}. */
    double[][] timesInverse(double[][] b) {
        double[][] x = Matrices.copy(b);
        for (double[] row : x) {
            for (int j = 0; j < r.length; j++) {
                for (int k = 0; k < j; k++) {
                    row[j] -= row[k] * r[k][j];
                }
                row[j] /= r[j][j];
            }
        }
        return x;
    }

    /** {@code B R^-T}. */
    double[][] timesInverseTransposed(double[][] b) {
        double[][] x = Matrices.copy(b);
        for (double[] row : x) {
            for (int j = r.length - 1; j >= 0; j--) {
                for (int k = j + 1; k < r.length; k++) {
                    row[j] -= row[k] * r[j][k];
                }
                row[j] /= r[j][j];
            }
        }
        return x;
    }
}
