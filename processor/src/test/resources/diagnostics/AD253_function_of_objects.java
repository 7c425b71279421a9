import dev.pullback.annotations.Differentiable;
import java.util.function.Function;

class FunctionOfObjects {
    @Differentiable
    static double f(double x) {
        Function<Double, Double> square = v -> v * v;
        return square.apply(x); // expect AD253
    }
}
