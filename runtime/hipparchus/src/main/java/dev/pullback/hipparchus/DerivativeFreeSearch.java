package dev.pullback.hipparchus;

import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.StopReason;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.LocalizedCoreFormats;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.BaseOptimizer;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.MultiStartMultivariateOptimizer;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.hipparchus.random.RandomVectorGenerator;
import org.hipparchus.random.Well19937a;

/**
 * Minimization where there is no derivative: steps, noise, simulations. Where there is one, a gradient is better by orders
 * of magnitude.
 *
 * <p>Points whose value is NaN count as infinitely bad. A result's gradient norm is NaN, as there is no gradient. Stateless
 * and thread-safe, if the function is.
 */
public final class DerivativeFreeSearch {
    private static final double RELATIVE = 1e-12;
    private static final double ABSOLUTE = 1e-14;
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private DerivativeFreeSearch() {}

    /**
     * Moves a simplex downhill (Nelder, Mead 1965, "A Simplex Method for Function Minimization"). For a few parameters and a
     * start near the minimum.
     *
     * @param function the function to minimize; must not modify its argument
     * @param start where to start, length n, finite; not modified
     * @param size the edge of the first simplex, positive: about the distance to the minimum
     * @param evaluations how often the function may be evaluated, positive
     * @return the best point met; reason {@code LOSS_CHANGE} when the simplex has become flat, {@code BUDGET} otherwise
     * @throws IllegalArgumentException if an argument is out of range (the message names it)
     */
    public static OptimizationResult nelderMead(
            ToDoubleFunction<double[]> function, double[] start, double size, int evaluations) {
        requirePositive(size, "size");
        SimplexOptimizer simplex = new SimplexOptimizer(new SimpleValueChecker(RELATIVE, ABSOLUTE));
        return run(simplex, function, start, evaluations, new NelderMeadSimplex(start.length, size));
    }

    /**
     * Nelder and Mead from the start and from random points around it: for functions with several minima.
     *
     * @param function the function to minimize; must not modify its argument
     * @param start the middle of the starts, length n, finite; not modified
     * @param radius how far the other starts may be away in each coordinate, positive; the first simplexes are a tenth of it
     * @param starts how many starts, positive
     * @param evaluations how often the function may be evaluated by all together, positive
     * @param seed what makes runs differ
     * @return the best point met
     * @throws IllegalArgumentException if an argument is out of range (the message names it)
     */
    public static OptimizationResult randomRestarts(
            ToDoubleFunction<double[]> function,
            double[] start,
            double radius,
            int starts,
            int evaluations,
            long seed) {
        requirePositive(radius, "radius");
        requirePositive(starts, "starts");
        Well19937a random = new Well19937a(seed);
        RandomVectorGenerator around = () -> {
            double[] point = start.clone();
            for (int i = 0; i < point.length; i++) {
                point[i] += radius * (2.0 * random.nextDouble() - 1.0);
            }
            return point;
        };
        SimplexOptimizer simplex = new SimplexOptimizer(new SimpleValueChecker(RELATIVE, ABSOLUTE));
        return run(
                new MultiStartMultivariateOptimizer(simplex, starts, around),
                function,
                start,
                evaluations,
                new NelderMeadSimplex(start.length, 0.1 * radius));
    }

    /**
     * Evolves a population with a covariance matrix that adapts (Hansen, Ostermeier 2001, "Completely Derandomized
     * Self-Adaptation in Evolution Strategies"). For up to some hundred parameters, rough and noisy functions.
     *
     * @param function the function to minimize; must not modify its argument
     * @param start where to start, length n, finite; not modified
     * @param deviation the first standard deviation of each parameter, length n, positive
     * @param population how many points per generation, at least 2; {@code 4 + 3 log n} is usual
     * @param evaluations how often the function may be evaluated, positive
     * @param seed what makes runs differ
     * @return the best point met
     * @throws IllegalArgumentException if an argument is out of range (the message names it)
     */
    public static OptimizationResult cmaes(
            ToDoubleFunction<double[]> function,
            double[] start,
            double[] deviation,
            int population,
            int evaluations,
            long seed) {
        if (deviation.length != start.length) {
            throw new IllegalArgumentException(
                    "deviation has length " + deviation.length + ", expected " + start.length);
        }
        for (int i = 0; i < deviation.length; i++) {
            requirePositive(deviation[i], "deviation[" + i + "]");
        }
        if (population < 2) {
            throw new IllegalArgumentException("population must be at least 2, is " + population);
        }
        CMAESOptimizer optimizer = new CMAESOptimizer(
                UNLIMITED,
                Double.NEGATIVE_INFINITY,
                true,
                0,
                0,
                new Well19937a(seed),
                false,
                new SimpleValueChecker(RELATIVE, ABSOLUTE));
        return run(
                optimizer,
                function,
                start,
                evaluations,
                new CMAESOptimizer.Sigma(deviation),
                new CMAESOptimizer.PopulationSize(population),
                SimpleBounds.unbounded(start.length));
    }

    private static OptimizationResult run(
            BaseOptimizer<PointValuePair> optimizer,
            ToDoubleFunction<double[]> function,
            double[] start,
            int evaluations,
            OptimizationData... settings) {
        Objects.requireNonNull(function, "function is null");
        requirePositive(evaluations, "evaluations");
        requireFinite(start);
        BestPoint best = new BestPoint(function, start);
        OptimizationData[] data = Arrays.copyOf(settings, settings.length + 4);
        data[settings.length] = new ObjectiveFunction(best);
        data[settings.length + 1] = GoalType.MINIMIZE;
        data[settings.length + 2] = new InitialGuess(start);
        data[settings.length + 3] = new MaxEval(evaluations);
        try {
            optimizer.optimize(data);
        } catch (MathIllegalStateException end) {
            if (end.getSpecifier() != LocalizedCoreFormats.MAX_COUNT_EXCEEDED) {
                throw end;
            }
            return best.result(
                    optimizer.getIterations(),
                    StopReason.BUDGET,
                    "the budget is used up: " + evaluations + " evaluations");
        }
        return best.result(
                optimizer.getIterations(), StopReason.LOSS_CHANGE, "the values of the last points hardly differ");
    }

    private static void requirePositive(double value, String name) {
        if (!(value > 0.0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive and finite, is " + value);
        }
    }

    private static void requireFinite(double[] start) {
        if (start.length == 0) {
            throw new IllegalArgumentException("start is empty");
        }
        for (int i = 0; i < start.length; i++) {
            if (!Double.isFinite(start[i])) {
                throw new IllegalArgumentException("start[" + i + "] is " + start[i]);
            }
        }
    }
}
