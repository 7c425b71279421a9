package dev.pullback.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class JacobiansTest {

    @Test
    void columnsAreCheaperWhereThereAreFew() {
        assertThat(Jacobians.isCheaperByColumns(100, 3, 3)).isTrue();
        assertThat(Jacobians.isCheaperByColumns(2, 8, 8)).isTrue();
        assertThat(Jacobians.isCheaperByColumns(2, 9, 8)).isFalse();
        assertThat(Jacobians.isCheaperByColumns(1, 2, 1)).isFalse();
        assertThat(Jacobians.isCheaperByColumns(Integer.MAX_VALUE, Integer.MAX_VALUE, 8))
                .isTrue();
    }

    @Test
    void columnsStandBelowEachOther() {
        double[][] jacobian = new double[2][2];
        Jacobians.setColumns(new double[][] {{1, 2}, {7, 8}}, jacobian, 1);
        assertThat(jacobian).isDeepEqualTo(new double[][] {{0, 1}, {0, 2}});
    }

    @Test
    void unitVectorsEndWithTheLastColumn() {
        double[][] units = new double[2][3];
        Jacobians.setUnits(units, 2, 1.0);
        assertThat(units).isDeepEqualTo(new double[][] {{0, 0, 1}, {0, 0, 0}});
        Jacobians.setUnits(units, 2, 0.0);
        assertThat(units).isDeepEqualTo(new double[2][3]);
    }

    @Test
    void directionsAndTangentsAreChecked() {
        assertThatThrownBy(() -> Jacobians.requireDirections(null, 2)).hasMessage("directions is null");
        assertThatThrownBy(() -> Jacobians.requireDirections(new double[][] {{1}}, 2))
                .hasMessage("directions[0] has length 1, expected 2");
        double[][] directions = {{1, 2}, {3, 4}};
        assertThatThrownBy(() -> Jacobians.requireTangents(new double[1][2], directions))
                .hasMessage("tangents has 1 rows, expected 2");
        assertThatThrownBy(() -> Jacobians.requireTangents(new double[][] {{1}, directions[1]}, directions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("directions[1] is also an argument that is written to or read");
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
