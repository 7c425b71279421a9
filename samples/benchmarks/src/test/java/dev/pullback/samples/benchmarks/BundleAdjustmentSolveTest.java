package dev.pullback.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.runtime.optim.GradientNormBelow;
import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.RelativeLossChangeBelow;
import dev.pullback.runtime.optim.leastsquares.LevenbergMarquardt;
import dev.pullback.runtime.optim.leastsquares.SparseLeastSquaresResult;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bundle adjustment solved by Levenberg and Marquardt's method over the generated sparse Jacobian. */
class BundleAdjustmentSolveTest {

    /**
     * The smallest problem of ADBench: 55,718 parameters, 95,529 errors. All observations are the same there, so that one camera and
     * point explain them and the errors go to zero.
     */
    @Test
    void theErrorsOfTheBenchmarkGoToZero() {
        BundleProblem problem = BundleProblem.load("ba1_n49_m7776_p31843");
        SparseLeastSquaresResult result = new LevenbergMarquardt()
                .minimize(problem.residuals(), problem.flat(), new GradientNormBelow(1e-6).or(new IterationBudget(50)));

        assertThat(result.optimization().converged()).isTrue();
        assertThat(result.sumOfSquares()).isLessThan(1e-10);
    }

    /** Each camera sees each point with an error of half a pixel; cameras and points start a little off. */
    @Test
    void aSceneIsFittedWithinTheNoiseOfItsFeatures() {
        BundleProblem scene = BundleProblem.of(10, 199, 1990);
        Random random = new Random(6);
        Arrays.fill(scene.weights(), 1.0);
        double[] exact = scene.errors();
        for (int i = 0; i < scene.features().length; i++) {
            scene.features()[i][0] = exact[2 * i] + 0.5 * random.nextGaussian();
            scene.features()[i][1] = exact[2 * i + 1] + 0.5 * random.nextGaussian();
        }
        double[] start = scene.flat();
        for (int j = 0; j < start.length - scene.weights().length; j++) {
            start[j] += 0.01 * random.nextGaussian();
        }
        SparseLeastSquaresResult result = new LevenbergMarquardt()
                .minimize(scene.residuals(), start, new RelativeLossChangeBelow(1e-5).or(new IterationBudget(100)));

        double squares = 0.0;
        for (int i = 0; i < exact.length - scene.weights().length; i++) {
            squares += result.residuals()[i] * result.residuals()[i];
        }
        assertThat(Math.sqrt(squares / (2.0 * scene.weights().length))).isLessThan(0.5);
        assertThat(result.optimization().converged())
                .as(result.optimization().message())
                .isTrue();
    }
}
