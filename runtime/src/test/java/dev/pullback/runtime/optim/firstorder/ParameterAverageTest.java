package dev.pullback.runtime.optim.firstorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.OptimizerState;
import dev.pullback.runtime.testkit.TestObjectives;
import org.junit.jupiter.api.Test;

class ParameterAverageTest {

    /** decay = 1/2: (1/4 * 1 + 1/2 * 4) / (3/4) = 3. */
    @Test
    void theExponentialAverageForgetsItsZeros() {
        ParameterAverage average = ParameterAverage.exponential(0.5);
        average.add(new double[] {1.0});
        assertThat(average.average()).containsExactly(1.0);
        average.add(new double[] {4.0});
        assertThat(average.average()).containsExactly(new double[] {3.0}, within(1e-15));
    }

    @Test
    void theStochasticAverageCountsItsSteps() {
        ParameterAverage average = ParameterAverage.stochastic(2, 3);
        average.add(new double[] {100.0});
        assertThatThrownBy(average::average).hasMessage("no step has been averaged yet: 1 seen");
        for (double x : new double[] {1.0, 50.0, 60.0, 5.0, 70.0}) {
            average.add(new double[] {x});
        }
        assertThat(average.average()).containsExactly(3.0);
    }

    @Test
    void continuesFromASavedState() {
        ParameterAverage average = ParameterAverage.exponential(0.9);
        average.add(new double[] {1.0});
        ParameterAverage restored = ParameterAverage.exponential(0.9);
        restored.restore(OptimizerState.fromBytes(average.state().toBytes()));
        average.add(new double[] {2.0});
        restored.add(new double[] {2.0});

        assertThat(restored.average()).containsExactly(average.average());
    }

    @Test
    void listensToMinimize() {
        ParameterAverage last = ParameterAverage.stochastic(5, 1);
        double[] point = new Sgd(0.1)
                .minimize(TestObjectives.quadratic(), new double[3], new IterationBudget(5), last)
                .point();

        assertThat(last.average()).containsExactly(point);
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatThrownBy(() -> ParameterAverage.exponential(1.0)).hasMessageStartingWith("decay");
        assertThatThrownBy(() -> ParameterAverage.stochastic(0, 1)).hasMessageStartingWith("first");
        assertThatThrownBy(() -> ParameterAverage.exponential(0.5).add(new double[] {Double.NaN}))
                .hasMessage("parameters[0] is NaN");
    }
}
