package dev.pullback.runtime.optim.constrained;

/** A small dense linear system by LU decomposition with row exchanges; its arrays are allocated at construction. */
final class SmallSystem {

    private final double[][] lu;
    private final int[] pivots;
    private int size;

    SmallSystem(int largest) {
        lu = new double[largest][largest];
        pivots = new int[largest];
    }

    /** Decomposes the leading part of a matrix, which stays as it is; false if it is singular. */
    boolean factorize(double[][] matrix, int leading) {
        size = leading;
        for (int i = 0; i < size; i++) {
            System.arraycopy(matrix[i], 0, lu[i], 0, size);
        }
        for (int k = 0; k < size; k++) {
            int pivot = k;
            for (int i = k + 1; i < size; i++) {
                if (Math.abs(lu[i][k]) > Math.abs(lu[pivot][k])) {
                    pivot = i;
                }
            }
            pivots[k] = pivot;
            double[] row = lu[pivot];
            lu[pivot] = lu[k];
            lu[k] = row;
            if (!(Math.abs(row[k]) > 0.0) || !Double.isFinite(row[k])) {
                return false;
            }
            for (int i = k + 1; i < size; i++) {
                double factor = lu[i][k] / row[k];
                lu[i][k] = factor;
                for (int j = k + 1; j < size; j++) {
                    lu[i][j] -= factor * row[j];
                }
            }
        }
        return true;
    }

    /** Solves in place; the first entries of x are the right side. */
    void solve(double[] x) {
        for (int k = 0; k < size; k++) {
            double exchanged = x[pivots[k]];
            x[pivots[k]] = x[k];
            x[k] = exchanged;
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                x[i] -= lu[i][j] * x[j];
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int j = i + 1; j < size; j++) {
                x[i] -= lu[i][j] * x[j];
            }
            x[i] /= lu[i][i];
        }
    }
}
