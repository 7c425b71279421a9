package dev.pullback.runtime.optim.firstorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.optim.GradientNormBelow;
import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.OptimizerState;
import dev.pullback.runtime.optim.Schedule;
import dev.pullback.runtime.optim.StopReason;
import dev.pullback.runtime.testkit.Allocation;
import dev.pullback.runtime.testkit.TestObjectives;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdamTest {

    /** By hand: with beta1 = 1/2, beta2 = 3/4 and the gradients 2, then 4, all means are short fractions. */
    @Test
    void firstStepsMatchValuesComputedByHand() {
        Adam.Settings settings = Adam.Settings.defaults()
                .withLearningRate(0.1)
                .withBeta1(0.5)
                .withBeta2(0.75)
                .withEpsilon(1e-8);
        Adam adam = new Adam(settings);
        double[] parameters = {1.0};

        adam.step(parameters, new double[] {2.0});
        // m = 1, v = 1; corrected 1 / (1/2) = 2 and 1 / (1/4) = 4
        double first = 1.0 - 0.1 * 2.0 / (2.0 + 1e-8);
        assertThat(parameters[0]).isCloseTo(first, within(1e-15));

        adam.step(parameters, new double[] {4.0});
        // m = 1/2 + 2 = 5/2, v = 3/4 + 4 = 19/4; corrected (5/2) / (3/4) = 10/3 and (19/4) / (7/16) = 76/7
        double second = first - 0.1 * (10.0 / 3.0) / (Math.sqrt(76.0 / 7.0) + 1e-8);
        assertThat(parameters[0]).isCloseTo(second, within(1e-15));
        assertThat(adam.steps()).isEqualTo(2);
    }

    /** With the paper's settings the first step has the length of the learning rate, whatever the gradient's scale. */
    @Test
    void firstStepHasTheLengthOfTheLearningRate() {
        double[] parameters = {0.0, 0.0, 0.0};

        new Adam(0.01).step(parameters, new double[] {1e6, -1e-2, 0.0});

        assertThat(parameters[0]).isCloseTo(-0.01, within(1e-15));
        assertThat(parameters[1]).isCloseTo(0.01, within(1e-7));
        assertThat(parameters[2]).isZero();
    }

    @Test
    void theScheduleIsAskedForStepsFromZero() {
        Adam adam = new Adam(Adam.Settings.defaults().withLearningRate(step -> step == 0 ? 0.5 : 0.25));
        double[] parameters = {0.0};

        adam.step(parameters, new double[] {1.0});
        assertThat(parameters[0]).isCloseTo(-0.5, within(1e-7));
        adam.step(parameters, new double[] {1.0});
        assertThat(parameters[0]).isCloseTo(-0.75, within(1e-7));
    }

    @Test
    void convergesOnAQuadratic() {
        Adam adam = new Adam(Adam.Settings.defaults().withLearningRate(Schedule.exponential(0.1, 0.5, 500)));

        OptimizationResult result = adam.minimize(
                TestObjectives.quadratic(), new double[5], new GradientNormBelow(1e-6).or(new IterationBudget(20_000)));

        assertThat(result.reason()).isEqualTo(StopReason.GRADIENT_NORM);
        assertThat(result.converged()).isTrue();
        assertThat(result.point()).containsExactly(new double[] {0.0, 1.0, 2.0, 3.0, 4.0}, within(1e-6));
        assertThat(result.evaluations()).isEqualTo(result.iterations() + 1);
    }

    @Test
    void resumesBitForBitFromASavedState() {
        double[] straight = TestObjectives.rosenbrockStart(4);
        double[] resumed = straight.clone();
        Adam.Settings settings = Adam.Settings.defaults().withLearningRate(Schedule.cosine(0.1, 0.001, 50));
        Adam adam = new Adam(settings);
        steps(adam, straight, 40);

        Adam before = new Adam(settings);
        steps(before, resumed, 17);
        OptimizerState saved = before.state();
        steps(before, new double[4], 3); // must not reach the saved copy
        Adam after = new Adam(settings);
        after.restore(saved);
        steps(after, resumed, 23);

        assertThat(resumed).containsExactly(straight);
        assertThat(after.state()).isEqualTo(adam.state()).hasSameHashCodeAs(adam.state());
        assertThat(after.steps()).isEqualTo(40);
        assertThat(saved).isNotEqualTo(after.state());
    }

    @Test
    void minimizeContinuesFromTheState() {
        IterationBudget ten = new IterationBudget(10);
        Adam once = new Adam(0.1);
        OptimizationResult straight = once.minimize(TestObjectives.quadratic(), new double[3], new IterationBudget(20));
        Adam twice = new Adam(0.1);
        OptimizationResult half = twice.minimize(TestObjectives.quadratic(), new double[3], ten);
        OptimizationResult full = twice.minimize(TestObjectives.quadratic(), half.point(), ten);

        assertThat(full.point()).containsExactly(straight.point());
        assertThat(full.value()).isEqualTo(straight.value());
    }

    @Test
    void resetStartsOver() {
        Adam adam = new Adam(0.1);
        double[] first = {1.0, 1.0};
        steps(adam, first, 5);
        adam.reset();
        double[] second = {1.0, 1.0};
        steps(adam, second, 5);

        assertThat(second).containsExactly(first);
        adam.reset();
        adam.step(new double[3], new double[3]); // another size is fine now
    }

    @Test
    void allocatesNothingPerStep() {
        Adam adam = new Adam(Adam.Settings.defaults().withLearningRate(Schedule.cosine(0.1, 0.001, 500)));
        double[] parameters = new double[100];
        double[] gradient = new double[100];

        assertThat(Allocation.ofSteadyState(() -> {
                    for (int i = 0; i < 1000; i++) {
                        gradient[7] = i;
                        adam.step(parameters, gradient);
                    }
                }))
                .isZero();
    }

    @Test
    void badArgumentsAreNamedAndChangeNothing() {
        Adam adam = new Adam(0.1);
        double[] parameters = {1.0, 2.0};
        adam.step(parameters, new double[] {1.0, 1.0});
        double[] copy = parameters.clone();
        OptimizerState state = adam.state();

        assertThatThrownBy(() -> adam.step(parameters, new double[] {1.0, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gradient[1] is NaN");
        assertThatThrownBy(() -> adam.step(parameters, new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gradient has length 3, parameters has length 2");
        assertThatThrownBy(() -> adam.step(new double[3], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the steps before had 2");
        assertThatThrownBy(() -> adam.step(new double[] {Double.POSITIVE_INFINITY, 0.0}, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameters[0] is Infinity");
        assertThatThrownBy(() -> adam.step(new double[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameters is empty");
        assertThatThrownBy(() -> new Adam(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Adam.Settings.defaults().withBeta2(1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("beta2 must be in [0, 1), is 1.0");
        assertThatThrownBy(() -> adam.restore(new OptimizerState("Sgd", 1, Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("state is of Sgd, expected Adam");

        assertThat(parameters).containsExactly(copy);
        assertThat(adam.state()).isEqualTo(state);
    }

    @Test
    void aBadScheduleIsNamed() {
        Adam adam = new Adam(Adam.Settings.defaults().withLearningRate(step -> Double.NaN));

        assertThatThrownBy(() -> adam.step(new double[1], new double[1]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the learning rate of step 0 is NaN");
    }

    private static void steps(Adam adam, double[] parameters, int count) {
        double[] gradient = new double[parameters.length];
        for (int i = 0; i < count; i++) {
            TestObjectives.rosenbrock().valueAndGradient(parameters, gradient);
            adam.step(parameters, gradient);
        }
    }
}
