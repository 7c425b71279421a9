package dev.pullback.runtime.optim.run;

/** Checks of settings; every message names the argument. */
public final class Arguments {

    private Arguments() {}

    /** Requires a number that is positive and finite. */
    public static double requirePositive(double value, String name) {
        if (!(value > 0.0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be positive and finite, is " + value);
        }
        return value;
    }

    /** Requires a number that is finite and not negative. */
    public static double requireNotNegative(double value, String name) {
        if (!(value >= 0.0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be finite and not negative, is " + value);
        }
        return value;
    }

    /** Requires the decay of a running mean. */
    public static double requireDecay(double value, String name) {
        if (!(value >= 0.0 && value < 1.0)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), is " + value);
        }
        return value;
    }

    /** Requires a number from an open interval. */
    public static double requireBetween(double value, double low, double high, String name) {
        if (!(value > low && value < high)) {
            throw new IllegalArgumentException(name + " must be in (" + low + ", " + high + "), is " + value);
        }
        return value;
    }

    /** Requires a count of at least some number. */
    public static long requireAtLeast(long value, long least, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", is " + value);
        }
        return value;
    }

    /** Requires a count of at least some number. */
    public static int requireAtLeast(int value, int least, String name) {
        requireAtLeast((long) value, least, name);
        return value;
    }

    /** Requires an array of a length. */
    public static double[] requireLength(double[] array, int length, String name) {
        if (array == null) {
            throw new NullPointerException(name + " is null");
        }
        if (array.length != length) {
            throw new IllegalArgumentException(name + " has length " + array.length + ", expected " + length);
        }
        return array;
    }
}
