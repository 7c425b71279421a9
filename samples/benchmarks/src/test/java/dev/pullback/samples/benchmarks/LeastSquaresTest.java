package dev.pullback.samples.benchmarks;

import static dev.pullback.samples.benchmarks.Gradients.assertAllocatesNothing;
import static dev.pullback.samples.benchmarks.Gradients.assertClose;
import static dev.pullback.samples.benchmarks.Gradients.differences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.runtime.Workspace;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the gradients of least squares against central differences, which are exact for a quadratic. */
class LeastSquaresTest {

    /** A gradient of least squares. */
    private interface Gradient {
        double apply(LeastSquaresData in, double[] xBar);
    }

    /** Every remainder of the equations by four. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 50, 203})
    void handWrittenEqualsDifferences(int equations) {
        check(
                equations,
                (in, xBar) -> new HandWrittenLeastSquares(equations).valueAndGradient(in.x(), in.a(), in.b(), xBar));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 50, 203})
    void tunedEqualsDifferences(int equations) {
        check(equations, (in, xBar) -> TunedLeastSquares.valueAndGradient(in.x(), in.a(), in.b(), xBar));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 1000})
    void generatedEqualsHandWritten(int equations) {
        LeastSquaresData in = LeastSquaresData.random(equations, 20);
        double[] xBar = new double[20];
        double[] expected = new double[20];
        Workspace workspace = new Workspace();
        new HandWrittenLeastSquares(equations).valueAndGradient(in.x(), in.a(), in.b(), expected);

        check(
                equations,
                (data, bar) -> LeastSquaresDerivatives.squaredResidualValueAndGradient(
                        data.x(), data.a(), data.b(), bar, workspace));
        LeastSquaresDerivatives.squaredResidualValueAndGradient(in.x(), in.a(), in.b(), xBar, workspace);
        assertClose(xBar, expected);
        assertAllocatesNothing(
                () -> LeastSquaresDerivatives.squaredResidualValueAndGradient(in.x(), in.a(), in.b(), xBar, workspace));
    }

    private static void check(int equations, Gradient gradient) {
        LeastSquaresData in = LeastSquaresData.random(equations, 20);
        double[] xBar = new double[20];
        Arrays.fill(xBar, Double.NaN);

        assertThat(gradient.apply(in, xBar)).isEqualTo(LeastSquares.squaredResidual(in.x(), in.a(), in.b()));
        assertClose(xBar, differences(x -> LeastSquares.squaredResidual(x, in.a(), in.b()), in.x()));
    }
}
