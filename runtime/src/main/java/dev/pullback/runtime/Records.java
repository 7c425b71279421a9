package dev.pullback.runtime;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What generated code does with records. Of those that it makes from components it checks that they have kept them: a constructor
 * may change what it is given, and a derivative with respect to the given value would then be wrong. Of arrays of records it reads
 * one component of all elements. Stateless and thread-safe; allocates only what it returns.
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

    // ---- arrays of records ----

    /**
     * Requires bars or tangents for an array of records to have its length and an object in each place.
     *
     * @param records the array of records
     * @param twins what belongs to it
     * @param name the second argument's name
     * @throws NullPointerException if there is no array
     * @throws IllegalArgumentException if they have not
     */
    public static void requireLike(Object[] records, @Nullable Object @Nullable [] twins, String name) {
        if (twins == null) {
            throw new NullPointerException(name + " is null");
        } else if (twins.length != records.length) {
            throw new IllegalArgumentException(name + " has length " + twins.length + ", expected " + records.length);
        }
        for (int i = 0; i < twins.length; i++) {
            if (twins[i] == null) {
                throw new IllegalArgumentException(name + "[" + i + "] is null");
            }
        }
    }

    /**
     * Requires a bar to hold what was written to it, which fails where one object stands in an array twice.
     *
     * @param written what was written
     * @param held what the bar holds
     * @param name the array's name
     * @throws IllegalArgumentException if they differ
     */
    public static void requireOwn(double written, double held, String name) {
        if (Double.compare(written, held) != 0) {
            throw new IllegalArgumentException(name + " holds one object twice: pass one for each record");
        }
    }

    /**
     * Copies one component of all objects into a part of a vector.
     *
     * @param objects records, or twins
     * @param component gives the component of an object
     * @param vector overwritten from {@code offset} on
     * @param offset the first position
     * @param <T> the type of the objects
     * @return the position behind the last one
     */
    public static <T> int pack(T[] objects, ToDoubleFunction<T> component, double[] vector, int offset) {
        for (int i = 0; i < objects.length; i++) {
            vector[offset + i] = component.applyAsDouble(objects[i]);
        }
        return offset + objects.length;
    }

    /**
     * The values of an {@code int} component.
     *
     * @param objects the records
     * @param component gives the component of an object
     * @param <T> the type of the objects
     * @return a new array with the component of each
     */
    public static <T> int[] ints(T[] objects, ToIntFunction<T> component) {
        int[] values = new int[objects.length];
        for (int i = 0; i < objects.length; i++) {
            values[i] = component.applyAsInt(objects[i]);
        }
        return values;
    }

    /**
     * The values of a {@code long} component.
     *
     * @param objects the records
     * @param component gives the component of an object
     * @param <T> the type of the objects
     * @return a new array with the component of each
     */
    public static <T> long[] longs(T[] objects, ToLongFunction<T> component) {
        long[] values = new long[objects.length];
        for (int i = 0; i < objects.length; i++) {
            values[i] = component.applyAsLong(objects[i]);
        }
        return values;
    }

    /**
     * The values of a {@code boolean} component.
     *
     * @param objects the records
     * @param component gives the component of an object
     * @param <T> the type of the objects
     * @return a new array with the component of each
     */
    public static <T> boolean[] booleans(T[] objects, Predicate<T> component) {
        boolean[] values = new boolean[objects.length];
        for (int i = 0; i < objects.length; i++) {
            values[i] = component.test(objects[i]);
        }
        return values;
    }

    private static IllegalStateException changed(String component) {
        return new IllegalStateException(
                "the constructor or accessor of " + component + " changes its value, which has no derivative here");
    }
}
