package conformance.passive_objects;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double = 0.7, int 2
// args: double = 0.7, int -1
/** New records and value objects of constants where an interface or {@code Object} is expected. */
public final class ConstantRecords {

    private ConstantRecords() {}

    interface Shape {
        double area();
    }

    record Circle(double radius) implements Shape {

        Circle {
            if (radius < 0) {
                throw new IllegalArgumentException("radius " + radius);
            }
        }

        @Override
        public double area() {
            return 3 * radius * radius;
        }
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        Shape shape = new Circle(0.5);
        double s = x * shape.area();
        for (int i = 0; i < 2; i++) {
            shape = new Circle(n + i);
            s += shape.area() * x * x;
        }
        Object any = new Circle(n);
        return s * any.toString().length() + scaled(new Circle(1), x);
    }

    private static double scaled(Shape shape, double x) {
        return shape.area() * x;
    }
}
