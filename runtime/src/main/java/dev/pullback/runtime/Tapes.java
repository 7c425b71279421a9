package dev.pullback.runtime;

/** What generated code needs to keep values for the reverse sweep. Thread-safe: there is no state. */
public final class Tapes {

    private static final int MIN_LENGTH = 16;
    private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

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

    /**
     * The length of a tape that nested loops fill.
     *
     * @param outer the iterations of the outer loop, not negative
     * @param inner what each of them puts on the tape, not negative
     * @return the product; where that is no {@code int}, the greatest one, of which there are no arrays
     */
    public static int size(int outer, int inner) {
        return (int) Math.min((long) outer * inner, Integer.MAX_VALUE);
    }

    /** A length at least twice as long; never beyond what the virtual machine can allocate. */
    static int grownLength(int length) {
        if (length >= MAX_LENGTH) {
            throw new OutOfMemoryError("a tape has reached the greatest array length, " + MAX_LENGTH);
        }
        return length > MAX_LENGTH / 2 ? MAX_LENGTH : Math.max(2 * length, MIN_LENGTH);
    }
}
