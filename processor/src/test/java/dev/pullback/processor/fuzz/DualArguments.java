package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.Arguments;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/** Arguments in dual numbers, and back. */
final class DualArguments {
    private final Map<Object, Object> known = new IdentityHashMap<>();
    private final int count;
    private int next;

    private DualArguments(int count) {
        this.count = count;
    }

    /** Independents are numbered in their flat order; arguments that share an array do not in dual numbers. */
    static Object[] seeded(Arguments point) {
        DualArguments duals = new DualArguments(point.flat().length);
        Object[] result = new Object[point.values().length];
        for (int i = 0; i < result.length; i++) {
            result[i] = point.isIndependent(i) ? duals.independent(point.values()[i]) : constant(point.values()[i]);
        }
        return result;
    }

    /** Arguments that are not differentiated; what they share is shared. */
    static Object[] constants(Object[] values) {
        DualArguments duals = new DualArguments(0);
        return Arrays.stream(values).map(duals::shared).toArray();
    }

    private static Object constant(Object value) {
        return new DualArguments(0).shared(value);
    }

    private Object independent(Object value) {
        if (value instanceof Number real) {
            return Dual.independent(real.doubleValue(), next++, count);
        }
        Object[] result = newArray(value);
        for (int i = 0; i < result.length; i++) {
            result[i] = independent(Array.get(value, i));
        }
        return result;
    }

    private Object shared(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Dual.of(((Number) value).doubleValue());
        } else if (value instanceof int[] ints) {
            return known.computeIfAbsent(value, v -> ints.clone());
        } else if (!value.getClass().isArray()) {
            return value;
        }
        Object done = known.get(value);
        if (done != null) {
            return done;
        }
        Object[] result = newArray(value);
        known.put(value, result);
        for (int i = 0; i < result.length; i++) {
            result[i] = shared(Array.get(value, i));
        }
        return result;
    }

    private static Object[] newArray(Object value) {
        return (Object[]) Array.newInstance(dualType(value.getClass().getComponentType()), Array.getLength(value));
    }

    private static Class<?> dualType(Class<?> type) {
        return type.isArray() ? dualType(type.getComponentType()).arrayType() : Dual.class;
    }

    /** The arguments afterwards: those of the point with the numbers that their dual forms have now. */
    static Arguments numbers(Arguments point, Object[] duals) {
        Arguments after = point.copy();
        for (int i = 0; i < duals.length; i++) {
            if (duals[i] instanceof Object[] array) {
                store(array, after.values()[i]);
            }
        }
        return after;
    }

    private static void store(Object[] duals, Object target) {
        for (int i = 0; i < duals.length; i++) {
            if (duals[i] instanceof Object[] row) {
                store(row, Array.get(target, i));
            } else if (target instanceof float[] singles) {
                singles[i] = (float) ((Dual) duals[i]).value();
            } else {
                ((double[]) target)[i] = ((Dual) duals[i]).value();
            }
        }
    }
}
