import dev.pullback.annotations.Differentiable;

class VariableArguments {
    @Differentiable
    static double f(double x, double y) {
        return sum(x, y); // expect AD218
    }

    static double sum(double... values) {
        return values[0] + values[1];
    }
}
