package dev.pullback.runtime;

/** What generated code needs to keep objects for the reverse sweep. Thread-safe: there is no state. */
public final class Tapes {

    private Tapes() {}

    /**
     * An element of a tape of objects, with the type that it had when it was put there. Java has no arrays of generic types, so
     * that tapes of such objects are arrays of {@code Object}.
     *
     * @param <T> the type
     * @param tape a tape that holds objects of this type only
     * @param index which one
     * @return the object
     * @throws ArrayIndexOutOfBoundsException if there is no such element
     */
    // The caller is generated code, whose variable has the type that was pushed.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public static <T> T element(Object[] tape, int index) {
        return (T) tape[index];
    }
}
