package dev.pullback.runtime.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void constantStays() {
        assertThat(Schedule.constant(0.3).at(0)).isEqualTo(0.3);
        assertThat(Schedule.constant(0.3).at(Long.MAX_VALUE)).isEqualTo(0.3);
    }

    @Test
    void cosineRunsFromFirstToLastAndStays() {
        Schedule cosine = Schedule.cosine(1.0, 0.2, 100);

        assertThat(cosine.at(0)).isEqualTo(1.0);
        assertThat(cosine.at(50)).isCloseTo(0.6, within(1e-15));
        assertThat(cosine.at(25)).isCloseTo(0.2 + 0.4 * (1.0 + Math.sqrt(0.5)), within(1e-15));
        assertThat(cosine.at(100)).isEqualTo(0.2);
        assertThat(cosine.at(1_000_000)).isEqualTo(0.2);
    }

    @Test
    void exponentialMultipliesByItsFactor() {
        Schedule exponential = Schedule.exponential(0.8, 0.5, 10);

        assertThat(exponential.at(0)).isEqualTo(0.8);
        assertThat(exponential.at(10)).isEqualTo(0.4);
        assertThat(exponential.at(20)).isEqualTo(0.2);
        assertThat(exponential.at(5)).isCloseTo(0.8 * Math.sqrt(0.5), within(1e-15));
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatThrownBy(() -> Schedule.constant(-1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate must be finite and not negative, is -1.0");
        assertThatThrownBy(() -> Schedule.cosine(1.0, Double.NaN, 5)).hasMessageStartingWith("last");
        assertThatThrownBy(() -> Schedule.cosine(1.0, 0.0, 0)).hasMessageStartingWith("steps");
        assertThatThrownBy(() -> Schedule.exponential(1.0, 0.0, 5)).hasMessageStartingWith("factor");
    }

    @Test
    void stairsFallAtTheirEdges() {
        Schedule stairs = Schedule.step(0.8, 0.5, 10);

        assertThat(stairs.at(9)).isEqualTo(0.8);
        assertThat(stairs.at(10)).isEqualTo(0.4);
        assertThat(stairs.at(39)).isEqualTo(0.1);
    }

    @Test
    void polynomialRunsFromFirstToLastAndStays() {
        Schedule square = Schedule.polynomial(1.0, 0.2, 2.0, 10);

        assertThat(square.at(0)).isEqualTo(1.0);
        assertThat(square.at(5)).isCloseTo(0.2 + 0.8 * 0.25, within(1e-15));
        assertThat(square.at(10)).isEqualTo(0.2);
        assertThat(square.at(99)).isEqualTo(0.2);
    }

    /** Periods of 4, 8 and 16 steps start at 0, 4 and 12. */
    @Test
    void warmRestartsStartAgain() {
        Schedule restarts = Schedule.warmRestarts(1.0, 0.0, 4, 2);

        assertThat(restarts.at(0)).isEqualTo(1.0);
        assertThat(restarts.at(2)).isCloseTo(0.5, within(1e-15));
        assertThat(restarts.at(4)).isEqualTo(1.0);
        assertThat(restarts.at(8)).isCloseTo(0.5, within(1e-15));
        assertThat(restarts.at(12)).isEqualTo(1.0);
        assertThat(Schedule.warmRestarts(1.0, 0.0, 4, 1).at(4_000_000_000_002L)).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void oneCycleGoesUpAndDown() {
        Schedule cycle = Schedule.oneCycle(1.0, 100);

        assertThat(cycle.at(0)).isCloseTo(0.04, within(1e-15));
        assertThat(cycle.at(30)).isEqualTo(1.0);
        assertThat(cycle.at(65)).isCloseTo(0.5, within(1e-5));
        assertThat(cycle.at(100)).isCloseTo(4e-6, within(1e-15));
        assertThat(cycle.at(1000)).isCloseTo(4e-6, within(1e-15));
    }

    @Test
    void warmUpLeadsToTheSchedule() {
        Schedule warm = Schedule.step(1.0, 0.5, 10).afterWarmUp(4);

        assertThat(warm.at(0)).isCloseTo(0.2, within(1e-15));
        assertThat(warm.at(3)).isCloseTo(0.8, within(1e-15));
        assertThat(warm.at(4)).isEqualTo(1.0);
        assertThat(warm.at(14)).isEqualTo(0.5);
    }

    @Test
    void thePlateauIsFound() {
        PlateauSchedule plateau = new PlateauSchedule(1.0, 0.5, 2, 0.1, 0.2);
        plateau.report(10.0);
        plateau.report(9.5); // 5 percent do not count
        assertThat(plateau.at(0)).isEqualTo(1.0);
        PlateauSchedule restored = new PlateauSchedule(1.0, 0.5, 2, 0.1, 0.2);
        restored.restore(OptimizerState.fromBytes(plateau.state().toBytes()));
        restored.report(Double.NaN);
        assertThat(restored.at(2)).isEqualTo(0.5);
        restored.report(8.0);
        restored.report(8.0);
        restored.report(8.0);
        assertThat(restored.at(5)).isEqualTo(0.25);
        restored.report(8.0);
        restored.report(8.0);
        assertThat(restored.at(7)).isEqualTo(0.2);
        restored.reset();
        assertThat(restored.at(0)).isEqualTo(1.0);
    }

    @Test
    void badArgumentsOfTheOthersAreNamed() {
        assertThatThrownBy(() -> Schedule.step(1.0, -1.0, 5)).hasMessageStartingWith("factor");
        assertThatThrownBy(() -> Schedule.step(1.0, 0.5, 0)).hasMessageStartingWith("every");
        assertThatThrownBy(() -> Schedule.polynomial(1.0, 0.0, 0.0, 5)).hasMessageStartingWith("power");
        assertThatThrownBy(() -> Schedule.warmRestarts(1.0, 0.0, 0, 1)).hasMessageStartingWith("period");
        assertThatThrownBy(() -> Schedule.oneCycle(Double.NaN, 10)).hasMessageStartingWith("peak");
        assertThatThrownBy(() -> new PlateauSchedule(1.0, 1.0, 2, 0.1, 0.2)).hasMessageStartingWith("factor");
        assertThatThrownBy(() -> new PlateauSchedule(0.0, 0.5, 2, 0.1, 0.2)).hasMessageStartingWith("first");
    }
}
