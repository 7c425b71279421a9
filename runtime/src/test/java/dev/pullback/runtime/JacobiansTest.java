package dev.pullback.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class JacobiansTest {

    @Test
    void columnsAreCheaperWhereThereAreFew() {
        assertThat(Jacobians.isCheaperByColumns(100, 3)).isTrue();
        assertThat(Jacobians.isCheaperByColumns(2, 3)).isTrue();
        assertThat(Jacobians.isCheaperByColumns(1, 2)).isFalse();
        assertThat(Jacobians.isCheaperByColumns(Integer.MAX_VALUE, Integer.MAX_VALUE))
                .isTrue();
    }

    @Test
    void columnsStandBelowEachOther() {
        double[][] jacobian = new double[2][2];
        Jacobians.setColumn(new double[] {1, 2}, jacobian, 1);
        assertThat(jacobian).isDeepEqualTo(new double[][] {{0, 1}, {0, 2}});
    }

    @Test
    void rowsAreCounted() {
        assertThat(Jacobians.rows(new double[6], 3, "jacobian")).isEqualTo(2);
        assertThat(Jacobians.rows(new double[0], 0, "jacobian")).isZero();
        assertThatThrownBy(() -> Jacobians.rows(new double[1], 0, "jacobian"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("jacobian has length 1, which is no multiple of 0 columns");
    }
}
