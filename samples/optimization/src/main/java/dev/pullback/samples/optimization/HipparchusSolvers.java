package dev.pullback.samples.optimization;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.leastsquares.ResidualFunction;
import dev.pullback.samples.optimization.SolverTable.Outcome;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/** Hipparchus' methods on the same problems with the same derivatives; NaN where they give up. */
final class HipparchusSolvers {

    private HipparchusSolvers() {}

    /** Nonlinear conjugate gradients with their default line search. */
    static Outcome conjugateGradients(TestProblem problem) {
        Objective objective = problem.objective();
        NonLinearConjugateGradientOptimizer optimizer = new NonLinearConjugateGradientOptimizer(
                NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE, new SimpleValueChecker(1e-14, 1e-14));
        try {
            PointValuePair pair = optimizer.optimize(
                    new MaxEval(100_000),
                    GoalType.MINIMIZE,
                    new ObjectiveFunction(objective::value),
                    new ObjectiveFunctionGradient(point -> {
                        double[] gradient = new double[point.length];
                        objective.valueAndGradient(point, gradient);
                        return gradient;
                    }),
                    new InitialGuess(problem.start()));
            return new Outcome(optimizer.getIterations(), optimizer.getEvaluations(), pair.getValue());
        } catch (MathRuntimeException e) {
            return new Outcome(optimizer.getIterations(), optimizer.getEvaluations(), Double.NaN);
        }
    }

    /** Levenberg and Marquardt's method, with tolerances at the limit of rounding. */
    static Outcome levenbergMarquardt(TestProblem problem) {
        ResidualFunction function = problem.function();
        int m = problem.residuals();
        int n = problem.start().length;
        try {
            Optimum optimum = new LevenbergMarquardtOptimizer()
                    .withCostRelativeTolerance(1e-15)
                    .withParameterRelativeTolerance(1e-15)
                    .withOrthoTolerance(1e-15)
                    .optimize(new LeastSquaresBuilder()
                            .model(point -> {
                                double[] residuals = new double[m];
                                double[][] jacobian = new double[m][n];
                                function.residualsAndJacobian(point.toArray(), residuals, jacobian);
                                return new Pair<>(
                                        new ArrayRealVector(residuals, false),
                                        new Array2DRowRealMatrix(jacobian, false));
                            })
                            .target(new double[m])
                            .start(problem.start())
                            .maxEvaluations(100_000)
                            .maxIterations(100_000)
                            .build());
            double[] residuals = optimum.getResiduals().toArray();
            double sum = 0.0;
            for (double r : residuals) {
                sum += r * r;
            }
            return new Outcome(optimum.getIterations(), optimum.getEvaluations(), sum);
        } catch (MathRuntimeException e) {
            return new Outcome(0, 0, Double.NaN);
        }
    }
}
