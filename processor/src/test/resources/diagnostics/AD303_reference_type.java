import dev.pullback.annotations.Differentiable;

class ReferenceType {
    @Differentiable
    static double f(double x) {
        Double boxed = x; // expect AD303
        Object any = 1; // expect AD303
        return x + boxed;
    }
}
