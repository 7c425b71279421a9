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
}
