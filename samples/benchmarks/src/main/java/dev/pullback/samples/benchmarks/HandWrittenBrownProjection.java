package dev.pullback.samples.benchmarks;

/** The gradient of {@link BrownProjection} by hand: one loop, with all sums in local variables. */
final class HandWrittenBrownProjection {

    private HandWrittenBrownProjection() {}

    static double valueAndGradient(double[] camera, double[] xs, double[] ys, double[] us, double[] vs, double[] bars) {
        double fx = camera[0];
        double fy = camera[1];
        double cx = camera[2];
        double cy = camera[3];
        double k1 = camera[4];
        double k2 = camera[5];
        double k3 = camera[6];
        double p1 = camera[7];
        double p2 = camera[8];
        double fxBar = 0;
        double fyBar = 0;
        double cxBar = 0;
        double cyBar = 0;
        double k1Bar = 0;
        double k2Bar = 0;
        double k3Bar = 0;
        double p1Bar = 0;
        double p2Bar = 0;
        double sum = 0;
        for (int i = 0; i < xs.length; i++) {
            double x = xs[i];
            double y = ys[i];
            double r2 = x * x + y * y;
            double radial = 1 + r2 * (k1 + r2 * (k2 + r2 * k3));
            double xd = x * radial + 2 * p1 * x * y + p2 * (r2 + 2 * x * x);
            double yd = y * radial + p1 * (r2 + 2 * y * y) + 2 * p2 * x * y;
            double du = fx * xd + cx - us[i];
            double dv = fy * yd + cy - vs[i];
            sum += du * du + dv * dv;
            double uBar = 2 * du;
            double vBar = 2 * dv;
            fxBar += uBar * xd;
            fyBar += vBar * yd;
            cxBar += uBar;
            cyBar += vBar;
            double xdBar = uBar * fx;
            double ydBar = vBar * fy;
            double k = (xdBar * x + ydBar * y) * r2;
            k1Bar += k;
            k *= r2;
            k2Bar += k;
            k3Bar += k * r2;
            double xy = 2 * x * y;
            p1Bar += xdBar * xy + ydBar * (r2 + 2 * y * y);
            p2Bar += xdBar * (r2 + 2 * x * x) + ydBar * xy;
        }
        bars[0] = fxBar;
        bars[1] = fyBar;
        bars[2] = cxBar;
        bars[3] = cyBar;
        bars[4] = k1Bar;
        bars[5] = k2Bar;
        bars[6] = k3Bar;
        bars[7] = p1Bar;
        bars[8] = p2Bar;
        return sum;
    }
}
