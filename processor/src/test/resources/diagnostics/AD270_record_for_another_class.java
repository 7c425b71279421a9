import dev.pullback.annotations.Differentiable;

class RecordForAnotherClass {
    @Differentiable
    static double f(double x) {
        return Areas.of(new Size(x, x)) * Areas.square(x).width(); // expect AD270
    }
}

record Size(double width, double height) {}

class Areas {
    @Differentiable
    static double of(Size size) {
        return size.width() * size.height();
    }

    @Differentiable
    static Size square(double x) {
        return new Size(x, x);
    }
}
