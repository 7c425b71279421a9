package dev.pullback.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TapesTest {
    @Test
    void sizesAreProducts() {
        assertThat(Tapes.size(0, 7)).isZero();
        assertThat(Tapes.size(6, 7)).isEqualTo(42);
    }

    @Test
    void sizesThatAreTooLargeDoNotWrapAround() {
        assertThat(Tapes.size(1 << 16, (1 << 16) + 1)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Tapes.size(0, Tapes.size(Integer.MAX_VALUE, 2))).isZero();
    }
}
