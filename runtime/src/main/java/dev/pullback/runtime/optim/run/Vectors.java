package dev.pullback.runtime.optim.run;

import org.jspecify.annotations.Nullable;

/** Vector kernels and input checks shared by the optimizers; stateless, no allocation. */
public final class Vectors {

    private Vectors() {}

    /** The sum of {@code x[i] * y[i]}, added from left to right. */
    public static double dot(double[] x, double[] y) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** {@code y[i] += factor * x[i]}. */
    public static void addScaled(double factor, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] += factor * x[i];
        }
    }

    /** {@code into[i] = -x[i]}. */
    public static void negate(double[] x, double[] into) {
        for (int i = 0; i < x.length; i++) {
            into[i] = -x[i];
        }
    }

    /** The Euclidean norm; scaled by the largest entry only where the plain sum of squares over- or underflows. */
    public static double norm(double[] x) {
        double sum = dot(x, x);
        return sum > Double.MIN_NORMAL && sum < Double.POSITIVE_INFINITY ? Math.sqrt(sum) : scaledNorm(x, null);
    }

    /** The Euclidean norm of {@code x - y}. */
    public static double distance(double[] x, double[] y) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) {
            double difference = x[i] - y[i];
            sum += difference * difference;
        }
        return sum > Double.MIN_NORMAL && sum < Double.POSITIVE_INFINITY ? Math.sqrt(sum) : scaledNorm(x, y);
    }

    private static double scaledNorm(double[] x, double @Nullable [] origin) {
        double largest = 0.0;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, Math.abs(origin == null ? x[i] : x[i] - origin[i]));
        }
        if (largest == 0.0 || !Double.isFinite(largest)) {
            return largest;
        }
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) {
            double scaled = (origin == null ? x[i] : x[i] - origin[i]) / largest;
            sum += scaled * scaled;
        }
        return largest * Math.sqrt(sum);
    }

    /**
     * {@code base} to a whole power by repeated squaring: the same bits on every machine, unlike {@link Math#pow}, and
     * nothing allocated, unlike {@link StrictMath#pow} until it is compiled.
     */
    public static double power(double base, long exponent) {
        double result = 1.0;
        double square = base;
        for (long rest = exponent; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }

    /** The index of the first NaN or infinite entry, or -1. */
    public static int firstNonFinite(double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i])) {
                return i;
            }
        }
        return -1;
    }

    /** {@code into[i] = x[i]}. */
    public static void copy(double[] x, double[] into) {
        System.arraycopy(x, 0, into, 0, x.length);
    }

    /** {@code x[i] *= factor}. */
    public static void scale(double factor, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    /** The largest absolute value of an entry, 0 for none. */
    public static double largest(double[] x) {
        double largest = 0.0;
        for (double entry : x) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    /** The Euclidean norm of some entries. */
    public static double norm(double[] x, int from, int to) {
        double sum = 0.0;
        for (int i = from; i < to; i++) {
            sum += x[i] * x[i];
        }
        return Math.sqrt(sum);
    }

    /** Requires finite entries, naming the first one that is not. */
    public static void requireFinite(double[] x, String name) {
        int bad = firstNonFinite(x);
        if (bad >= 0) {
            throw new IllegalArgumentException(name + "[" + bad + "] is " + x[bad]);
        }
    }

    /**
     * Checks the arguments of a {@link dev.pullback.runtime.optim.StepOptimizer#step step} before anything changes.
     *
     * @param size the number of parameters of the steps before, or 0 if there were none
     */
    public static void requireStep(double[] parameters, double[] gradient, int size) {
        if (parameters == null) {
            throw new NullPointerException("parameters is null");
        }
        if (gradient == null) {
            throw new NullPointerException("gradient is null");
        }
        if (parameters.length == 0) {
            throw new IllegalArgumentException("parameters is empty");
        }
        if (gradient.length != parameters.length) {
            throw new IllegalArgumentException(
                    "gradient has length " + gradient.length + ", parameters has length " + parameters.length);
        }
        if (size != 0 && size != parameters.length) {
            throw new IllegalArgumentException("parameters has length " + parameters.length + ", the steps before had "
                    + size + "; reset() starts over");
        }
        requireFinite(parameters, "parameters");
        requireFinite(gradient, "gradient");
    }

    /** Requires a learning rate that a step can use, whoever wrote the schedule. */
    public static double requireRate(double rate, long step) {
        if (!(rate >= 0.0 && Double.isFinite(rate))) {
            throw new IllegalStateException("the learning rate of step " + step + " is " + rate);
        }
        return rate;
    }
}
