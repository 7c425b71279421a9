package dev.pullback.runtime.optim.constrained;

import dev.pullback.runtime.optim.run.Vectors;

/**
 * The estimate {@code B = theta I - W M W^T} of the Hessian from the last pairs {@code s = x' - x}, {@code y = g' - g}, with
 * {@code W = [Y, theta S]} and {@code M = [-D, L^T; L, theta S^T S]^-1}, where D is the diagonal and L the strictly lower part
 * of {@code S^T Y}.
 *
 * <p>Source: Byrd, Nocedal and Schnabel 1994, "Representations of Quasi-Newton Matrices and their Use in Limited Memory
 * Methods"; Byrd, Lu, Nocedal and Zhu 1995, equations (3.2) to (3.4).
 *
 * <p>All arrays are allocated at construction; not thread-safe.
 */
final class CompactHessian {

    private static final double MACHINE_EPSILON = Math.ulp(1.0);

    private final double[][] s;
    private final double[][] y;
    private final double[][] middle;
    private final double[] alpha;
    private final SmallSystem middleSystem;
    private int count;
    private boolean factorized;
    private double theta = 1.0;

    CompactHessian(int memory, int size) {
        s = new double[memory][size];
        y = new double[memory][size];
        middle = new double[2 * memory][2 * memory];
        alpha = new double[memory];
        middleSystem = new SmallSystem(2 * memory);
    }

    boolean isEmpty() {
        return count == 0;
    }

    void clear() {
        count = 0;
        theta = 1.0;
    }

    double theta() {
        return theta;
    }

    /** The number of columns of W; none where M is lost to rounding, which leaves {@code theta I}. */
    int rank() {
        return isFactorized() ? 2 * count : 0;
    }

    /** An entry of W. */
    double w(int row, int column) {
        return column < count ? y[column][row] : theta * s[column - count][row];
    }

    /** The largest number of columns of W. */
    int highestRank() {
        return middle.length;
    }

    /** The inverse of M, {@link #rank()} rows. */
    double[][] inverseOfM() {
        return middle;
    }

    /** {@code v = M v}. */
    void multiplyByM(double[] v) {
        middleSystem.solve(v);
    }

    /** Whether no step in memory moved a parameter that is not free now; then B over the free parameters follows from them alone. */
    boolean isConfinedTo(boolean[] free) {
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < free.length; i++) {
                if (!free[i] && s[k][i] != 0.0) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * {@code v = B_F^-1 v} over the free parameters, if the steps are confined to them; v is zero at all others. The two-loop
     * recursion (Nocedal 1980, "Updating Quasi-Newton Matrices with Limited Storage") keeps the digits of the small
     * eigenvalues of B, which {@code theta I - W M W^T} loses to cancellation.
     */
    void divideFree(double[] v, boolean[] free) {
        for (int k = count - 1; k >= 0; k--) {
            alpha[k] = Vectors.dot(s[k], v) / -middle[k][k];
            Vectors.addScaled(-alpha[k], y[k], v);
        }
        for (int i = 0; i < v.length; i++) {
            v[i] = free[i] ? v[i] / theta : 0.0;
        }
        for (int k = 0; k < count; k++) {
            double beta = Vectors.dot(y[k], v) / -middle[k][k];
            Vectors.addScaled(alpha[k] - beta, s[k], v);
        }
    }

    /** Stores the pair of a step in place of the oldest one, unless s.y is not clearly positive. */
    void learn(double[] from, double[] fromGradient, double[] to, double[] toGradient) {
        double product = 0.0;
        double sSquare = 0.0;
        double ySquare = 0.0;
        for (int i = 0; i < from.length; i++) {
            double step = to[i] - from[i];
            double change = toGradient[i] - fromGradient[i];
            product += step * change;
            sSquare += step * step;
            ySquare += change * change;
        }
        double newTheta = ySquare / product;
        boolean positive = product > MACHINE_EPSILON * Math.sqrt(sSquare) * Math.sqrt(ySquare);
        if (!positive || !Double.isFinite(newTheta) || !(newTheta > 0.0)) {
            return;
        }
        makeRoom();
        double[] sNew = s[count];
        double[] yNew = y[count];
        for (int i = 0; i < from.length; i++) {
            sNew[i] = to[i] - from[i];
            yNew[i] = toGradient[i] - fromGradient[i];
        }
        count++;
        theta = newTheta;
        factorized = factorize();
    }

    private void makeRoom() {
        if (count < s.length) {
            return;
        }
        double[] oldestS = s[0];
        double[] oldestY = y[0];
        System.arraycopy(s, 1, s, 0, count - 1);
        System.arraycopy(y, 1, y, 0, count - 1);
        count--;
        s[count] = oldestS;
        y[count] = oldestY;
    }

    private boolean isFactorized() {
        return factorized || count == 0;
    }

    private boolean factorize() {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                double sy = Vectors.dot(s[i], y[j]);
                middle[i][j] = i == j ? -sy : 0.0;
                middle[count + i][j] = i > j ? sy : 0.0;
                middle[j][count + i] = middle[count + i][j];
                middle[count + i][count + j] = theta * Vectors.dot(s[i], s[j]);
            }
        }
        return middleSystem.factorize(middle, 2 * count);
    }
}
