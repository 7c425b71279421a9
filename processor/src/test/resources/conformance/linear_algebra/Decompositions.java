package conformance.linear_algebra;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.runtime.linalg.LinearAlgebra;

// args: double[3][3], double[3]
/** Every method of the runtime's linear algebra, on matrices that are made on the way. */
public final class Decompositions {

    private Decompositions() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] a, double[] b) {
        double[][] spd = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    spd[i][j] += a[i][k] * a[j][k];
                }
            }
            spd[i][i] += 2 + i;
        }
        double[] x = LinearAlgebra.solvePositiveDefinite(spd, b);
        double[][] lower = LinearAlgebra.cholesky(spd);
        double[] values = LinearAlgebra.eigenvalues(spd);
        double[][] vectors = LinearAlgebra.eigenvectors(spd);
        double[][] q = LinearAlgebra.qrOrthogonal(spd);
        double[][] r = LinearAlgebra.qrTriangular(spd);
        double[] singular = LinearAlgebra.singularValues(spd);
        double[][] product = LinearAlgebra.multiply(LinearAlgebra.inverse(spd), lower);
        double[] y = LinearAlgebra.multiply(product, x);
        double sum = LinearAlgebra.logDeterminant(spd) * LinearAlgebra.determinant(lower);
        for (int i = 0; i < 3; i++) {
            sum += y[i] * values[i] + vectors[i][0] * vectors[i][1] * b[i] + q[i][2] * r[0][i] + singular[i] * i;
        }
        return sum;
    }
}
