package dev.pullback.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParameterBlocksTest {

    private static final ParameterBlocks BLOCKS = ParameterBlocks.builder()
            .matrix("w", 2, 3)
            .vector("bias", 2)
            .scalar("scale")
            .build();

    @Test
    void everyParameterHasAName() {
        assertThat(BLOCKS.size()).isEqualTo(9);
        assertThat(BLOCKS.nameOf(0)).isEqualTo("w[0][0]");
        assertThat(BLOCKS.nameOf(5)).isEqualTo("w[1][2]");
        assertThat(BLOCKS.nameOf(7)).isEqualTo("bias[1]");
        assertThat(BLOCKS.nameOf(8)).isEqualTo("scale");
        assertThatThrownBy(() -> BLOCKS.nameOf(9)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void blocksAreFoundByName() {
        assertThat(BLOCKS.block("bias").offset()).isEqualTo(6);
        assertThat(BLOCKS.block("bias").end()).isEqualTo(8);
        assertThatThrownBy(() -> BLOCKS.block("b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no block is called b; there are [w, bias, scale]");
    }

    @Test
    void badBlocksAreRefused() {
        assertThatThrownBy(
                        () -> ParameterBlocks.builder().scalar("a").scalar("a").build())
                .hasMessage("two blocks are called a");
        assertThatThrownBy(() -> ParameterBlocks.builder().vector("a", -1)).hasMessage("a has length -1");
        assertThatThrownBy(() -> ParameterBlocks.builder().matrix("a", 2, -1)).hasMessage("a has size 2 x -1");
    }

    @Test
    void partsAreCopiedByName() {
        double[] flat = new double[9];
        BLOCKS.put("w", flat, new double[][] {{1, 2, 3}, {4, 5, 6}});
        BLOCKS.put("bias", flat, 7, 8);
        BLOCKS.put("scale", flat, 9);

        assertThat(flat).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(BLOCKS.matrix("w", flat)).isDeepEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}});
        assertThat(BLOCKS.vector("bias", flat)).containsExactly(7, 8);
        assertThat(BLOCKS.vector("scale", flat)).containsExactly(9);
    }

    @Test
    void partsOfTheWrongShapeAreRefused() {
        double[] flat = new double[9];
        assertThatThrownBy(() -> BLOCKS.put("bias", flat, 1)).hasMessage("bias has length 2, not 1 as given");
        assertThatThrownBy(() -> BLOCKS.put("w", flat, new double[][] {{1, 2}, {3, 4}, {5, 6}}))
                .hasMessage("w has rows of length 3 and 6 entries in all, not as given");
        assertThatThrownBy(() -> BLOCKS.put("w", flat, new double[][] {{1, 2, 3}}))
                .hasMessage("w has more rows than the 1 given");
        assertThatThrownBy(() -> BLOCKS.put("w", flat, new double[3][3])).hasMessageStartingWith("w has rows");
        assertThatThrownBy(() -> BLOCKS.matrix("bias", flat)).hasMessage("bias is no matrix");
        assertThatThrownBy(() -> BLOCKS.vector("bias", new double[8])).hasMessage("flat has length 8, expected 9");
    }
}
