package dev.pullback.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.junit.jupiter.api.Test;

/** Both adapters in a run of Hipparchus. */
final class AdaptersTest {

    @Test
    void conjugateGradientsFollowTheGradient() {
        Rosenbrock rosenbrock = new Rosenbrock();
        var optimizer = new NonLinearConjugateGradientOptimizer(
                NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE, new SimpleValueChecker(0.0, 1e-18));

        PointValuePair best = optimizer.optimize(
                HipparchusObjectives.value(rosenbrock),
                HipparchusObjectives.gradient(rosenbrock),
                GoalType.MINIMIZE,
                new InitialGuess(new double[] {-1.2, 1.0}),
                new MaxEval(2000));

        assertThat(best.getPoint()).containsExactly(new double[] {1.0, 1.0}, offset(1e-6));
    }

    @Test
    void levenbergMarquardtReachesTheCertifiedFit() {
        var problem = new LeastSquaresBuilder()
                .model(HipparchusModels.of(Misra1a::values, Misra1a::jacobian))
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
