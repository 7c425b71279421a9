package dev.pullback.processor.ir;

/**
 * The place of one {@link Push}/{@link Pop} pair on the tape. Identity is the object.
 *
 * <p>Pops happen in the reverse order of the pushes, or iteration by iteration where the loop is independent.
 */
public final class TapeSlot {

    private final String name;
    private final IrType type;

    /** A slot for values of {@code type}, named after the variable it records. */
    public TapeSlot(String name, IrType type) {
        this.name = name;
        this.type = type;
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
