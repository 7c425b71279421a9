import dev.pullback.annotations.Differentiable;

abstract class UnknownBody {
    double growth(double x) {
        return x * x;
    }

    @Differentiable
    final double f(double x) {
        return growth(x); // expect AD236
    }
}
