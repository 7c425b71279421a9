package dev.pullback.processor.ir;

import org.jspecify.annotations.Nullable;

/**
 * The place of one {@link Push}/{@link Pop} pair on the tape. Identity is the object.
 *
 * <p>Pops happen in the reverse order of the pushes, or iteration by iteration where the loop is independent.
 */
public final class TapeSlot {

    private final String name;
    private final IrType type;
    private final @Nullable Variable array;

    /** A slot for the elements of a local array that is saved as a whole. */
    public TapeSlot(Variable array, IrType type) {
        this.name = array.name();
        this.type = type;
        this.array = array;
    }

    /** A slot for values of {@code type}, named after the variable it records. */
    public TapeSlot(String name, IrType type) {
        this.name = name;
        this.type = type;
        this.array = null;
    }

    /** The local array that is saved as a whole, if this is what the slot is for. */
    public @Nullable Variable array() {
        return array;
    }

    /** The name of the recorded variable. */
    public String name() {
        return name;
    }

    /** The type of the recorded values. */
    public IrType type() {
        return type;
    }

    @Override
    public String toString() {
        return name;
    }
}
