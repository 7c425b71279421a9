import dev.pullback.annotations.Differentiable;
import java.util.function.DoubleUnaryOperator;

class FunctionAsValue {
    @Differentiable
    static double f(double x) {
        DoubleUnaryOperator square = v -> v * v;
        double area = integral(square, x); // expect AD251
        double rest = integral(v -> v * x, x); // expect AD251
        return area + rest;
    }

    static double integral(DoubleUnaryOperator function, double to) {
        return 0.5 * to * (function.applyAsDouble(0) + function.applyAsDouble(to));
    }
}
