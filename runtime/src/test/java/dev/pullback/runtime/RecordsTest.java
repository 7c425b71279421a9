package dev.pullback.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RecordsTest {

    @Test
    void acceptsWhatWasKept() {
        assertThatCode(() -> {
                    Records.requireKept(Double.NaN, Double.NaN, "P.x");
                    Records.requireKept(new double[][] {{1}}, new double[][] {{1}}, "P.m");
                    Records.requireKept("a", "a", "P.name");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void rejectsCopies() {
        double[] array = {1};
        assertThatCode(() -> Records.requireSame(array, array, "P.w")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Records.requireSame(array, array.clone(), "P.w"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("P.w");
    }

    @Test
    void rejectsWhatWasChanged() {
        assertThatThrownBy(() -> Records.requireKept(1.0, 2.0, "P.x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("P.x");
        assertThatThrownBy(() -> Records.requireKept(new double[] {1}, new double[] {2}, "P.w"))
                .isInstanceOf(IllegalStateException.class);
    }
}
