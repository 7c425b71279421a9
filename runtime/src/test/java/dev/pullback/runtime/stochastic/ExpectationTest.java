package dev.pullback.runtime.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.Objective;
import org.junit.jupiter.api.Test;

/** Estimates against closed forms: of the expectation, of its gradient, and of their variances. */
class ExpectationTest {
    private static final int SAMPLES = 20_000;
    private static final double MU = 0.7;
    private static final double SIGMA = 1.3;
    private static final double[] POINT = {MU, SIGMA};

    /** (mu + sigma z)^2: the expectation is mu^2 + sigma^2. */
    private static final ReparameterizedExpectation SQUARE = new ReparameterizedExpectation(
            (p, z, gradient) -> {
                double x = p[0] + p[1] * z[0];
                gradient[0] = 2 * x;
                gradient[1] = 2 * x * z[0];
                return x * x;
            },
            ReparameterizedExpectation.standardNormal(),
            1);

    /** The same, of samples x with mean mu and deviation sigma. */
    private static final ScoreFunctionExpectation SQUARE_BY_SCORE = new ScoreFunctionExpectation(
            (p, x, gradient) -> {
                gradient[0] = 0;
                gradient[1] = 0;
                return x[0] * x[0];
            },
            (p, random, x) -> x[0] = p[0] + p[1] * random.nextGaussian(),
            (p, x, gradient) -> {
                double z = (x[0] - p[0]) / p[1];
                gradient[0] = z / p[1];
                gradient[1] = (z * z - 1) / p[1];
                return -0.5 * z * z - Math.log(p[1]);
            },
            1);

    @Test
    void reparameterizedEstimatesAgreeWithTheClosedForm() {
        ExpectationEstimate estimate = SQUARE.estimate(POINT, SAMPLES, 42);
        assertAgrees(estimate, MU * MU + SIGMA * SIGMA, 2 * MU, 2 * SIGMA);
        // d/dmu is 2 (mu + sigma z), with variance 4 sigma^2.
        assertThat(estimate.gradientVariance()[0] * SAMPLES)
                .isCloseTo(4 * SIGMA * SIGMA, within(0.1 * 4 * SIGMA * SIGMA));
        // x^2 has variance 2 sigma^4 + 4 mu^2 sigma^2.
        double variance = 2 * Math.pow(SIGMA, 4) + 4 * MU * MU * SIGMA * SIGMA;
        assertThat(estimate.valueVariance() * SAMPLES).isCloseTo(variance, within(0.1 * variance));
    }

    @Test
    void scoreFunctionEstimatesAgreeWithTheClosedForm() {
        ExpectationEstimate estimate = SQUARE_BY_SCORE.estimate(POINT, SAMPLES, 42);
        assertAgrees(estimate, MU * MU + SIGMA * SIGMA, 2 * MU, 2 * SIGMA);
        double reparameterized = SQUARE.estimate(POINT, SAMPLES, 42).gradientVariance()[0];
        assertThat(estimate.gradientVariance()[0]).isGreaterThan(reparameterized);
    }

    /** The variance of many small estimates, against what one large estimate reports. */
    @Test
    void reportedVariancesAreThoseOfRepeatedEstimates() {
        Moments reparameterized = new Moments(2);
        Moments score = new Moments(2);
        int repetitions = 2000;
        for (int seed = 0; seed < repetitions; seed++) {
            reparameterized.add(SQUARE.estimate(POINT, 50, seed).gradient());
            score.add(SQUARE_BY_SCORE.estimate(POINT, 50, seed).gradient());
        }
        ExpectationEstimate one = SQUARE.estimate(POINT, SAMPLES, 1);
        ExpectationEstimate other = SQUARE_BY_SCORE.estimate(POINT, SAMPLES, 1);
        for (int i = 0; i < 2; i++) {
            double actual = reparameterized.variancesOfMeans()[i] * repetitions;
            assertThat(one.gradientVariance()[i] * SAMPLES / 50).isCloseTo(actual, within(0.15 * actual));
            double actualScore = score.variancesOfMeans()[i] * repetitions;
            assertThat(other.gradientVariance()[i] * SAMPLES / 50).isCloseTo(actualScore, within(0.15 * actualScore));
        }
    }

    /** A coin with probability p: E (z - theta)^2 = p (1 - theta)^2 + (1 - p) theta^2, with theta in f and in the density. */
    @Test
    void discreteSamplesAndParametersInTheFunction() {
        ScoreFunctionExpectation coin = new ScoreFunctionExpectation(
                (p, z, gradient) -> {
                    gradient[0] = -2 * (z[0] - p[0]);
                    return (z[0] - p[0]) * (z[0] - p[0]);
                },
                (p, random, z) -> z[0] = random.nextDouble() < p[0] ? 1 : 0,
                (p, z, gradient) -> {
                    gradient[0] = z[0] == 1 ? 1 / p[0] : -1 / (1 - p[0]);
                    return Math.log(z[0] == 1 ? p[0] : 1 - p[0]);
                },
                1);
        double p = 0.3;
        // With theta = p the expectation is p (1 - p).
        assertAgrees(coin.estimate(new double[] {p}, SAMPLES, 7), p * (1 - p), 1 - 2 * p);
    }

    @Test
    void theSameSeedGivesTheSameEstimate() {
        ExpectationEstimate first = SQUARE_BY_SCORE.estimate(POINT, 100, 3);
        ExpectationEstimate second = SQUARE_BY_SCORE.estimate(POINT, 100, 3);
        assertThat(second.gradient()).isEqualTo(first.gradient());
        assertThat(SQUARE_BY_SCORE.estimate(POINT, 100, 4).gradient()).isNotEqualTo(first.gradient());
    }

    @Test
    void aSampleAverageIsAFunctionWithItsGradient() {
        Objective average = SQUARE.sampleAverage(100, 5);
        double[] gradient = new double[2];
        assertThat(average.valueAndGradient(POINT, gradient)).isEqualTo(average.value(POINT));
        double h = 1e-5;
        double difference =
                (average.value(new double[] {MU + h, SIGMA}) - average.value(new double[] {MU - h, SIGMA})) / (2 * h);
        assertThat(gradient[0]).isCloseTo(difference, within(1e-8));
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatThrownBy(() -> SQUARE.estimate(POINT, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("samples must be at least 2, is 1");
        assertThatThrownBy(() -> SQUARE.sampleAverage(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new ReparameterizedExpectation((p, z, g) -> 0, ReparameterizedExpectation.standardNormal(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("noiseLength must be at least 1, is 0");
    }

    private static void assertAgrees(ExpectationEstimate estimate, double value, double... gradient) {
        assertThat(estimate.samples()).isEqualTo(SAMPLES);
        assertThat(estimate.value()).isCloseTo(value, within(4 * Math.sqrt(estimate.valueVariance())));
        for (int i = 0; i < gradient.length; i++) {
            assertThat(estimate.gradientStandardError(i)).isLessThan(0.1);
            assertThat(estimate.gradient()[i]).isCloseTo(gradient[i], within(4 * estimate.gradientStandardError(i)));
        }
    }
}
