package dev.pullback.runtime.optim.firstorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.check.GradientCheck;
import dev.pullback.runtime.optim.StepOptimizer;
import dev.pullback.runtime.testkit.TestObjectives;
import org.junit.jupiter.api.Test;

class GradientTransformTest {

    private static final ParameterBlocks BLOCKS =
            ParameterBlocks.builder().matrix("w", 2, 2).vector("b", 1).build();

    @Test
    void valuesAreClipped() {
        assertThat(applied(Clipping.value(2.0), new double[3], 3.0, -5.0, 1.0)).containsExactly(2.0, -2.0, 1.0);
    }

    @Test
    void theGlobalNormIsClippedAndTheDirectionKept() {
        assertThat(applied(Clipping.globalNorm(1.0), new double[2], 3.0, -4.0))
                .containsExactly(new double[] {0.6, -0.8}, within(1e-15));
        assertThat(applied(Clipping.globalNorm(6.0), new double[2], 3.0, -4.0)).containsExactly(3.0, -4.0);
        assertThat(applied(Clipping.globalNorm(1.0), new double[2], 3e200, -4e200))
                .containsExactly(new double[] {0.6, -0.8}, within(1e-15));
    }

    @Test
    void blocksAreClippedByThemselves() {
        assertThat(applied(Clipping.norm(BLOCKS, 1.0), new double[5], 3.0, 0.0, 0.0, 4.0, 0.5))
                .containsExactly(new double[] {0.6, 0.0, 0.0, 0.8, 0.5}, within(1e-15));
    }

    /** The rows of w have norms 5 and 0, b has norm 2: bounds 0.5, 1e-4, 0.2. */
    @Test
    void rowsAreClippedRelativeToTheirParameters() {
        double[] parameters = {3.0, 4.0, 0.0, 0.0, 2.0};
        assertThat(applied(Clipping.adaptive(BLOCKS, 0.1), parameters, 0.0, 1.0, 1.0, 0.0, 0.1))
                .containsExactly(new double[] {0.0, 0.5, 1e-4, 0.0, 0.1}, within(1e-15));
    }

    @Test
    void penaltiesAddTheirGradient() {
        double[] parameters = {2.0, -3.0, 0.0};
        assertThat(applied(Penalty.l1(0.5), parameters, 1.0, 1.0, 1.0)).containsExactly(1.5, 0.5, 1.0);
        assertThat(applied(Penalty.l2(0.5), parameters, 1.0, 1.0, 1.0)).containsExactly(2.0, -0.5, 1.0);
        assertThat(applied(Penalty.elasticNet(1.0, 0.25), parameters, 0.0, 0.0, 0.0))
                .containsExactly(1.75, -2.5, 0.0);
        assertThat(Penalty.elasticNet(1.0, 0.25).value(parameters)).isEqualTo(0.25 * 5.0 + 0.375 * 13.0);
    }

    @Test
    void aPenalisedObjectiveHasTheGradientOfItsValue() {
        assertThat(new GradientCheck()
                        .check(
                                Penalty.elasticNet(0.3, 0.5).on(TestObjectives.rosenbrock()),
                                TestObjectives.rosenbrockStart(4))
                        .matches())
                .isTrue();
    }

    @Test
    void transformsRunInOrderAndLeaveTheCallersGradient() {
        StepOptimizer optimizer = Clipping.value(1.0).andThen(Penalty.l2(2.0)).before(new Sgd(1.0));
        double[] parameters = {3.0};
        double[] gradient = {10.0};
        optimizer.step(parameters, gradient);

        assertThat(parameters[0]).isEqualTo(3.0 - (1.0 + 6.0));
        assertThat(gradient[0]).isEqualTo(10.0);
    }

    @Test
    void accumulationStepsWithTheMean() {
        Accumulation optimizer = new Accumulation(new Sgd(1.0), 2);
        double[] parameters = {0.0};
        optimizer.step(parameters, new double[] {1.0});
        assertThat(parameters[0]).isZero();
        optimizer.step(parameters, new double[] {3.0});
        assertThat(parameters[0]).isEqualTo(-2.0);
        optimizer.step(parameters, new double[] {5.0});
        optimizer.step(parameters, new double[] {5.0});
        assertThat(parameters[0]).isEqualTo(-7.0);
        assertThat(optimizer.steps()).isEqualTo(4);
    }

    @Test
    void blocksHaveTheirOwnRateAndDecayOrAreFrozen() {
        ParameterBlocks blocks = ParameterBlocks.builder()
                .scalar("a")
                .scalar("b")
                .scalar("c")
                .scalar("d")
                .build();
        StepOptimizer optimizer = BlockSettings.of(blocks)
                .learningRate("b", 0.5)
                .frozen("c")
                .decay("d", 0.25)
                .apply(new AdamW(Adam.Settings.defaults().withLearningRate(1.0), 0.5));
        double[] parameters = {4.0, 4.0, 4.0, 4.0};
        optimizer.step(parameters, new double[] {1.0, 1.0, 1.0, 1.0});

        // AdamW's step is 1 + 4 / 2 = 3
        assertThat(parameters).containsExactly(new double[] {1.0, 2.5, 4.0, 0.0}, within(1e-7));
        assertThat(parameters[2]).isEqualTo(4.0);
        assertThatThrownBy(() -> BlockSettings.of(blocks).frozen("x")).hasMessageStartingWith("no block is called x");
        assertThatThrownBy(() -> optimizer.step(new double[3], new double[3]))
                .hasMessage("parameters has length 3, the blocks have 4");
    }

    @Test
    void badSettingsAreNamed() {
        assertThatThrownBy(() -> Clipping.value(0.0)).hasMessageStartingWith("bound must be positive");
        assertThatThrownBy(() -> Clipping.adaptive(BLOCKS, -1.0)).hasMessageStartingWith("share");
        assertThatThrownBy(() -> Penalty.l1(-1.0)).hasMessageStartingWith("l1");
        assertThatThrownBy(() -> Penalty.elasticNet(1.0, 2.0)).hasMessageStartingWith("share");
        assertThatThrownBy(() -> new Accumulation(new Sgd(1.0), 0)).hasMessageStartingWith("gradients");
        assertThatThrownBy(() -> new Sgd(-1.0)).hasMessageStartingWith("rate must be finite and not negative");
        assertThatThrownBy(() -> new Momentum(0.1, 1.0)).hasMessageStartingWith("decay must be in [0, 1)");
        assertThatThrownBy(() -> new AdamW(Adam.Settings.defaults(), Double.NaN))
                .hasMessageStartingWith("weightDecay");
    }

    private static double[] applied(GradientTransform transform, double[] parameters, double... gradient) {
        transform.apply(parameters, gradient);
        return gradient;
    }
}
