import dev.pullback.annotations.Differentiable;

class NoBody {
    @Differentiable // expect AD102
    static native double area(double x);
}
