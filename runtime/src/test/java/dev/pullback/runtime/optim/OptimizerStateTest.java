package dev.pullback.runtime.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptimizerStateTest {

    private static final OptimizerState STATE = new OptimizerState(
            "Adam", 42, Map.of("m", new double[] {-0.0, Double.MIN_VALUE, Math.PI}, "größe", new double[0]));

    @Test
    void bytesKeepEveryBit() {
        OptimizerState read = OptimizerState.fromBytes(STATE.toBytes());

        assertThat(read).isEqualTo(STATE);
        assertThat(read.names()).containsExactly("größe", "m");
        assertThat(Double.doubleToRawLongBits(read.vector("m")[0])).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(read.toBytes()).isEqualTo(STATE.toBytes());
    }

    @Test
    void everyDamagedByteAndEveryCutIsFound() {
        byte[] bytes = STATE.toBytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x10;
            assertThatThrownBy(() -> OptimizerState.fromBytes(damaged)).isInstanceOf(IllegalArgumentException.class);
            byte[] cut = Arrays.copyOf(bytes, i);
            assertThatThrownBy(() -> OptimizerState.fromBytes(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> OptimizerState.fromBytes(null)).hasMessage("bytes is null");
    }

    @Test
    void statesNest() {
        OptimizerState outer = OptimizerState.around("Accumulation", 7, Map.of("sum", new double[] {1.0}), STATE);

        assertThat(outer.optimizer()).isEqualTo("Accumulation/Adam");
        assertThat(outer.inner("Accumulation")).isEqualTo(STATE);
        assertThatThrownBy(() -> outer.inner("Other")).isInstanceOf(IllegalArgumentException.class);
    }
}
