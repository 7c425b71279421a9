package dev.pullback.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;

/** What is compared in the table of costs are the same numbers. */
class DerivativeCostsTest {

    @Test
    void derivativesAreThoseOfHipparchus() {
        HipparchusCosts costs = new HipparchusCosts();
        double value = costs.primal();
        Gradient gradient = costs.gradientOfHipparchus();
        DerivativeStructure second = costs.hessianOfHipparchus();
        assertThat(gradient.getValue()).isEqualTo(value, within(1e-9 * Math.abs(value)));
        assertThat(costs.hessian()).isEqualTo(value);
        double[] flat = gradient.getGradient();
        for (int i = 0; i < flat.length; i++) {
            assertThat(costs.gradientEntry(i)).isEqualTo(flat[i], within(1e-9 * (1 + Math.abs(flat[i]))));
            int[] orders = new int[flat.length];
            orders[i]++;
            orders[(i + 1) % flat.length]++;
            double entry = second.getPartialDerivative(orders);
            assertThat(costs.hessianEntry(i, (i + 1) % flat.length))
                    .isEqualTo(entry, within(1e-9 * (1 + Math.abs(entry))));
        }
    }

    @Test
    void taylorCoefficientsAreThoseOfHipparchus() {
        TaylorCosts costs = new TaylorCosts();
        double[] coefficients = costs.taylor();
        DerivativeStructure expected = costs.taylorOfHipparchus();
        assertThat(coefficients[0]).isEqualTo(costs.primal());
        for (int k = 0; k < coefficients.length; k++) {
            double coefficient = expected.getPartialDerivative(k) / CombinatoricsUtils.factorial(k);
            assertThat(coefficients[k]).isEqualTo(coefficient, within(1e-9 * (1 + Math.abs(coefficient))));
        }
    }

    @Test
    void sparseAndDenseJacobiansAreTheSame() {
        BundleCosts costs = new BundleCosts();
        costs.denseJacobian();
        var sparse = costs.sparseJacobian();
        for (int row = 0; row < 40; row++) {
            for (int column = 0; column < costs.columns(); column++) {
                double expected = costs.denseEntry(row, column);
                assertThat(sparse.get(row, column)).isEqualTo(expected, within(1e-9 * (1 + Math.abs(expected))));
            }
        }
    }

    @Test
    void pushforwardsOfAMixtureAreItsGradientTimesDirections() {
        MixtureCosts costs = new MixtureCosts();
        assertThat(costs.gradient()).isEqualTo(costs.primal());
        double[] tangents = costs.pushforwardsOfEight();
        for (int k = 0; k < tangents.length; k++) {
            double expected = costs.slope(k);
            assertThat(tangents[k]).isEqualTo(expected, within(1e-9 * (1 + Math.abs(expected))));
        }
    }

    @Test
    void snapshotsGiveTheBitsOfARecording() {
        CheckpointCosts costs = new CheckpointCosts();
        double[] recorded = costs.gradient().clone();
        assertThat(costs.fromSnapshots()).isEqualTo(recorded);
    }

    @Test
    void theTableShowsRatios() {
        Map<String, Map<String, Double>> cases = new LinkedHashMap<>();
        Map<String, Double> times = new LinkedHashMap<>();
        times.put("primal", 2.0);
        times.put("hessian", 120.0);
        cases.put("Case", times);
        assertThat(CostTable.toMarkdown(cases)).isEqualToNormalizingNewlines("""
                | case | what | us | to the primal | to the gradient |
                |---|---|---|---|---|
                | Case | primal | 2.00 | 1.00 | - |
                | Case | hessian | 120 | 60.00 | - |
                """);
    }
}
