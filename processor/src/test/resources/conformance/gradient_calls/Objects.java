package conformance.gradient_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], double 0.3
/** Gradients of methods of objects: of this class, of another one, of an interface, with any number of arguments. */
public final class Objects {

    private final double scale = 1.5;
    private final Well well = new Well(0.7);

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double y) {
        Objects own = new Objects();
        Well well = new Well(2.0);
        double[] g = ObjectsDerivatives.bowlGradient(own, x);
        double[] h = WellDerivatives.depthGradient(well, g[0] * y, x[1]);
        Shape shape = new Cone();
        double s = ShapeDerivatives.heightGradient(shape, y * h[1]);
        double[] any = WellDerivatives.anyGradient(x[0], y, s);
        return g[1] * h[0] + s * s + any[2] * any[0];
    }

    @Differentiable(derivatives = Derivative.THIRD_ORDER)
    double bowl(double[] x) {
        return scale() * x[0] * x[0] * x[1] + Math.exp(x[1]) + well().width() * x[0] * x[0];
    }

    double scale() {
        return scale;
    }

    Well well() {
        return well;
    }
}

interface Shape {
    @Differentiable(derivatives = Derivative.THIRD_ORDER, implementations = Cone.class)
    double height(double x);
}

final class Cone implements Shape {
    private double width;

    Cone() {
        width = 0.5;
        width *= 3;
    }

    double width() {
        return width;
    }

    @Override
    @Differentiable(derivatives = Derivative.THIRD_ORDER)
    public double height(double x) {
        return width * x * x * x;
    }
}

final class Well {
    private final double width;

    Well(double width) {
        this.width = width;
    }

    double width() {
        return width;
    }

    @Differentiable(derivatives = Derivative.THIRD_ORDER)
    double depth(double x, double y) {
        return width * x * x * y - Math.cos(y * x);
    }

    @Differentiable(derivatives = Derivative.THIRD_ORDER)
    static double any(double... x) {
        double product = 1;
        for (double each : x) {
            product *= each + 1;
        }
        return product;
    }
}
