package dev.pullback.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The elements of arrays of arrays, whose type is known at run time only: vectors, or arrays of arrays again. */
final class Rows {
    private Rows() {}

    /** The number of elements. */
    static int length(Object row) {
        if (row instanceof double[] vector) {
            return vector.length;
        } else if (row instanceof Object[] rows) {
            return rows.length;
        } else if (row instanceof float[] vector) {
            return vector.length;
        } else if (row instanceof int[] vector) {
            return vector.length;
        } else if (row instanceof long[] vector) {
            return vector.length;
        } else if (row instanceof boolean[] vector) {
            return vector.length;
        }
        throw noRow(row);
    }

    /** Whether a row is null, at whatever depth. */
    static boolean hasNull(Object[] rows) {
        for (Object row : rows) {
            if (row == null || row instanceof Object[] inner && hasNull(inner)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two arrays agree in all their lengths, and nothing in them is null. */
    static boolean haveSameShape(@Nullable Object first, @Nullable Object second) {
        if (first == null || second == null || length(first) != length(second)) {
            return false;
        }
        if (first instanceof Object[] rows && second instanceof Object[] others) {
            for (int i = 0; i < rows.length; i++) {
                if (!haveSameShape(rows[i], others[i])) {
                    return false;
                }
            }
            return true;
        }
        return first.getClass() == second.getClass();
    }

    /** What is wrong with an array that has not the shape of its primal argument. */
    static IllegalArgumentException difference(Object primal, Object bar, String name) {
        if (length(primal) != length(bar) || !(primal instanceof Object[] rows) || !(bar instanceof Object[] barRows)) {
            return Shapes.different(name, outline(bar), outline(primal));
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == null || barRows[i] == null) {
                return Shapes.nullRow(rows[i] == null ? "the primal argument of " + name : name, i);
            }
            if (!haveSameShape(rows[i], barRows[i])) {
                return difference(rows[i], barRows[i], name + "[" + i + "]");
            }
        }
        throw new IllegalStateException("same shapes");
    }

    private static String outline(Object array) {
        return (array instanceof double[] || array instanceof Object[]
                        ? ""
                        : array.getClass().getComponentType() + " ") + "[" + length(array) + "]"
                + (array instanceof Object[] ? "[..]" : "");
    }

    /** New zeros of a row's shape. */
    @SuppressWarnings("unchecked") // each branch makes what it was given
    static <R> R zerosLike(R shape) {
        if (shape instanceof double[] vector) {
            return (R) Shapes.zerosLike(vector);
        } else if (shape instanceof float[] vector) {
            return (R) Shapes.zerosLike(vector);
        } else if (shape instanceof Object[] rows) {
            return (R) Shapes.zerosLike(rows);
        }
        throw noRow(shape);
    }

    /** A new row with the same elements. */
    @SuppressWarnings("unchecked") // each branch makes what it was given
    static <R> R copyOf(R row) {
        if (row instanceof double[] vector) {
            return (R) vector.clone();
        } else if (row instanceof Object[] rows) {
            return (R) Shapes.copyOf(rows);
        } else if (row instanceof float[] vector) {
            return (R) vector.clone();
        } else if (row instanceof int[] vector) {
            return (R) vector.clone();
        } else if (row instanceof long[] vector) {
            return (R) vector.clone();
        } else if (row instanceof boolean[] vector) {
            return (R) vector.clone();
        }
        throw noRow(row);
    }

    /** Adds a row to another of the same shape. */
    static void add(Object from, Object into) {
        if (from instanceof double[] summand && into instanceof double[] sum) {
            Shapes.add(summand, sum);
        } else if (from instanceof float[] summand && into instanceof float[] sum) {
            Shapes.add(summand, sum);
        } else {
            Shapes.add((Object[]) from, (Object[]) into);
        }
    }

    /** Copies a row into another of the same shape. */
    static void copy(Object from, Object into) {
        if (from instanceof Object[] rows) {
            Shapes.copy(rows, (Object[]) into);
        } else {
            System.arraycopy(from, 0, into, 0, length(from));
        }
    }

    /** Sets every element. */
    static void fill(Object row, double value) {
        if (row instanceof double[] vector) {
            Arrays.fill(vector, value);
        } else if (row instanceof float[] vector) {
            Arrays.fill(vector, (float) value);
        } else {
            Shapes.fill((Object[]) row, value);
        }
    }

    /** Reads a row from a flat vector and returns the offset behind it. */
    static int unpack(double[] flat, int offset, Object into) {
        if (into instanceof double[] vector) {
            return Shapes.unpack(flat, offset, vector);
        } else if (into instanceof float[] vector) {
            return Shapes.unpack(flat, offset, vector);
        }
        return Shapes.unpack(flat, offset, (Object[]) into);
    }

    /** Writes a row into a flat vector and returns the offset behind it. */
    static int pack(Object from, double[] flat, int offset) {
        if (from instanceof double[] vector) {
            return Shapes.pack(vector, flat, offset);
        } else if (from instanceof float[] vector) {
            return Shapes.pack(vector, flat, offset);
        }
        return Shapes.pack((Object[]) from, flat, offset);
    }

    private static IllegalArgumentException noRow(Object row) {
        return new IllegalArgumentException(row.getClass().getSimpleName() + " is no array of numbers");
    }
}
