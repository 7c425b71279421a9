import dev.pullback.annotations.Differentiable;

class RecordMethod {
    @Differentiable
    static double f(double x) {
        return new Extent(x, 2).area(x); // expect AD271
    }
}

record Extent(double width, double height) {
    @Differentiable
    double area(double scale) {
        return width * height * scale;
    }
}
