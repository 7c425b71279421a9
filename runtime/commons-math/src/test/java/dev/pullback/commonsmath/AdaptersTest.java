package dev.pullback.commonsmath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.junit.jupiter.api.Test;

/** Both adapters in a run of Commons Math. */
final class AdaptersTest {

    @Test
    void conjugateGradientsFollowTheGradient() {
        Rosenbrock rosenbrock = new Rosenbrock();
        var optimizer = new NonLinearConjugateGradientOptimizer(
                NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE, new SimpleValueChecker(0.0, 1e-18));

        PointValuePair best = optimizer.optimize(
                CommonsMathObjectives.value(rosenbrock),
                CommonsMathObjectives.gradient(rosenbrock),
                GoalType.MINIMIZE,
                new InitialGuess(new double[] {-1.2, 1.0}),
                new MaxEval(2000));

        assertThat(best.getPoint()).containsExactly(new double[] {1.0, 1.0}, offset(1e-6));
    }

    @Test
    void levenbergMarquardtReachesTheCertifiedFit() {
        var problem = new LeastSquaresBuilder()
                .model(CommonsMathModels.of(Misra1a::values, Misra1a::jacobian))
                .target(Misra1a.Y)
                .start(Misra1a.START)
                .maxEvaluations(500)
                .maxIterations(500)
                .build();

        LeastSquaresOptimizer.Optimum fit = new LevenbergMarquardtOptimizer().optimize(problem);

        assertThat(fit.getPoint().toArray()[0]).isCloseTo(Misra1a.CERTIFIED[0], offset(1e-5));
        assertThat(fit.getPoint().toArray()[1]).isCloseTo(Misra1a.CERTIFIED[1], offset(1e-10));
    }
}
