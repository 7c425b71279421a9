package dev.pullback.runtime.math;

/** The derivatives of the logarithm of the gamma function. */
final class PolygammaFunction {

    /** The positive root of digamma, and what its first part lacks. */
    private static final double ROOT = 0x1.762d86356be3fp0;

    private static final double ROOT_REST = 9.549995429965697e-17;

    /** Where the Taylor series at the root has all digits. */
    private static final double ROOT_REACH = 0.3;

    /** The Taylor series of digamma at its root. */
    private static final double[] AT_ROOT = {
        0.9676722454476212,
        -0.4427631689835921,
        0.258499760955651,
        -0.16394270544240652,
        0.10782405069126237,
        -0.07219956125645471,
        0.04880428816414311,
        -0.03316112647484736,
        0.022597648232218104,
        -0.01542476590494896,
        0.010538791616612175,
        -0.007204534386356869,
        0.004926781395729853,
        -0.003369801655439328,
        0.002305126326734928,
        -0.0015769367714301972,
        0.0010788252019162967,
        -0.0007380709389960052,
        0.000504953265834602,
        -0.0003454680251063077,
        0.00023635601564027053,
        -0.00016170622091974803,
        0.0001106337276874741
    };

    /** The Bernoulli numbers of even index from 2 on. */
    private static final double[] BERNOULLI = {
        0.16666666666666666,
        -0.03333333333333333,
        0.023809523809523808,
        -0.03333333333333333,
        0.07575757575757576,
        -0.2531135531135531,
        1.1666666666666667,
        -7.092156862745098,
        54.971177944862156,
        -529.1242424242424,
        6192.123188405797
    };

    private PolygammaFunction() {}

    static double digamma(double x) {
        if (x <= 0.0) {
            if (x == Math.rint(x)) {
                return x == 0.0 ? -1.0 / x : Double.NaN;
            }
            return digamma(1.0 - x) - Math.PI * Trigonometry.cosPi(x) / Trigonometry.sinPi(x);
        }
        double distance = x - ROOT - ROOT_REST;
        if (Math.abs(distance) <= ROOT_REACH) {
            return distance * Series.polynomial(AT_ROOT, distance);
        }
        double sum = 0.0;
        double y = x;
        while (y < GammaFunction.LARGE) {
            sum += 1.0 / y;
            y += 1.0;
        }
        double inverse = 1.0 / y;
        return Math.log(y) - 0.5 * inverse - asymptotic(inverse, 0) - sum;
    }

    static double trigamma(double x) {
        if (x <= 0.0) {
            double sine = Trigonometry.sinPi(x);
            return Math.PI / sine * (Math.PI / sine) - trigamma(1.0 - x);
        }
        double sum = 0.0;
        double y = x;
        while (y < GammaFunction.LARGE) {
            sum += 1.0 / (y * y);
            y += 1.0;
        }
        double inverse = 1.0 / y;
        return sum + (inverse + 0.5 * inverse * inverse + inverse * asymptotic(inverse, 1));
    }

    static double tetragamma(double x) {
        if (x <= 0.0) {
            double sine = Trigonometry.sinPi(x);
            double quotient = Math.PI / sine;
            return tetragamma(1.0 - x) - 2.0 * Trigonometry.cosPi(x) * quotient * quotient * quotient;
        }
        double sum = 0.0;
        double y = x;
        while (y < GammaFunction.LARGE) {
            sum += 2.0 / (y * y * y);
            y += 1.0;
        }
        double inverse = 1.0 / y;
        return -sum - inverse * inverse * (1.0 + inverse + asymptotic(inverse, 2));
    }

    /** The Bernoulli part of the asymptotic series of the derivative of this order, without leading powers. */
    private static double asymptotic(double inverse, int order) {
        double square = inverse * inverse;
        double sum = 0.0;
        for (int i = BERNOULLI.length - 1; i >= 0; i--) {
            int index = 2 * (i + 1);
            double factor = order == 0 ? 1.0 / index : order == 1 ? 1.0 : index + 1.0;
            sum = sum * square + factor * BERNOULLI[i];
        }
        return sum * square;
    }

    /** Every term has the sign of the result, so that nothing cancels. */
    static double digammaDifference(double x, double delta) {
        if (!(x > 0.0) || !(delta >= 0.0)) {
            return Double.NaN;
        } else if (delta == Double.POSITIVE_INFINITY) {
            return delta;
        }
        double sum = 0.0;
        double y = x;
        while (y < GammaFunction.LARGE) {
            sum += delta / (y + delta) / y;
            y += 1.0;
        }
        double near = 1.0 / y;
        double far = 1.0 / (y + delta);
        double difference = delta * near * far;
        return sum + Math.log1p(delta * near) + 0.5 * difference + difference * bernoulliDifference(near, far);
    }

    /** The sum of {@code B(2k) / (2k) * (a^2k - b^2k) / (a - b)}. */
    private static double bernoulliDifference(double a, double b) {
        double total = 0.0;
        double powerOfB = 1.0;
        double quotient = 1.0;
        for (int i = 0; i < BERNOULLI.length; i++) {
            total += BERNOULLI[i] / (2 * (i + 1)) * quotient;
            powerOfB *= b * b;
            quotient = quotient * (a * a) + powerOfB;
        }
        return total * (a + b);
    }
}
