package dev.pullback.processor.ir;

import org.jspecify.annotations.Nullable;

/**
 * The place of one {@link Push}/{@link Pop} pair on the tape. Identity is the object.
 *
 * <p>Pops happen in the reverse order of the pushes, or iteration by iteration where the loop is independent, except for slots in
 * snapshots.
 */
public final class TapeSlot {

    private final String name;
    private final IrType type;
    private final @Nullable Variable array;
    private final @Nullable Variable checkpoints;

    /** A slot for the elements of a local array that is saved as a whole. */
    public TapeSlot(Variable array, IrType type) {
        this(array.name(), type, array, null);
    }

    /** A slot for values of {@code type}, named after the variable it records. */
    public TapeSlot(String name, IrType type) {
        this(name, type, null, null);
    }

    private TapeSlot(String name, IrType type, @Nullable Variable array, @Nullable Variable checkpoints) {
        this.name = name;
        this.type = type;
        this.array = array;
        this.checkpoints = checkpoints;
    }

    /**
     * A slot for the state of a loop: the value of {@code variable}, or the content of the array, in every snapshot. It may be
     * pushed at several places, and a pop gives back what the last snapshot that is still there has.
     */
    public static TapeSlot inSnapshot(Variable checkpoints, Variable variable) {
        return new TapeSlot(variable.name(), variable.type(), null, checkpoints);
    }

    /** A slot of the same kind. */
    public TapeSlot copy() {
        return new TapeSlot(name, type, array, checkpoints);
    }

    /** The snapshots that hold the values, if the slot is for the state of a loop. */
    public @Nullable Variable checkpoints() {
        return checkpoints;
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
