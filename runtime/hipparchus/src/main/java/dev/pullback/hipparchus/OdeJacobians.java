package dev.pullback.hipparchus;

import java.util.Objects;
import org.hipparchus.ode.ODEJacobiansProvider;

/** The right-hand side of a differential equation and its Jacobian, for Hipparchus' {@code VariationalEquation}. */
public final class OdeJacobians {
    private OdeJacobians() {}

    /** The right-hand side: the time derivative of the state. */
    @FunctionalInterface
    public interface RightHandSide {

        /**
         * Computes the time derivative.
         *
         * @param time the time
         * @param state the state, length n; not modified
         * @return the derivative of the state, length n, a new array
         */
        double[] at(double time, double[] state);
    }

    /** Its derivative with respect to the state. */
    @FunctionalInterface
    public interface StateJacobian {

        /**
         * Computes the Jacobian.
         *
         * @param time the time
         * @param state the state, length n; not modified
         * @return n rows of n columns, new arrays
         */
        double[][] at(double time, double[] state);
    }

    /**
     * An equation whose Jacobian is known, so that sensitivities to the initial state are integrated without differences.
     *
     * @param dimension the length of the state, positive
     * @param rightHandSide the equation
     * @param jacobian its Jacobian with respect to the state
     * @return what {@code VariationalEquation} takes
     * @throws IllegalArgumentException if {@code dimension} is not positive
     */
    public static ODEJacobiansProvider of(int dimension, RightHandSide rightHandSide, StateJacobian jacobian) {
        if (dimension <= 0) {
            throw new IllegalArgumentException("dimension must be positive, is " + dimension);
        }
        Objects.requireNonNull(rightHandSide, "rightHandSide is null");
        Objects.requireNonNull(jacobian, "jacobian is null");
        return new ODEJacobiansProvider() {
            @Override
            public int getDimension() {
                return dimension;
            }

            @Override
            public double[] computeDerivatives(double time, double[] state) {
                return rightHandSide.at(time, state);
            }

            @Override
            public double[][] computeMainStateJacobian(double time, double[] state, double[] derivatives) {
                return jacobian.at(time, state);
            }
        };
    }
}
