package dev.pullback.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JaggedTest {

    private static final int[] LENGTHS = {2, 0, 1};

    @Test
    void rowsHaveTheGivenLengths() {
        assertThat(Jagged.zeros(LENGTHS)).isDeepEqualTo(new double[][] {{0, 0}, {}, {0}});
        assertThat(Jagged.floatZeros(LENGTHS)).isDeepEqualTo(new float[][] {{0, 0}, {}, {0}});
        assertThat(Jagged.intZeros(LENGTHS)).isDeepEqualTo(new int[][] {{0, 0}, {}, {0}});
    }

    @Test
    void matricesHaveTheGivenSizes() {
        int[] rows = {2, 0, 1};
        int[] columns = {1, 3, 2};
        double[][][] expected = {{{0}, {0}}, {}, {{0, 0}}};
        assertThat(Jagged.zeros(rows, columns)).isDeepEqualTo(expected);
        Workspace workspace = new Workspace();
        double[][][] first = workspace.zeros(0, 3, rows, columns);
        assertThat(first).isDeepEqualTo(expected);
        double[] row = first[2][0];
        row[1] = 1;
        double[][][] second = workspace.zeros(0, 3, new int[] {1, 1, 2}, columns);
        assertThat(second).isDeepEqualTo(new double[][][] {{{0}}, {{0, 0, 0}}, {{0, 0}, {0, 0}}});
        assertThat(second[2][0]).isSameAs(row);
        assertThatThrownBy(() -> Jagged.zeros(new int[] {1, -1}, columns))
                .isInstanceOf(NegativeArraySizeException.class);
    }

    @Test
    void workspaceReusesAndClearsRows() {
        Workspace workspace = new Workspace();
        double[][] first = workspace.zeros(0, 3, LENGTHS);
        assertThat(first).isDeepEqualTo(new double[][] {{0, 0}, {}, {0}});
        double[] row = first[2];
        row[0] = 1;
        double[][] second = workspace.zeros(0, 3, new int[] {1, 1, 1});
        assertThat(second).isDeepEqualTo(new double[][] {{0}, {0}, {0}});
        assertThat(second[2]).isSameAs(row);
        assertThat(workspace.floatZeros(0, 2, LENGTHS)).isDeepEqualTo(new float[][] {{0, 0}, {}});
        assertThat(workspace.intZeros(0, 3, LENGTHS)).isDeepEqualTo(new int[][] {{0, 0}, {}, {0}});
    }

    @Test
    void negativeLengthsAreRefusedAsByJava() {
        int[] lengths = {1, -1};
        assertThatThrownBy(() -> Jagged.zeros(lengths)).isInstanceOf(NegativeArraySizeException.class);
        assertThatThrownBy(() -> new Workspace().zeros(0, 2, lengths)).isInstanceOf(NegativeArraySizeException.class);
    }
}
