import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

class GradientForms {
    @Differentiable
    static double asObject(double[] x, double y) {
        var gradient = GradientFormsDerivatives.mixedGradient(x, y);
        return gradient.y() + gradient.hashCode(); // expect AD226
    }

    @Differentiable
    static double passedOn(double[] x, double y) {
        double p = width(GradientFormsDerivatives.mixedGradient(x, y)); // expect AD226
        return p * y;
    }

    @Differentiable
    static double ofFloat(float x) {
        return GradientFormsDerivatives.singleGradient(x); // expect AD226
    }

    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static float single(float x) {
        return x * x;
    }

    @Differentiable
    static double ofVector(double x) {
        return GradientFormsDerivatives.pairGradient(x); // expect AD226
    }

    @Differentiable
    static double ofRecord(double x) {
        return GradientFormsDerivatives.pointGradient(new Point(x)).x(); // expect AD226
    }

    record Point(double x) {}

    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double point(Point p) {
        return p.x() * p.x();
    }

    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double mixed(double[] x, double y) {
        return x[0] * y;
    }

    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double[] pair(double x) {
        return new double[] {x, x * x};
    }

    private static double width(Object gradient) {
        return gradient == null ? 0 : 1;
    }
}
