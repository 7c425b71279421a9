package dev.pullback.samples.benchmarks;

import dev.pullback.annotations.Differentiable;

/** The squared error of points seen by a camera whose lens distorts them radially and tangentially. */
final class BrownProjection {

    private BrownProjection() {}

    /**
     * The model of D. C. Brown, Close-range camera calibration, 1971.
     *
     * @param camera focal lengths, principal point, three radial and two tangential coefficients
     */
    @Differentiable(wrt = "camera")
    static double error(double[] camera, double[] xs, double[] ys, double[] us, double[] vs) {
        double sum = 0;
        for (int i = 0; i < xs.length; i++) {
            double x = xs[i];
            double y = ys[i];
            double r2 = x * x + y * y;
            double radial = 1 + r2 * (camera[4] + r2 * (camera[5] + r2 * camera[6]));
            double xd = x * radial + 2 * camera[7] * x * y + camera[8] * (r2 + 2 * x * x);
            double yd = y * radial + camera[7] * (r2 + 2 * y * y) + 2 * camera[8] * x * y;
            double du = camera[0] * xd + camera[2] - us[i];
            double dv = camera[1] * yd + camera[3] - vs[i];
            sum += du * du + dv * dv;
        }
        return sum;
    }
}
