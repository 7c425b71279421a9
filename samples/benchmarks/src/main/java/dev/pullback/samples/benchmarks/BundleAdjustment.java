package dev.pullback.samples.benchmarks;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

/**
 * Bundle adjustment as ADBench states it (Srajer, Kukelova and Fitzgibbon, "A benchmark of selected algorithmic differentiation tools
 * on some problems in computer vision and machine learning", 2018): how far cameras see points from where they were observed.
 */
public final class BundleAdjustment {

    /** Parameters of a camera: rotation, centre, focal length, principal point, radial distortion. */
    static final int CAMERA = 11;

    private BundleAdjustment() {}

    /**
     * Two weighted reprojection errors per observation, then one error of each weight.
     *
     * @param cameras one row per camera
     * @param points one row per point
     * @param weights one per observation
     * @param camera which camera made the observation
     * @param point which point it shows
     * @param features where the point was seen, one row per observation
     * @return the errors
     */
    @Differentiable(derivatives = {Derivative.JACOBIAN, Derivative.SPARSITY})
    public static double[] errors(
            double[][] cameras,
            double[][] points,
            double[] weights,
            int[] camera,
            int[] point,
            @Passive double[][] features) {
        double[] errors = new double[3 * weights.length];
        for (int i = 0; i < weights.length; i++) {
            double[] c = cameras[camera[i]];
            double[] x = points[point[i]];
            double y0 = x[0] - c[3];
            double y1 = x[1] - c[4];
            double y2 = x[2] - c[5];
            double square = c[0] * c[0] + c[1] * c[1] + c[2] * c[2];
            double z0 = y0 + c[1] * y2 - c[2] * y1;
            double z1 = y1 + c[2] * y0 - c[0] * y2;
            double z2 = y2 + c[0] * y1 - c[1] * y0;
            if (square != 0) {
                double angle = Math.sqrt(square);
                double cos = Math.cos(angle);
                double sin = Math.sin(angle);
                double inverse = 1 / angle;
                double v0 = c[0] * inverse;
                double v1 = c[1] * inverse;
                double v2 = c[2] * inverse;
                double along = (v0 * y0 + v1 * y1 + v2 * y2) * (1 - cos);
                z0 = y0 * cos + (v1 * y2 - v2 * y1) * sin + v0 * along;
                z1 = y1 * cos + (v2 * y0 - v0 * y2) * sin + v1 * along;
                z2 = y2 * cos + (v0 * y1 - v1 * y0) * sin + v2 * along;
            }
            double p0 = z0 / z2;
            double p1 = z1 / z2;
            double radius = p0 * p0 + p1 * p1;
            double distortion = 1 + c[9] * radius + c[10] * radius * radius;
            errors[2 * i] = weights[i] * (p0 * distortion * c[6] + c[7] - features[i][0]);
            errors[2 * i + 1] = weights[i] * (p1 * distortion * c[6] + c[8] - features[i][1]);
            errors[2 * weights.length + i] = 1 - weights[i] * weights[i];
        }
        return errors;
    }
}
