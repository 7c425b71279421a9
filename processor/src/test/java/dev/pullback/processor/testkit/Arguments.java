package dev.pullback.processor.testkit;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of a primal, with the flat view of its independents: declared order, matrices row by row.
 *
 * <p>Owns its arrays: callers that hand {@link #values()} to code under test do so on a {@link #copy()}.
 */
public final class Arguments {
    private final Object[] values;
    private final boolean[] independent;

    /** An argument that a static method of the primal's class makes afresh for every call. */
    public record Made(String factory) {}

    /** Takes ownership of the values; {@code independent[i]} tells whether values[i] is differentiated. */
    public Arguments(Object[] values, boolean[] independent) {
        this.values = values;
        this.independent = independent;
    }

    /** Arguments whose every real value is an independent. */
    public static Arguments of(Object... values) {
        boolean[] independent = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            independent[i] = isReal(values[i].getClass());
        }
        return new Arguments(values, independent);
    }

    /** Whether a value of this class is an independent by default. */
    public static boolean isReal(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return isScalar(element);
    }

    private static boolean isScalar(Class<?> type) {
        return type == Double.class || type == double.class || type == Float.class || type == float.class;
    }

    /** The same arguments with one left out. */
    public Arguments without(int parameter) {
        Object[] fewer = new Object[values.length - 1];
        boolean[] flags = new boolean[fewer.length];
        for (int i = 0; i < fewer.length; i++) {
            fewer[i] = values[i < parameter ? i : i + 1];
            flags[i] = independent[i < parameter ? i : i + 1];
        }
        return new Arguments(fewer, flags);
    }

    /** The values themselves, not copies. */
    public Object[] values() {
        return values;
    }

    /** Whether a parameter is differentiated. */
    public boolean isIndependent(int parameter) {
        return independent[parameter];
    }

    /** A deep copy, which keeps sharing between arguments and rows. */
    public Arguments copy() {
        Map<Object, Object> copies = new IdentityHashMap<>();
        return new Arguments(Arrays.stream(values).map(v -> copyOf(v, copies)).toArray(), independent);
    }

    /** A deep copy of arguments that share nothing. */
    public Arguments apart() {
        Object[] copies = Arrays.stream(values)
                .map(v -> copyOf(v, new IdentityHashMap<>()))
                .toArray();
        return new Arguments(copies, independent);
    }

    private static Object copyOf(Object value, Map<Object, Object> copies) {
        if (!value.getClass().isArray()) {
            return value;
        }
        Object known = copies.get(value);
        if (known != null) {
            return known;
        }
        int length = Array.getLength(value);
        Object copy = Array.newInstance(value.getClass().getComponentType(), length);
        copies.put(value, copy);
        if (value instanceof Object[] rows) {
            Object[] target = (Object[]) copy;
            Arrays.setAll(target, i -> rows[i] == null ? null : copyOf(rows[i], copies));
        } else {
            System.arraycopy(value, 0, copy, 0, length);
        }
        return copy;
    }

    /** All entries of the independents. */
    public double[] flat() {
        return flatten(independents());
    }

    /** The independent values, in declared order. */
    public List<Object> independents() {
        List<Object> result = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (independent[i]) {
                result.add(values[i]);
            }
        }
        return result;
    }

    /** A copy with other entries in the independents. */
    public Arguments withFlat(double[] entries) {
        Arguments result = copy();
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            if (!independent[i]) {
                continue;
            }
            if (result.values[i].getClass().isArray()) {
                next = take(entries, next, result.values[i]);
            } else if (result.values[i] instanceof Float) {
                result.values[i] = (float) entries[next++];
            } else {
                result.values[i] = entries[next++];
            }
        }
        return result;
    }

    private static int take(double[] entries, int start, Object array) {
        int next = start;
        for (int i = 0; i < Array.getLength(array); i++) {
            if (array instanceof Object[] rows) {
                next = take(entries, next, rows[i]);
            } else if (array instanceof float[] vector) {
                vector[i] = (float) entries[next++];
            } else {
                ((double[]) array)[i] = entries[next++];
            }
        }
        return next;
    }

    /** Entries of reals, vectors and matrices in this order. */
    static double[] flatten(List<Object> reals) {
        List<double[]> parts = new ArrayList<>();
        for (Object real : reals) {
            if (real instanceof double[] vector) {
                parts.add(vector);
            } else if (real instanceof Object[] rows) {
                parts.add(flatten(Arrays.asList(rows)));
            } else if (real instanceof float[] vector) {
                parts.add(IntStream.range(0, vector.length)
                        .mapToDouble(i -> vector[i])
                        .toArray());
            } else {
                parts.add(new double[] {((Number) real).doubleValue()});
            }
        }
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** The first difference in bits, or null if there is none. */
    public @Nullable String difference(Arguments other) {
        for (int i = 0; i < values.length; i++) {
            String left = describe(values[i]);
            String right = describe(other.values[i]);
            if (!left.equals(right)) {
                return "argument " + i + " is " + left + ", not " + right;
            }
        }
        return null;
    }

    private static String describe(Object value) {
        return Arrays.deepToString(new Object[] {value});
    }

    @Override
    public String toString() {
        return Arrays.deepToString(values);
    }
}
