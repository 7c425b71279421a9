package records;

import dev.pullback.annotations.Differentiable;

/** One twin as the bar of two arguments is an error, and nothing is written. */
public final class OneTwinForTwo {
    private OneTwinForTwo() {}

    public record Point(double x, double y) {}

    @Differentiable
    public static double f(Point p, Point q) {
        return p.x() * q.y() + p.y();
    }

    public static void check() {
        Point p = new Point(2, 3);
        Point q = new Point(5, 7);
        OneTwinForTwoDerivatives.PointTwin bar = OneTwinForTwoDerivatives.PointTwin.zerosLike(p);
        String before = bar.toString();
        refused(() -> OneTwinForTwoDerivatives.fValueAndGradient(p, q, bar, bar));
        refused(() -> OneTwinForTwoDerivatives.fPullback(p, q, 1.0, bar, bar));
        if (!bar.toString().equals(before)) {
            throw new AssertionError("written: " + bar);
        }
    }

    private static void refused(Runnable call) {
        try {
            call.run();
        } catch (IllegalArgumentException e) {
            if (e.getMessage().startsWith("pBar and qBar are the same object")) {
                return;
            }
            throw e;
        }
        throw new AssertionError("accepted");
    }
}
