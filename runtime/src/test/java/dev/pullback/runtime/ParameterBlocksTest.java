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
}
