package dev.pullback.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pullback.runtime.testkit.Allocation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WorkspaceTest {

    private final Workspace workspace = new Workspace();

    @Test
    void zerosHaveTheExactLengthAndAreReusedAndCleared() {
        double[] first = workspace.zeros(2, 3);
        Arrays.fill(first, 7.0);

        double[] again = workspace.zeros(2, 3);

        assertThat(again).isSameAs(first).containsExactly(0.0, 0.0, 0.0);
        assertThat(workspace.zeros(2, 5)).hasSize(5).containsOnly(0.0);
        assertThat(workspace.zeros(0, 0)).isEmpty();
    }

    @Test
    void zerosOfTheOtherTypesAreReusedAndCleared() {
        float[] floats = workspace.floatZeros(0, 2);
        int[] ints = workspace.intZeros(0, 2);
        long[] longs = workspace.longZeros(0, 2);
        boolean[] booleans = workspace.booleanZeros(0, 2);
        floats[1] = 1f;
        ints[1] = 1;
        longs[1] = 1L;
        booleans[1] = true;

        assertThat(workspace.zerosLike(0, new float[2])).isSameAs(floats).containsExactly(0f, 0f);
        assertThat(workspace.intZeros(0, 2)).isSameAs(ints).containsExactly(0, 0);
        assertThat(workspace.longZeros(0, 2)).isSameAs(longs).containsExactly(0L, 0L);
        assertThat(workspace.booleanZeros(0, 2)).isSameAs(booleans).containsExactly(false, false);
    }

    @Test
    void methodsDoNotShareArraysThoughTheyShareSlotNumbers() {
        double[] zeros = workspace.zeros(0, 4);
        double[] tape = workspace.doubles(0, 4);
        double[] row = workspace.zeros(0, 1, 4)[0];

        assertThat(tape).isNotSameAs(zeros).isNotSameAs(row);
        assertThat(zeros).isNotSameAs(row);
        assertThat(workspace.floatZeros(0, 4)).isNotSameAs(workspace.floats(0, 4));
        assertThat(workspace.intZeros(0, 4)).isNotSameAs(workspace.ints(0, 4));
        assertThat(workspace.longZeros(0, 4)).isNotSameAs(workspace.longs(0, 4));
        assertThat(workspace.booleanZeros(0, 4)).isNotSameAs(workspace.booleans(0, 4));
        assertThat(workspace.child(0).zeros(0, 4)).isNotSameAs(zeros);
        assertThat(workspace.child(0)).isSameAs(workspace.child(0)).isNotSameAs(workspace.child(1));
        assertThat(workspace.zeros(1, 4)).isNotSameAs(zeros);
    }

    @Test
    void differentSlotsOfLengthZeroAreDifferentArrays() {
        assertThat(workspace.zeros(0, 0)).isNotSameAs(workspace.zeros(1, 0));
        assertThat(workspace.doubles(0, 0)).isNotSameAs(workspace.doubles(1, 0));
    }

    @Test
    void matricesAreReusedAndCleared() {
        double[][] matrix = workspace.zeros(1, 2, 3);
        matrix[1][2] = 5.0;

        assertThat(workspace.zeros(1, 2, 3)).isSameAs(matrix).isDeepEqualTo(new double[2][3]);
        assertThat(workspace.zeros(1, 4, 2)).isDeepEqualTo(new double[4][2]);
        assertThat(workspace.zeros(1, 0, 2)).isEmpty();
        assertThat(workspace.zeros(1, 2, 0)).isDeepEqualTo(new double[2][0]);
        int[][] ints = workspace.intZeros(1, 2, 3);
        ints[0][0] = 5;
        assertThat(workspace.intZeros(1, 2, 3)).isSameAs(ints).isDeepEqualTo(new int[2][3]);
    }

    @Test
    void rowsThatThePrimalExchangedComeBackAndForeignRowsAreLeftAlone() {
        double[] foreign = {1.0, 2.0};
        double[][] matrix = workspace.zeros(0, 3, 2);
        matrix[0] = foreign;
        matrix[1] = matrix[2];

        double[][] again = workspace.zeros(0, 3, 2);

        assertThat(foreign).containsExactly(1.0, 2.0);
        assertThat(again[0]).isNotSameAs(foreign);
        assertThat(again[1]).isNotSameAs(again[2]);
    }

    @Test
    void zerosLikeTakesJaggedShapesAndRefusesNullRows() {
        double[][] jagged = {{1.0}, {}, {1.0, 2.0, 3.0}};

        assertThat(workspace.zerosLike(0, jagged)).isDeepEqualTo(new double[][] {{0.0}, {}, {0.0, 0.0, 0.0}});
        assertThat(workspace.zerosLike(0, new double[] {4.0, 5.0})).containsExactly(0.0, 0.0);
        assertThatThrownBy(() -> workspace.zerosLike(0, new double[][] {{1.0}, null}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shape: row 1 is null");
    }

    @Test
    void growKeepsTheContentAndTheSlotRemembersTheLongerTape() {
        double[] tape = workspace.doubles(3, 20);
        for (int i = 0; i < tape.length; i++) {
            tape[i] = i;
        }
        double[] full = tape;

        double[] longer = workspace.grow(3, full);

        assertThat(longer).hasSizeGreaterThanOrEqualTo(2 * full.length).startsWith(full);
        assertThat(workspace.doubles(3, 1)).isSameAs(longer);
        assertThat(workspace.grow(9, new int[] {4}))
                .hasSizeGreaterThanOrEqualTo(2)
                .startsWith(4);
        assertThat(workspace.grow(9, new long[] {4L}))
                .hasSizeGreaterThanOrEqualTo(2)
                .startsWith(4L);
        assertThat(workspace.grow(9, new boolean[] {true}))
                .hasSizeGreaterThanOrEqualTo(2)
                .startsWith(true);
        assertThat(workspace.grow(9, new double[0])).isNotEmpty();
    }

    @Test
    void tapesAreReusedWhenLongEnough() {
        double[] tape = workspace.doubles(0, 10);

        assertThat(workspace.doubles(0, 4)).isSameAs(tape);
        assertThat(workspace.doubles(0, 11)).hasSizeGreaterThanOrEqualTo(11);
    }

    @Test
    void negativeLengthsAreRefusedAsByNew() {
        assertThatThrownBy(() -> workspace.zeros(0, -1)).isInstanceOf(NegativeArraySizeException.class);
        assertThatThrownBy(() -> workspace.doubles(0, -1)).isInstanceOf(NegativeArraySizeException.class);
        workspace.doubles(0, 3);
        assertThatThrownBy(() -> workspace.doubles(0, -1)).isInstanceOf(NegativeArraySizeException.class);
        assertThatThrownBy(() -> workspace.zeros(0, -1, 2)).isInstanceOf(NegativeArraySizeException.class);
        assertThatThrownBy(() -> workspace.zeros(0, 0, -2)).isInstanceOf(NegativeArraySizeException.class);
        assertThatThrownBy(() -> workspace.intZeros(0, 2, -2)).isInstanceOf(NegativeArraySizeException.class);
    }

    @Test
    void allocatesNothingInTheSteadyState() {
        double[][] jagged = {{1.0}, {1.0, 2.0}};
        double[][][] cube = {jagged};

        long bytes = Allocation.ofSteadyState(() -> {
            for (int call = 0; call < 1000; call++) {
                Workspace child = workspace.child(1);
                child.zeros(0, 10)[3] = call;
                child.doubles(0, 10 + call % 3)[3] = call;
                child.zeros(0, 3, 4)[1][1] = call;
                child.zerosLike(1, jagged)[1][1] = call;
                child.intZeros(0, 2, 2)[1][1] = call;
                child.floatZeros(0, 2, 2)[1][1] = call;
                child.zeros(0, 2, 2, 2)[1][1][1] = call;
                child.zerosLike(1, cube)[0][1][1] = call;
                child.ints(0, 5)[1] = call;
                child.longs(0, 5)[1] = call;
                child.booleans(0, 5)[1] = true;
                child.booleanZeros(0, 5)[1] = true;
            }
        });

        assertThat(bytes).isZero();
    }
}
