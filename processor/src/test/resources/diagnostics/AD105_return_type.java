import dev.pullback.annotations.Differentiable;

class ReturnType {
    @Differentiable // expect AD105
    static int rounded(double x) {
        return (int) x;
    }
}
