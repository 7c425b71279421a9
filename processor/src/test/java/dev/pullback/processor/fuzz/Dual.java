package dev.pullback.processor.fuzz;

import org.jspecify.annotations.Nullable;

/**
 * A number with its partial derivatives with respect to all independents. {@code sizes[i]} bounds the terms whose sum is
 * {@code tangents[i]}: the same propagation with absolute values, so that rounding can be judged without guessing. Immutable.
 *
 * @param value the number, bit for bit what Java computes
 * @param tangents partial derivatives, null for a constant
 * @param sizes sizes of the terms, null for a constant
 */
record Dual(double value, double @Nullable [] tangents, double @Nullable [] sizes) {

    static Dual of(double value) {
        return new Dual(value, null, null);
    }

    /** An independent: its own partial derivative is one. */
    static Dual independent(double value, int index, int count) {
        double[] tangents = new double[count];
        tangents[index] = 1;
        return new Dual(value, tangents, tangents);
    }

    /** The number in {@code float}. */
    Dual rounded() {
        return new Dual((float) value, tangents, sizes);
    }

    /** A function of one argument; {@code size} bounds the terms of the partial derivative. */
    Dual map(double result, double partial, double size) {
        if (tangents == null || sizes == null) {
            return of(result);
        }
        double[] newTangents = new double[tangents.length];
        double[] newSizes = new double[tangents.length];
        double factor = Math.max(Math.abs(partial), size);
        for (int i = 0; i < tangents.length; i++) {
            newTangents[i] = term(partial, tangents[i]);
            newSizes[i] = term(factor, sizes[i]);
        }
        return new Dual(result, newTangents, newSizes);
    }

    /** A function of two arguments. */
    Dual combine(Dual other, double result, double partial, double otherPartial) {
        Dual left = map(result, partial, 0);
        Dual right = other.map(result, otherPartial, 0);
        if (left.tangents == null) {
            return right;
        }
        if (right.tangents == null) {
            return left;
        }
        double[] newTangents = new double[left.tangents.length];
        double[] newSizes = new double[left.tangents.length];
        for (int i = 0; i < newTangents.length; i++) {
            newTangents[i] = left.tangents[i] + right.tangents[i];
            newSizes[i] = left.sizes[i] + right.sizes[i];
        }
        return new Dual(result, newTangents, newSizes);
    }

    /** A variable that does not depend on an independent contributes nothing, whatever the partial derivative. */
    private static double term(double partial, double tangent) {
        return tangent == 0 ? 0 : partial * tangent;
    }
}
