import dev.pullback.annotations.Differentiable;

class GenericMethod {
    @Differentiable // expect AD104
    static <T> double area(double x) {
        return x * x;
    }
}
