package dev.pullback.samples.benchmarks;

/** The gradient of {@link Trajectory} by hand: the state of each step is kept, its stages are computed again. */
final class HandWrittenTrajectory {
    private double[] states = new double[0];

    // The adjoint of the state, and of the mass.
    private double xBar;
    private double yBar;
    private double uBar;
    private double vBar;
    private double massBar;

    double valueAndGradient(
            double x0, double y0, double u0, double v0, double mass, double h, int steps, double[] bars) {
        if (states.length != 4 * steps) {
            states = new double[4 * steps];
        }
        double x = x0;
        double y = y0;
        double u = u0;
        double v = v0;
        for (int s = 0; s < steps; s++) {
            states[4 * s] = x;
            states[4 * s + 1] = y;
            states[4 * s + 2] = u;
            states[4 * s + 3] = v;
            double p1 = pull(x, y, mass);
            double ku1 = -x * p1;
            double kv1 = -y * p1;
            double x2 = x + 0.5 * h * u;
            double y2 = y + 0.5 * h * v;
            double u2 = u + 0.5 * h * ku1;
            double v2 = v + 0.5 * h * kv1;
            double p2 = pull(x2, y2, mass);
            double ku2 = -x2 * p2;
            double kv2 = -y2 * p2;
            double x3 = x + 0.5 * h * u2;
            double y3 = y + 0.5 * h * v2;
            double u3 = u + 0.5 * h * ku2;
            double v3 = v + 0.5 * h * kv2;
            double p3 = pull(x3, y3, mass);
            double ku3 = -x3 * p3;
            double kv3 = -y3 * p3;
            double x4 = x + h * u3;
            double y4 = y + h * v3;
            double u4 = u + h * ku3;
            double v4 = v + h * kv3;
            double p4 = pull(x4, y4, mass);
            x += h / 6 * (u + 2 * u2 + 2 * u3 + u4);
            y += h / 6 * (v + 2 * v2 + 2 * v3 + v4);
            u += h / 6 * (ku1 + 2 * ku2 + 2 * ku3 - x4 * p4);
            v += h / 6 * (kv1 + 2 * kv2 + 2 * kv3 - y4 * p4);
        }
        xBar = 2 * (x - 1);
        yBar = 2 * y;
        uBar = 0;
        vBar = 0;
        massBar = 0;
        for (int s = steps - 1; s >= 0; s--) {
            reverseStep(states[4 * s], states[4 * s + 1], states[4 * s + 2], states[4 * s + 3], mass, h);
        }
        bars[0] = xBar;
        bars[1] = yBar;
        bars[2] = uBar;
        bars[3] = vBar;
        bars[4] = massBar;
        return (x - 1) * (x - 1) + y * y;
    }

    private void reverseStep(double x, double y, double u, double v, double mass, double h) {
        double square1 = x * x + y * y;
        double p1 = mass / (square1 * Math.sqrt(square1));
        double x2 = x + 0.5 * h * u;
        double y2 = y + 0.5 * h * v;
        double u2 = u - 0.5 * h * x * p1;
        double v2 = v - 0.5 * h * y * p1;
        double square2 = x2 * x2 + y2 * y2;
        double p2 = mass / (square2 * Math.sqrt(square2));
        double x3 = x + 0.5 * h * u2;
        double y3 = y + 0.5 * h * v2;
        double u3 = u - 0.5 * h * x2 * p2;
        double v3 = v - 0.5 * h * y2 * p2;
        double square3 = x3 * x3 + y3 * y3;
        double p3 = mass / (square3 * Math.sqrt(square3));
        double x4 = x + h * u3;
        double y4 = y + h * v3;
        double square4 = x4 * x4 + y4 * y4;
        double p4 = mass / (square4 * Math.sqrt(square4));

        double sixth = h / 6;
        double xNext = xBar;
        double yNext = yBar;
        // The stages from the fourth to the first: the derivative of (-x p, -y p) with p = mass / r^3.
        double ku = sixth * uBar;
        double kv = sixth * vBar;
        double pBar = -(x4 * ku + y4 * kv);
        double massSum = pBar * p4;
        double common = -3 * pBar * p4 / square4;
        double x4Bar = common * x4 - p4 * ku;
        double y4Bar = common * y4 - p4 * kv;
        double u4Bar = sixth * xNext;
        double v4Bar = sixth * yNext;
        double u3Bar = 2 * sixth * xNext + h * x4Bar;
        double v3Bar = 2 * sixth * yNext + h * y4Bar;
        ku = 2 * sixth * uBar + h * u4Bar;
        kv = 2 * sixth * vBar + h * v4Bar;
        pBar = -(x3 * ku + y3 * kv);
        massSum += pBar * p3;
        common = -3 * pBar * p3 / square3;
        double x3Bar = common * x3 - p3 * ku;
        double y3Bar = common * y3 - p3 * kv;
        double u2Bar = 2 * sixth * xNext + 0.5 * h * x3Bar;
        double v2Bar = 2 * sixth * yNext + 0.5 * h * y3Bar;
        ku = 2 * sixth * uBar + 0.5 * h * u3Bar;
        kv = 2 * sixth * vBar + 0.5 * h * v3Bar;
        pBar = -(x2 * ku + y2 * kv);
        massSum += pBar * p2;
        common = -3 * pBar * p2 / square2;
        double x2Bar = common * x2 - p2 * ku;
        double y2Bar = common * y2 - p2 * kv;
        ku = sixth * uBar + 0.5 * h * u2Bar;
        kv = sixth * vBar + 0.5 * h * v2Bar;
        pBar = -(x * ku + y * kv);
        massSum += pBar * p1;
        common = -3 * pBar * p1 / square1;
        xBar = xNext + x4Bar + x3Bar + x2Bar + common * x - p1 * ku;
        yBar = yNext + y4Bar + y3Bar + y2Bar + common * y - p1 * kv;
        uBar += u4Bar + u3Bar + u2Bar + sixth * xNext + 0.5 * h * x2Bar;
        vBar += v4Bar + v3Bar + v2Bar + sixth * yNext + 0.5 * h * y2Bar;
        massBar += massSum / mass;
    }

    private static double pull(double x, double y, double mass) {
        double square = x * x + y * y;
        return mass / (square * Math.sqrt(square));
    }
}
