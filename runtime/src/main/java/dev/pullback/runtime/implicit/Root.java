package dev.pullback.runtime.implicit;

import dev.pullback.runtime.linalg.LinearAlgebra;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * Derivatives of a root by the implicit function theorem: where {@code r(x, p) = 0}, the adjoint of the residual solves
 * {@code Jx^T u = -xBar} and gives {@code pBar += Jp^T u}, where Jx and Jp are the Jacobians of the residual at the root.
 *
 * <p>Immutable; may be shared between threads if the residual may.
 */
public final class Root {

    /** Derivatives of roots. */
    public Root() {}

    /**
     * The adjoint u of the residual. The pullback of the residual with the seed u then gives the bars of the parameters.
     *
     * @param xBar the adjoint of the root; not changed
     * @param pullback adds {@code Jx^T u} to its second argument, where u is its first: a generated pullback of the residual at
     *     the root, whose other bars are not used; called once per entry of the root
     * @return the adjoint of the residual
     * @throws ArithmeticException if Jx is singular
     */
    public double[] adjoint(double[] xBar, BiConsumer<double[], double[]> pullback) {
        int n = xBar.length;
        double[][] transposed = new double[n][n];
        double[] minusBar = new double[n];
        for (int i = 0; i < n; i++) {
            double[] row = new double[n];
            pullback.accept(unit(n, i), row);
            for (int j = 0; j < n; j++) {
                transposed[j][i] = row[j];
            }
            minusBar[i] = -xBar[i];
        }
        return solve(transposed, minusBar);
    }

    /**
     * The tangent of the root: the solution of {@code Jx d = -direct}.
     *
     * @param direct the tangent of the residual where the root stays as it is, {@code Jp pDot}; not changed
     * @param pushforward gives {@code Jx d}: a generated pushforward of the residual along d alone; called once per entry of the
     *     root
     * @return the tangent of the root
     * @throws ArithmeticException if Jx is singular
     */
    public double[] tangent(double[] direct, UnaryOperator<double[]> pushforward) {
        int n = direct.length;
        double[][] jacobian = new double[n][n];
        double[] minusDirect = new double[n];
        for (int j = 0; j < n; j++) {
            double[] column = pushforward.apply(unit(n, j));
            for (int i = 0; i < n; i++) {
                jacobian[i][j] = column[i];
            }
            minusDirect[j] = -direct[j];
        }
        return solve(jacobian, minusDirect);
    }

    /**
     * The adjoint of the residual, of a root that is one number.
     *
     * @param xBar the adjoint of the root
     * @param slope the derivative of the residual with respect to it
     * @return {@code -xBar / slope}
     * @throws ArithmeticException if the slope is zero: the root does not depend on the parameters smoothly
     */
    public double adjoint(double xBar, double slope) {
        if (slope == 0.0) {
            throw new ArithmeticException("the root has no derivative: the slope of the residual is 0");
        }
        return -xBar / slope;
    }

    /**
     * The tangent of a root that is one number.
     *
     * @param direct the tangent of the residual where the root stays as it is
     * @param slope the derivative of the residual with respect to the root
     * @return {@code -direct / slope}
     * @throws ArithmeticException if the slope is zero
     */
    public double tangent(double direct, double slope) {
        return adjoint(direct, slope);
    }

    private static double[] unit(int n, int i) {
        double[] unit = new double[n];
        unit[i] = 1.0;
        return unit;
    }

    private static double[] solve(double[][] jacobian, double[] right) {
        try {
            return LinearAlgebra.solve(jacobian, right);
        } catch (ArithmeticException e) {
            ArithmeticException singular = new ArithmeticException(
                    "the root has no derivative: the residual's Jacobian with respect to it is singular");
            singular.initCause(e);
            throw singular;
        }
    }
}
