package dev.pullback.hipparchus;

import java.util.Objects;
import java.util.function.Function;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/** A vector-valued method and its Jacobian as Hipparchus' least-squares optimizers take them. */
public final class HipparchusModels {
    private HipparchusModels() {}

    /**
     * A model for {@code LeastSquaresBuilder.model(..)}.
     *
     * <pre>{@code
     * HipparchusModels.of(Curve::values, CurveDerivatives::valuesJacobian)
     * }</pre>
     *
     * @param values the method, from the parameters, length n, to m values in a new array
     * @param jacobian its Jacobian, m rows of n columns in new arrays
     * @return the model
     */
    public static MultivariateJacobianFunction of(
            Function<double[], double[]> values, Function<double[], double[][]> jacobian) {
        Objects.requireNonNull(values, "values is null");
        Objects.requireNonNull(jacobian, "jacobian is null");
        return parameters -> {
            double[] point = parameters.toArray();
            return new Pair<>(
                    new ArrayRealVector(values.apply(point), false),
                    new Array2DRowRealMatrix(jacobian.apply(point), false));
        };
    }
}
