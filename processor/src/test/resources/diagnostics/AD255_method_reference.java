import dev.pullback.annotations.Differentiable;
import java.util.function.DoubleUnaryOperator;

class MethodReference {
    @Differentiable
    static double f(double x) {
        DoubleUnaryOperator next = Math::nextUp; // expect AD255
        return next.applyAsDouble(x);
    }

    @Differentiable
    static double g(double x) {
        DoubleUnaryOperator scaled = new MethodReference()::scaled; // expect AD255
        return scaled.applyAsDouble(x);
    }

    double scaled(double v) {
        return 2 * v;
    }
}
