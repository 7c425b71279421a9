package dev.pullback.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks of records that generated code makes from components. A constructor may change what it is given; a derivative with
 * respect to the given value would then be wrong.
 */
public final class Records {

    private Records() {}

    /**
     * Requires that a record has kept a component as it was given.
     *
     * @param given what the constructor was given
     * @param kept what the accessor gives
     * @param component the name of the component, for messages
     * @throws IllegalStateException if they differ
     */
    public static void requireKept(double given, double kept, String component) {
        if (Double.compare(given, kept) != 0) {
            throw changed(component);
        }
    }

    /**
     * Requires that a record has kept a component as it was given; arrays may be copies.
     *
     * @param given what the constructor was given
     * @param kept what the accessor gives
     * @param component the name of the component, for messages
     * @throws IllegalStateException if they differ
     */
    public static void requireKept(@Nullable Object given, @Nullable Object kept, String component) {
        if (!Objects.deepEquals(given, kept)) {
            throw changed(component);
        }
    }

    /**
     * Requires that a record has kept an array itself, not a copy, which would not follow when the array changes.
     *
     * @param given what the constructor was given
     * @param kept what the accessor gives
     * @param component the name of the component, for messages
     * @throws IllegalStateException if they differ
     */
    public static void requireSame(@Nullable Object given, @Nullable Object kept, String component) {
        if (given != kept) {
            throw new IllegalStateException("the constructor or accessor of " + component
                    + " copies its array, which a differentiated method cannot tell from the array itself");
        }
    }

    private static IllegalStateException changed(String component) {
        return new IllegalStateException(
                "the constructor or accessor of " + component + " changes its value, which has no derivative here");
    }
}
