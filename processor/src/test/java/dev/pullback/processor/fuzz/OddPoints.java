package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Points where a program may overflow, become NaN or throw. Its derivative need not be defined there, but the derivative code
 * must return the same value or throw the same exception.
 */
final class OddPoints {
    private static final double[] ODD = {Double.NaN, 1e200, -1e-320, -0.0};

    private OddPoints() {}

    /** Variations of a point: one odd real each, ints beyond the arrays, and loops that do not run: bounds below zero. */
    static List<Arguments> around(Arguments point) {
        Random random = new Random(7);
        List<Arguments> result = new ArrayList<>();
        for (double odd : ODD) {
            double[] flat = point.flat();
            flat[random.nextInt(flat.length)] = odd;
            result.add(point.withFlat(flat));
        }
        for (int i = 0; i < point.values().length; i++) {
            if (point.values()[i] instanceof Integer value) {
                result.add(changed(point, i, value + 4));
                result.add(changed(point, i, -1));
            } else if (point.values()[i] instanceof int[] vector) {
                int[] copy = vector.clone();
                copy[random.nextInt(copy.length)] = random.nextBoolean() ? -1 : copy.length;
                result.add(changed(point, i, copy));
            }
        }
        result.add(withInts(point, -1));
        return result;
    }

    /** Bounds that have no predecessor: one, and all of them. Where such a loop runs its tape may be too long for any memory. */
    static List<Arguments> withLeastInts(Arguments point) {
        List<Arguments> result = new ArrayList<>();
        for (int i = 0; i < point.values().length; i++) {
            if (point.values()[i] instanceof Integer) {
                result.add(changed(point, i, Integer.MIN_VALUE));
            }
        }
        result.add(withInts(point, Integer.MIN_VALUE));
        return result;
    }

    private static Arguments withInts(Arguments point, int value) {
        Arguments result = point.copy();
        Arrays.setAll(result.values(), i -> result.values()[i] instanceof Integer ? value : result.values()[i]);
        return result;
    }

    private static Arguments changed(Arguments point, int parameter, Object value) {
        Arguments result = point.copy();
        result.values()[parameter] = value;
        return result;
    }
}
