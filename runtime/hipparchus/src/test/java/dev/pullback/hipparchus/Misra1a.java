package dev.pullback.hipparchus;

/** Misra1a of the NIST reference datasets (D. Misra, 1978, public domain): {@code y = b1 (1 - exp(-b2 x))}, with its certified fit. */
final class Misra1a {
    static final double[] CERTIFIED = {2.3894212918E+02, 5.5015643181E-04};
    static final double[] START = {500.0, 0.0001};
    static final double[] Y = {
        10.07E0, 14.73E0, 17.94E0, 23.93E0, 29.61E0, 35.18E0, 40.02E0, 44.82E0, 50.76E0, 55.05E0, 61.01E0, 66.40E0,
        75.47E0, 81.78E0
    };
    private static final double[] X = {
        77.6E0, 114.9E0, 141.1E0, 190.8E0, 239.9E0, 289.0E0, 332.8E0, 378.4E0, 434.8E0, 477.3E0, 536.8E0, 593.1E0,
        689.1E0, 760.0E0
    };

    private Misra1a() {}

    static double[] values(double[] b) {
        double[] values = new double[X.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = b[0] * (1.0 - Math.exp(-b[1] * X[i]));
        }
        return values;
    }

    static double[][] jacobian(double[] b) {
        double[][] jacobian = new double[X.length][];
        for (int i = 0; i < jacobian.length; i++) {
            double decay = Math.exp(-b[1] * X[i]);
            jacobian[i] = new double[] {1.0 - decay, b[0] * X[i] * decay};
        }
        return jacobian;
    }
}
