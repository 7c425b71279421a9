package dev.pullback.samples.benchmarks;

import static dev.pullback.samples.benchmarks.Gradients.assertAllocatesNothing;
import static dev.pullback.samples.benchmarks.Gradients.assertClose;
import static dev.pullback.samples.benchmarks.Gradients.flatten;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.runtime.Workspace;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the mixture model and its gradients against the reference values of ADBench's problems. */
class GmmTest {

    /** A gradient of the mixture model. */
    private interface Gradient {
        double apply(GmmData in, double[] alphaBar, double[][] muBar, double[][] icfBar);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmm_test", "gmm_1k_d2_K5", "gmm_1k_d10_K5", "gmm_1k_d10_K25"})
    void primalEqualsReference(String name) {
        double expected = TokenScanner.ofResource("gmm/" + name + ".obj").nextDouble("objective");

        assertClose(new double[] {GmmData.load(name).objective()}, new double[] {expected});
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmm_test", "gmm_1k_d2_K5", "gmm_1k_d10_K5", "gmm_1k_d10_K25"})
    void handWrittenEqualsReference(String name) {
        GmmData data = GmmData.load(name);
        HandWrittenGmm gmm = new HandWrittenGmm(data.alpha().length, data.mu()[0].length);

        check(
                name,
                (in, alphaBar, muBar, icfBar) -> gmm.valueAndGradient(
                        in.alpha(), in.mu(), in.icf(), in.x(), in.gamma(), in.m(), alphaBar, muBar, icfBar));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmm_test", "gmm_1k_d2_K5", "gmm_1k_d10_K5", "gmm_1k_d10_K25"})
    void tunedEqualsReference(String name) {
        GmmData data = GmmData.load(name);
        TunedGmm gmm = new TunedGmm(data.alpha().length, data.mu()[0].length);

        check(
                name,
                (in, alphaBar, muBar, icfBar) -> gmm.valueAndGradient(
                        in.alpha(), in.mu(), in.icf(), in.x(), in.gamma(), in.m(), alphaBar, muBar, icfBar));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmm_test", "gmm_1k_d2_K5", "gmm_1k_d10_K5", "gmm_1k_d10_K25"})
    void generatedEqualsReference(String name) {
        check(name, generated(new Workspace()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmm_test", "gmm_1k_d10_K5"})
    void generatedAllocatesNothing(String name) {
        GmmData in = GmmData.load(name);
        Gradient gradient = generated(new Workspace());
        double[] alphaBar = new double[in.alpha().length];
        double[][] muBar = new double[in.mu().length][in.mu()[0].length];
        double[][] icfBar = new double[in.icf().length][in.icf()[0].length];

        assertAllocatesNothing(() -> gradient.apply(in, alphaBar, muBar, icfBar));
    }

    private static Gradient generated(Workspace workspace) {
        return (in, alphaBar, muBar, icfBar) -> GmmDerivatives.objectiveValueAndGradient(
                in.alpha(), in.mu(), in.icf(), in.x(), in.gamma(), in.m(), alphaBar, muBar, icfBar, workspace);
    }

    /** The same value as the primal, the reference gradient, and both again on a second call with used bars. */
    private static void check(String name, Gradient gradient) {
        GmmData in = GmmData.load(name);
        double[] expected = TokenScanner.ofResource("gmm/" + name + ".grad")
                .nextDoubles("gradient", flatten(in.alpha(), in.mu(), in.icf()).length);
        double[] alphaBar = new double[in.alpha().length];
        double[][] muBar = new double[in.mu().length][in.mu()[0].length];
        double[][] icfBar = new double[in.icf().length][in.icf()[0].length];
        Arrays.fill(alphaBar, Double.NaN);

        for (int call = 0; call < 2; call++) {
            assertThat(gradient.apply(in, alphaBar, muBar, icfBar)).isEqualTo(in.objective());
            assertClose(flatten(alphaBar, muBar, icfBar), expected);
        }
    }
}
