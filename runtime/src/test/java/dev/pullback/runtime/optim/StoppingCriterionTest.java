package dev.pullback.runtime.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.firstorder.Sgd;
import dev.pullback.runtime.testkit.TestObjectives;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoppingCriterionTest {

    private static final Objective PARABOLA = TestObjectives.of(x -> x[0] * x[0], (x, g) -> g[0] = 2.0 * x[0]);

    @Test
    void bothCriteriaMustHold() {
        OptimizationResult result =
                run(new ValueBelow(0.5).and(new IterationBudget(10)).or(new IterationBudget(100)));

        assertThat(result.iterations()).isEqualTo(10);
        assertThat(result.reason()).isEqualTo(StopReason.CRITERION);
    }

    @Test
    void aTargetIsReached() {
        OptimizationResult result = run(new ValueBelow(0.5).or(new IterationBudget(100)));

        assertThat(result.value()).isLessThanOrEqualTo(0.5);
        assertThat(result.iterations()).isEqualTo(8);
        assertThatThrownBy(() -> new ValueBelow(Double.NaN)).hasMessage("target is NaN");
    }

    @Test
    void timeRunsOut() {
        assertThat(run(new TimeBudget(Duration.ofMillis(5))).reason()).isEqualTo(StopReason.BUDGET);
        assertThatThrownBy(() -> new TimeBudget(Duration.ZERO)).hasMessageStartingWith("time must be positive");
    }

    /** The validation loss has its minimum at 1, the training loss at 0: x = 4 (4/5)^k passes 1 after step 6. */
    @Test
    void validationEndsTheRunAndKeepsTheBestPoint() {
        ValidationPatience validation = new ValidationPatience(x -> Math.abs(x[0] - 1.0), 2, 3);
        OptimizationResult result = run(validation.or(new IterationBudget(1000)));

        assertThat(result.reason()).isEqualTo(StopReason.PATIENCE);
        assertThat(result.iterations()).isEqualTo(12);
        assertThat(validation.bestPoint()[0]).isBetween(0.9, 1.2);
        assertThat(validation.bestValue()).isEqualTo(Math.abs(validation.bestPoint()[0] - 1.0));
    }

    @Test
    void aValidationThatIsNeverANumberHasNoBestPoint() {
        ValidationPatience validation = new ValidationPatience(x -> Double.NaN, 1, 3);

        assertThat(run(validation).iterations()).isEqualTo(2);
        assertThatThrownBy(validation::bestPoint).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theBarFillsUp() {
        StringBuilder out = new StringBuilder();
        new Sgd(0.1).minimize(PARABOLA, new double[] {4.0}, new IterationBudget(50), new ProgressBar(out, 50));

        assertThat(out.toString()).startsWith("\r[     ").contains("[##############################] 50/50  value");
        assertThatThrownBy(() -> new ProgressBar(out, 0)).hasMessageStartingWith("iterations");
    }

    private static OptimizationResult run(StoppingCriterion stopping) {
        return new Sgd(0.1).minimize(PARABOLA, new double[] {4.0}, stopping);
    }
}
