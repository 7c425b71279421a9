import dev.pullback.annotations.Differentiable;

class GenericRecord {
    record Named<T>(T name, double value) {}

    @Differentiable
    static double f(double x) {
        Named<String> named = new Named<>("x", x); // expect AD268
        return named.value() * x;
    }
}
