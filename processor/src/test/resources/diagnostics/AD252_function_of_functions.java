import dev.pullback.annotations.Differentiable;
import java.util.function.DoubleUnaryOperator;

class FunctionOfFunctions {
    @Differentiable
    static double f(double x) {
        DoubleUnaryOperator square = v -> v * v;
        return square.andThen(v -> v + 1).applyAsDouble(x); // expect AD252
    }
}
