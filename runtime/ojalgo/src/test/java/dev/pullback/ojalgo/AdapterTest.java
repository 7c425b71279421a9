package dev.pullback.ojalgo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.pullback.runtime.check.HessianCheck;
import org.junit.jupiter.api.Test;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;

/** The adapter in a sequence of quadratic programs that ojAlgo solves. */
final class AdapterTest {

    private static final BloodGroups LIKELIHOOD = new BloodGroups();

    /** Frequencies are positive and their sum is 1; gene counting, the usual method, leaves them where they are. */
    @Test
    void quadraticProgramsFindTheFrequenciesOfAlleles() {
        OjalgoFunction likelihood = new OjalgoFunction(LIKELIHOOD, 3);
        R064Store point = R064Store.wrap(0.3, 0.3, 0.4);
        for (int iteration = 0; iteration < 20; iteration++) {
            Optimisation.Result step = ConvexSolver.newBuilder(likelihood.getHessian(point))
                    .linear(likelihood.getGradient(point).negate())
                    .equality(0.0, 1.0, 1.0, 1.0)
                    .inequality(0.9 * point.doubleValue(0), -1.0, 0.0, 0.0)
                    .inequality(0.9 * point.doubleValue(1), 0.0, -1.0, 0.0)
                    .inequality(0.9 * point.doubleValue(2), 0.0, 0.0, -1.0)
                    .solve();
            assertThat(step.getState().isOptimal()).isTrue();
            for (int j = 0; j < 3; j++) {
                point.add(j, step.doubleValue(j));
            }
        }

        double[] x = point.toRawCopy1D();
        assertThat(x).containsExactly(new double[] {0.2136, 0.0501, 0.7363}, offset(1e-4));
        assertThat(x).containsExactly(countGenes(x), offset(1e-9));
    }

    /** One step of gene counting: Smith 1957, "Counting methods in genetical statistics". */
    private static double[] countGenes(double[] x) {
        double fromA = 186.0 * (1.0 + x[0] / (x[0] + 2.0 * x[2]));
        double fromB = 38.0 * (1.0 + x[1] / (x[1] + 2.0 * x[2]));
        double p = (fromA + 13.0) / (2.0 * 521.0);
        double q = (fromB + 13.0) / (2.0 * 521.0);
        return new double[] {p, q, 1.0 - p - q};
    }

    @Test
    void theDerivativesAreThoseOfTheObjective() {
        double[] x = {0.2, 0.3, 0.5};
        double[] gradient = new double[3];
        double value = LIKELIHOOD.valueAndGradient(x, gradient);
        OjalgoFunction function = new OjalgoFunction(LIKELIHOOD, 3);
        R064Store point = R064Store.wrap(x);

        new HessianCheck()
                .assertMatches(
                        LIKELIHOOD, p -> function.getHessian(R064Store.wrap(p)).toRawCopy2D(), x);
        assertThat(function.arity()).isEqualTo(3);
        assertThat(function.invoke(point)).isEqualTo(value);
        assertThat(function.getGradient(point).toRawCopy1D()).containsExactly(gradient);
        R064Store near = R064Store.wrap(0.2001, 0.3, 0.4999);
        assertThat(function.toSecondOrderApproximation(point).invoke(near))
                .isCloseTo(LIKELIHOOD.value(near.toRawCopy1D()), offset(1e-6));
    }

    @Test
    void badArgumentsAreNamed() {
        OjalgoFunction function = new OjalgoFunction(LIKELIHOOD, 3);

        assertThatThrownBy(() -> function.invoke(R064Store.wrap(1.0, 2.0)))
                .hasMessage("point has 2 entries, expected 3");
        assertThatThrownBy(() -> new OjalgoFunction(LIKELIHOOD, 0)).hasMessage("dimension must be positive, is 0");
    }
}
