package dev.pullback.runtime.optim.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.optim.GradientNormBelow;
import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.StoppingCriterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {

    private static final StoppingCriterion PRECISE = new GradientNormBelow(1e-10).or(new IterationBudget(500));

    /** A measurement of a curve. */
    private record Point(double x, double y) {}

    /** Anscombe 1973, "Graphs in Statistical Analysis", the first set: 3.0001 + 0.50009 x, standard errors 1.1247 and 0.1179. */
    private static final List<Point> ANSCOMBE = points(
            new double[] {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5},
            new double[] {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68});

    @Test
    void aLineHasItsKnownCoefficientsAndErrors() {
        for (boolean damped : new boolean[] {true, false}) {
            LeastSquaresResult result = damped
                    ? new LevenbergMarquardt().minimize(line(ANSCOMBE), new double[2], PRECISE)
                    : new GaussNewton().minimize(line(ANSCOMBE), new double[2], PRECISE);
            assertThat(result.optimization().converged()).isTrue();
            assertThat(result.point()[0]).isCloseTo(3.0000909, within(1e-6));
            assertThat(result.point()[1]).isCloseTo(0.5000909, within(1e-6));
            assertThat(result.standardError(0)).isCloseTo(1.1247468, within(1e-6));
            assertThat(result.standardError(1)).isCloseTo(0.1179055, within(1e-6));
            assertThat(result.residuals()[0]).isCloseTo(3.0000909 + 5.000909 - 8.04, within(1e-5));
        }
    }

    @Test
    void anExponentialIsRecovered() {
        List<Point> data = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            data.add(new Point(0.1 * i, 2.5 * Math.exp(-1.3 * 0.1 * i)));
        }
        LeastSquaresResult result =
                new LevenbergMarquardt().minimize(exponential(data), new double[] {1.0, 0.0}, PRECISE);

        assertThat(result.point()).containsExactly(new double[] {2.5, -1.3}, within(1e-8));
        assertThat(new GaussNewton()
                        .minimize(exponential(data), new double[] {1.0, 0.0}, PRECISE)
                        .point())
                .containsExactly(new double[] {2.5, -1.3}, within(1e-8));
    }

    /** A line 1 + 2 x with noise 0.01 and three outliers of 50. */
    @Test
    void robustLossesForgetOutliers() {
        Random random = new Random(1);
        List<Point> data = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double x = 0.1 * i;
            data.add(new Point(x, 1.0 + 2.0 * x + 0.01 * random.nextGaussian() + (i % 13 == 5 ? 50.0 : 0.0)));
        }
        double[] plain = new LevenbergMarquardt()
                .minimize(line(data), new double[2], PRECISE)
                .point();
        assertThat(Math.abs(plain[0] - 1.0)).isGreaterThan(1.0);
        for (RobustLoss loss :
                new RobustLoss[] {RobustLoss.huber(0.05), RobustLoss.softL1(0.05), RobustLoss.cauchy(0.05)}) {
            double[] point = new LevenbergMarquardt(loss)
                    .minimize(line(data), new double[] {0.5, 1.5}, new IterationBudget(500))
                    .point();
            assertThat(point).containsExactly(new double[] {1.0, 2.0}, within(0.02));
        }
    }

    @Test
    void lossesHaveTheDerivativesOfTheirValues() {
        for (RobustLoss loss : new RobustLoss[] {
            RobustLoss.square(), RobustLoss.huber(1.5), RobustLoss.softL1(1.5), RobustLoss.cauchy(1.5)
        }) {
            assertThat(loss.value(0.0)).isZero();
            assertThat(loss.derivative(0.0)).isEqualTo(1.0);
            for (double s : new double[] {0.1, 1.0, 2.0, 3.0, 50.0}) {
                double difference = (loss.value(s + 1e-5) - loss.value(s - 1e-5)) / 2e-5;
                assertThat(loss.derivative(s)).isCloseTo(difference, within(1e-8));
            }
        }
    }

    /** Two parameters that only occur as a sum: the damping chooses one of many solutions, without a covariance to speak of. */
    @Test
    void aSingularJacobianIsNoObstacle() {
        ResidualFunction sum = ResidualFunction.of(ANSCOMBE, (p, point, gradient, workspace) -> {
            gradient[0] = 1.0;
            gradient[1] = 1.0;
            return p[0] + p[1] - point.y();
        });
        LeastSquaresResult result = new LevenbergMarquardt().minimize(sum, new double[2], PRECISE);

        assertThat(result.point()[0] + result.point()[1]).isCloseTo(7.500909, within(1e-6));
        assertThat(result.optimization().converged()).isTrue();
    }

    @Test
    void fewerResidualsThanParametersAreSolvedByDamping() {
        ResidualFunction line = line(ANSCOMBE.subList(0, 1));
        LeastSquaresResult result = new LevenbergMarquardt().minimize(line, new double[2], PRECISE);

        assertThat(result.residuals()[0]).isCloseTo(0.0, within(1e-9));
        assertThat(result.covariance()[0][0]).isNaN();
        assertThatThrownBy(() -> new GaussNewton().minimize(line, new double[2], PRECISE))
                .hasMessage("function has 1 residuals for 2 parameters");
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatThrownBy(() -> ResidualFunction.of(List.<Point>of(), (p, e, g, w) -> 0.0))
                .hasMessage("examples is empty");
        assertThatThrownBy(() -> RobustLoss.huber(0.0)).hasMessageStartingWith("scale");
        assertThatThrownBy(() -> new LevenbergMarquardt(RobustLoss.square(), -1.0))
                .hasMessageStartingWith("firstDamping");
        assertThatThrownBy(() ->
                        new LevenbergMarquardt().minimize(line(ANSCOMBE), new double[] {0.0, Double.NaN}, PRECISE))
                .hasMessage("start[1] is NaN");
        assertThatThrownBy(() -> new LevenbergMarquardt()
                        .minimize(line(points(new double[] {1.0}, new double[] {Double.NaN})), new double[2], PRECISE))
                .isInstanceOf(ArithmeticException.class);
    }

    private static ResidualFunction line(List<Point> data) {
        return ResidualFunction.of(data, (p, point, gradient, workspace) -> {
            gradient[0] = 1.0;
            gradient[1] = point.x();
            return p[0] + p[1] * point.x() - point.y();
        });
    }

    private static ResidualFunction exponential(List<Point> data) {
        return ResidualFunction.of(data, (p, point, gradient, workspace) -> {
            double power = Math.exp(p[1] * point.x());
            gradient[0] = power;
            gradient[1] = p[0] * point.x() * power;
            return p[0] * power - point.y();
        });
    }

    private static List<Point> points(double[] x, double[] y) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            points.add(new Point(x[i], y[i]));
        }
        return points;
    }
}
