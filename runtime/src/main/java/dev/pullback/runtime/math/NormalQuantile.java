package dev.pullback.runtime.math;

/** Quantiles of the standard normal distribution by rational functions, after Wichura's algorithm AS 241. */
final class NormalQuantile {

    static final double SQRT_HALF = 0.7071067811865476;

    /** Half the width of the central region, and its square. */
    private static final double CENTRE = 0.425;

    private static final double CENTRE_SQUARE = 0.180625;

    /** Beyond this root of the logarithm lies the far tail. */
    private static final double FAR = 5.0;

    private static final double NEAR_SHIFT = 1.6;

    private static final double[] CENTRE_TOP = {
        3.3871328727963665, 133.14166789178438, 1971.5909503065513,
        13731.69376550946, 45921.95393154987, 67265.7709270087,
        33430.57558358813, 2509.0809287301227
    };
    private static final double[] CENTRE_BOTTOM = {
        1.0, 42.31333070160091, 687.1870074920579,
        5394.196021424751, 21213.794301586597, 39307.89580009271,
        28729.085735721943, 5226.495278852854
    };
    private static final double[] TAIL_TOP = {
        1.4234371107496835, 4.630337846156546, 5.769497221460691,
        3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
        0.022723844989269184, 0.0007745450142783414
    };
    private static final double[] TAIL_BOTTOM = {
        1.0, 2.053191626637759, 1.6763848301838038,
        0.6897673349851, 0.14810397642748008, 0.015198666563616457,
        0.0005475938084995345, 1.0507500716444169e-9
    };
    private static final double[] FAR_TOP = {
        6.657904643501103, 5.463784911164114, 1.7848265399172913,
        0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
        2.7115555687434876e-5, 2.0103343992922881e-7
    };
    private static final double[] FAR_BOTTOM = {
        1.0, 0.599832206555888, 0.1369298809227358,
        0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
        1.421511758316446e-7, 2.0442631033899397e-15
    };

    private NormalQuantile() {}

    /**
     * The quantile of {@code 0.5 + centred}.
     *
     * @param tail the probability or its complement, whichever is smaller, given apart so that it keeps its digits
     */
    static double of(double centred, double tail) {
        if (Math.abs(centred) <= CENTRE) {
            double r = CENTRE_SQUARE - centred * centred;
            return centred * (Series.polynomial(CENTRE_TOP, r) / Series.polynomial(CENTRE_BOTTOM, r));
        }
        if (!(tail >= 0.0)) {
            return Double.NaN;
        }
        double magnitude = tail == 0.0 ? Double.POSITIVE_INFINITY : ofTail(Math.sqrt(-Math.log(tail)));
        return centred < 0.0 ? -magnitude : magnitude;
    }

    private static double ofTail(double r) {
        if (r <= FAR) {
            double t = r - NEAR_SHIFT;
            return Series.polynomial(TAIL_TOP, t) / Series.polynomial(TAIL_BOTTOM, t);
        }
        double t = r - FAR;
        return Series.polynomial(FAR_TOP, t) / Series.polynomial(FAR_BOTTOM, t);
    }
}
