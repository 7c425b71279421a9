package dev.pullback.ojalgo;

import dev.pullback.runtime.SecondOrderObjective;
import java.util.Objects;
import org.ojalgo.function.multiary.MultiaryFunction;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.structure.Access1D;

/**
 * An objective as ojAlgo's twice differentiable function: value, gradient and Hessian, and with them its first and second order
 * approximations.
 *
 * <pre>{@code
 * var likelihood = new OjalgoFunction(BloodDerivatives.likelihoodObjective(counts), 3);
 * var step = ConvexSolver.newBuilder(likelihood.getHessian(point)).linear(likelihood.getGradient(point).negate());
 * }</pre>
 *
 * <p>Belongs to one thread if the objective does.
 */
public final class OjalgoFunction implements MultiaryFunction.TwiceDifferentiable<Double> {
    private final SecondOrderObjective objective;
    private final int dimension;

    /**
     * Wraps an objective.
     *
     * @param objective the function
     * @param dimension the number of its independents, positive
     * @throws IllegalArgumentException if {@code dimension} is not positive
     */
    public OjalgoFunction(SecondOrderObjective objective, int dimension) {
        this.objective = Objects.requireNonNull(objective, "objective is null");
        if (dimension <= 0) {
            throw new IllegalArgumentException("dimension must be positive, is " + dimension);
        }
        this.dimension = dimension;
    }

    @Override
    public int arity() {
        return dimension;
    }

    /**
     * The value at a point.
     *
     * @throws IllegalArgumentException if the point has not the announced dimension
     */
    @Override
    public Double invoke(Access1D<Double> point) {
        return objective.value(entries(point));
    }

    /**
     * The gradient at a point, a column.
     *
     * @throws IllegalArgumentException if the point has not the announced dimension
     */
    @Override
    public MatrixStore<Double> getGradient(Access1D<Double> point) {
        return gradient(entries(point));
    }

    /**
     * The Hessian at a point, one product with a unit vector per column; the halves are averaged, so that it is symmetric to the
     * last bit, as solvers want it.
     *
     * @throws IllegalArgumentException if the point has not the announced dimension
     */
    @Override
    public MatrixStore<Double> getHessian(Access1D<Double> point) {
        double[] at = entries(point);
        double[] unit = new double[dimension];
        double[] column = new double[dimension];
        R064Store hessian = R064Store.FACTORY.make(dimension, dimension);
        for (int j = 0; j < dimension; j++) {
            unit[j] = 1.0;
            objective.hessianVector(at, unit, column);
            unit[j] = 0.0;
            for (int i = 0; i < dimension; i++) {
                hessian.add(i, j, 0.5 * column[i]);
                hessian.add(j, i, 0.5 * column[i]);
            }
        }
        return hessian;
    }

    /** The gradient at the origin, negated or not. */
    @Override
    public MatrixStore<Double> getLinearFactors(boolean negated) {
        MatrixStore<Double> gradient = gradient(new double[dimension]);
        return negated ? gradient.negate() : gradient;
    }

    private MatrixStore<Double> gradient(double[] point) {
        double[] gradient = new double[dimension];
        objective.valueAndGradient(point, gradient);
        return R064Store.wrap(gradient);
    }

    private double[] entries(Access1D<Double> point) {
        if (point.count() != dimension) {
            throw new IllegalArgumentException("point has " + point.count() + " entries, expected " + dimension);
        }
        return point.toRawCopy1D();
    }
}
