package dev.pullback.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapesTest {

    @Test
    void equalShapesPass() {
        assertThatCode(() -> {
                    Shapes.requireSame(new double[3], new double[3], "xBar");
                    Shapes.requireSame(new double[][] {{1.0}, {}}, new double[][] {{2.0}, {}}, "mBar");
                    Shapes.requireLength(new double[2], 2, "scalarBars");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void differentShapesAreNamed() {
        assertThatThrownBy(() -> Shapes.requireSame(new double[3], new double[4], "xBar"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("xBar has shape [4], its primal argument has shape [3]");
        assertThatThrownBy(() -> Shapes.requireSame(new double[3][1], new double[2][1], "mBar"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mBar has shape [2][..], its primal argument has shape [3][..]");
        assertThatThrownBy(() -> Shapes.requireSame(new double[][] {{1.0}, {1.0}}, new double[2][2], "mBar"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mBar[0] has shape [2], its primal argument has shape [1]");
        assertThatThrownBy(() -> Shapes.requireLength(new double[3], 2, "scalarBars"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scalarBars has length 3, expected 2");
    }

    @Test
    void matricesOfAnotherShapeAreNamed() {
        assertThatCode(() -> Shapes.requireShape(new double[2][3], 2, 3, "hessian"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Shapes.requireShape(new double[3][3], 2, 3, "hessian"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hessian has 3 rows, expected 2");
        assertThatThrownBy(() -> Shapes.requireShape(new double[][] {new double[3], new double[2]}, 2, 3, "hessian"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hessian[1] has length 2, expected 3");
        assertThatThrownBy(() -> Shapes.requireShape(null, 2, 3, "hessian"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("hessian is null");
    }

    @Test
    void copiesPutElementsBackIntoTheSameRows() {
        int[][] matrix = {{1, 2}, {3}};
        int[][] kept = Shapes.copyOf(matrix);
        int[] row = matrix[0];
        matrix[0][1] = 9;
        matrix[1][0] = 8;
        Shapes.copy(kept, matrix);
        assertThat(matrix).isDeepEqualTo(new int[][] {{1, 2}, {3}});
        assertThat(matrix[0]).isSameAs(row);
    }

    @Test
    void nullIsNamed() {
        assertThatThrownBy(() -> Shapes.requireSame(new double[3], null, "xBar"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("xBar is null");
        assertThatThrownBy(() -> Shapes.requireSame((double[][]) null, new double[1][1], "mBar"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the primal argument of mBar is null");
        assertThatThrownBy(() -> Shapes.requireSame(new double[2][1], new double[][] {{1.0}, null}, "mBar"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mBar: row 1 is null");
        assertThatThrownBy(() -> Shapes.requireLength(null, 2, "scalarBars"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("scalarBars is null");
    }

    @Test
    void addsCopiesAndFills() {
        double[] vector = {1.0, 2.0};
        Shapes.add(new double[] {10.0, 20.0}, vector);
        assertThat(vector).containsExactly(11.0, 22.0);
        Shapes.copy(new double[] {5.0, 6.0}, vector);
        assertThat(vector).containsExactly(5.0, 6.0);
        Shapes.fill(vector, 3.0);
        assertThat(vector).containsExactly(3.0, 3.0);

        double[][] matrix = {{1.0}, {2.0, 3.0}};
        Shapes.add(new double[][] {{1.0}, {1.0, 1.0}}, matrix);
        assertThat(matrix).isDeepEqualTo(new double[][] {{2.0}, {3.0, 4.0}});
        double[][] copy = Shapes.zerosLike(matrix);
        assertThat(copy).isDeepEqualTo(new double[][] {{0.0}, {0.0, 0.0}});
        Shapes.copy(matrix, copy);
        assertThat(copy).isDeepEqualTo(matrix);
        assertThat(copy[0]).isNotSameAs(matrix[0]);
        Shapes.fill(matrix, -1.0);
        assertThat(matrix).isDeepEqualTo(new double[][] {{-1.0}, {-1.0, -1.0}});
    }

    @Test
    void arraysOfThreeDimensionsAreTreatedRowByRow() {
        double[][][] cube = {{{1, 2}, {3}}, {}, {{4}}};
        double[][][] zeros = Shapes.zerosLike(cube);
        double[][][] copy = Shapes.copyOf(cube);
        Shapes.add(cube, copy);
        double[] flat = new double[Shapes.size(cube)];

        assertThat(zeros).isDeepEqualTo(new double[][][] {{{0, 0}, {0}}, {}, {{0}}});
        assertThat(copy).isDeepEqualTo(new double[][][] {{{2, 4}, {6}}, {}, {{8}}});
        assertThat(Shapes.pack(copy, flat, 0)).isEqualTo(4);
        assertThat(Shapes.unpack(flat, 0, zeros)).isEqualTo(4);
        assertThat(zeros).isDeepEqualTo(copy);
        Shapes.fill(copy, 5);
        assertThat(copy).isDeepEqualTo(new double[][][] {{{5, 5}, {5}}, {}, {{5}}});
        assertThatThrownBy(() -> Shapes.requireSame(cube, new double[][][] {{{1, 2}, {}}, {}, {{4}}}, "tBar"))
                .hasMessage("tBar[0][1] has shape [0], its primal argument has shape [1]");
        assertThatThrownBy(() -> SharedMemory.requireDistinctRows(new double[][][] {cube[0], {cube[0][1]}}, "t"))
                .hasMessageContaining("rows 0 and 1 are the same array");
    }

    @Test
    void barsAreOtherArraysThanTheirArguments() {
        double[] w = {1, 2};
        double[][] m = {{1, 2}, {3}};
        Shapes.requireBar(w, new double[2], "wBar");
        Shapes.requireBar(m, new double[][] {{0, 0}, {0}}, "mBar");
        assertThatThrownBy(() -> Shapes.requireBar(w, w, "wBar"))
                .hasMessage("wBar is its primal argument itself, but it is written to: pass another array");
        assertThatThrownBy(() -> Shapes.requireBar(m, new double[][] {{0, 0}, m[1]}, "mBar"))
                .hasMessageStartingWith("mBar is its primal argument itself");
        assertThatThrownBy(() -> Shapes.requireBar(w, new double[3], "wBar"))
                .hasMessage("wBar has shape [3], its primal argument has shape [2]");
    }

    @Test
    void matricesOfFloatKeepTheirType() {
        float[][] matrix = {{1, 2}, {3}};
        float[][] sum = Shapes.copyOf(matrix);
        Shapes.add(matrix, sum);

        assertThat(sum).isDeepEqualTo(new float[][] {{2, 4}, {6}});
        assertThat(Shapes.zerosLike(matrix)).isDeepEqualTo(new float[][] {{0, 0}, {0}});
        assertThatThrownBy(() -> Shapes.requireSame(matrix, new double[][] {{1, 2}, {3}}, "mBar"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void nothingIsAddedWhenShapesDiffer() {
        double[][] into = {{1.0}, {2.0}};

        assertThatThrownBy(() -> Shapes.add(new double[][] {{1.0}, {1.0, 2.0}}, into))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Shapes.copy(new double[1], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(into).isDeepEqualTo(new double[][] {{1.0}, {2.0}});
    }

    @Test
    void packingIsInvertedByUnpacking() {
        double[] vector = {1.0, 2.0};
        double[][] matrix = {{3.0}, {}, {4.0, 5.0}};
        double[] flat = new double[2 + Shapes.size(matrix) + 1];

        int afterMatrix = Shapes.pack(matrix, flat, Shapes.pack(vector, flat, 1));

        assertThat(afterMatrix).isEqualTo(flat.length);
        assertThat(flat).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
        double[] vectorBack = new double[2];
        double[][] matrixBack = Shapes.zerosLike(matrix);
        assertThat(Shapes.unpack(flat, Shapes.unpack(flat, 1, vectorBack), matrixBack))
                .isEqualTo(flat.length);
        assertThat(vectorBack).containsExactly(vector);
        assertThat(matrixBack).isDeepEqualTo(matrix);
        assertThatThrownBy(() -> Shapes.unpack(flat, 5, vectorBack)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void vectorsOfFloatArePackedWideAndUnpackedRounded() {
        float[] vector = {0.1f, 2f};
        double[] flat = new double[3];

        assertThat(Shapes.pack(vector, flat, 1)).isEqualTo(3);
        assertThat(flat).containsExactly(0.0, 0.1f, 2.0);
        float[] back = new float[2];
        assertThat(Shapes.unpack(new double[] {9, 0.1, 2}, 1, back)).isEqualTo(3);
        assertThat(back).containsExactly(vector);
        Shapes.add(vector, back);
        assertThat(back).containsExactly(0.2f, 4f);
        Shapes.copy(vector, back);
        assertThat(back).containsExactly(vector);
        assertThatThrownBy(() -> Shapes.requireSame(vector, new float[3], "bar"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bar");
    }
}
