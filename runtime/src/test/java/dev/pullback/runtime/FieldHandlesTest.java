package dev.pullback.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.invoke.WrongMethodTypeException;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FieldHandlesTest {

    private static final MethodHandles.Lookup HERE = MethodHandles.lookup();

    private static class Model {
        private static final double[] TABLE = {1, 2};
        private final double rate;

        Model(double rate) {
            this.rate = rate;
        }
    }

    private static final class Special extends Model {
        Special(double rate) {
            super(rate);
        }
    }

    private static final VarHandle RATE = FieldHandles.of(HERE, Model.class, "rate", double.class);
    private static final VarHandle TABLE = FieldHandles.ofStatic(HERE, Model.class, "TABLE", double[].class);

    @Test
    void readsPrivateFields() {
        assertThat((double) RATE.get(new Model(0.5))).isEqualTo(0.5);
        assertThat((double[]) TABLE.get()).isSameAs(Model.TABLE);
    }

    /** What would convert is slow; generated code never asks for it. */
    @Test
    void insistsOnExactTypes() {
        assertThatThrownBy(() -> RATE.get(new Special(1))).isInstanceOf(WrongMethodTypeException.class);
        Model special = new Special(0.75);
        assertThat((double) RATE.get(special)).isEqualTo(0.75);
    }

    @Test
    void saysThatAFieldIsMissing() {
        assertThatThrownBy(() -> FieldHandles.of(HERE, Model.class, "rates", double.class))
                .isInstanceOf(NoSuchFieldError.class)
                .hasMessageContaining("double rates")
                .hasMessageContaining("compile it together with its derivatives");
        assertThatThrownBy(() -> FieldHandles.of(HERE, Model.class, "rate", float.class))
                .isInstanceOf(NoSuchFieldError.class)
                .hasMessageContaining("float rate");
        assertThatThrownBy(() -> FieldHandles.ofStatic(HERE, Model.class, "NONE", double[].class))
                .isInstanceOf(NoSuchFieldError.class)
                .hasMessageContaining("double[] NONE");
    }

    @Test
    void saysThatAModuleIsClosed() {
        assertThatThrownBy(() -> FieldHandles.of(HERE, Random.class, "nextNextGaussian", double.class))
                .isInstanceOf(IllegalAccessError.class)
                .hasMessageContaining("nextNextGaussian of java.util.Random");
        assertThatThrownBy(() -> FieldHandles.ofStatic(HERE, Random.class, "multiplier", long.class))
                .isInstanceOf(IllegalAccessError.class);
    }
}
