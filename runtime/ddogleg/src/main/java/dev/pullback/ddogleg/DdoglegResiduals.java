package dev.pullback.ddogleg;

import java.util.Objects;
import java.util.function.Function;
import org.ddogleg.optimization.functions.FunctionNtoM;
import org.ddogleg.optimization.functions.FunctionNtoMxN;
import org.ejml.data.DMatrixRMaj;

/**
 * A vector-valued method and its Jacobian as {@code UnconstrainedLeastSquares.setFunction(..)} takes them.
 *
 * <pre>{@code
 * var residuals = new DdoglegResiduals(9, 200, Lens::residuals, LensDerivatives::residualsJacobian);
 * solver.setFunction(residuals.values(), residuals.jacobian());
 * }</pre>
 *
 * <p>Immutable; as thread-safe as the two functions.
 */
public final class DdoglegResiduals {
    private final int parameters;
    private final int count;
    private final Function<double[], double[]> values;
    private final Function<double[], double[][]> jacobian;

    /**
     * Wraps a method and its Jacobian.
     *
     * @param parameters the number of parameters n, positive
     * @param count the number of residuals m, positive
     * @param values the method, from n parameters to m residuals
     * @param jacobian its Jacobian, m rows of n columns
     * @throws IllegalArgumentException if a number is not positive
     */
    public DdoglegResiduals(
            int parameters, int count, Function<double[], double[]> values, Function<double[], double[][]> jacobian) {
        this.parameters = requirePositive(parameters, "parameters");
        this.count = requirePositive(count, "count");
        this.values = Objects.requireNonNull(values, "values is null");
        this.jacobian = Objects.requireNonNull(jacobian, "jacobian is null");
    }

    private static int requirePositive(int value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, is " + value);
        }
        return value;
    }

    /**
     * The residuals.
     *
     * @return a function whose evaluations throw {@code IllegalArgumentException} if there are not as many as announced
     */
    public FunctionNtoM values() {
        return new FunctionNtoM() {
            @Override
            public int getNumOfInputsN() {
                return parameters;
            }

            @Override
            public int getNumOfOutputsM() {
                return count;
            }

            @Override
            public void process(double[] point, double[] output) {
                double[] result = values.apply(point);
                if (result.length != count) {
                    throw new IllegalArgumentException("values gave " + result.length + " residuals, not " + count);
                }
                System.arraycopy(result, 0, output, 0, count);
            }
        };
    }

    /**
     * The Jacobian.
     *
     * @return a function whose evaluations throw {@code IllegalArgumentException} if the shape is not the announced one
     */
    public FunctionNtoMxN<DMatrixRMaj> jacobian() {
        return new FunctionNtoMxN<>() {
            @Override
            public int getNumOfInputsN() {
                return parameters;
            }

            @Override
            public int getNumOfOutputsM() {
                return count;
            }

            @Override
            public DMatrixRMaj declareMatrixMxN() {
                return new DMatrixRMaj(count, parameters);
            }

            @Override
            public void process(double[] point, DMatrixRMaj output) {
                double[][] rows = jacobian.apply(point);
                if (rows.length != count || rows[0].length != parameters) {
                    throw new IllegalArgumentException("jacobian gave " + rows.length + " rows of " + rows[0].length
                            + " columns, not " + count + " of " + parameters);
                }
                output.set(rows);
            }
        };
    }
}
