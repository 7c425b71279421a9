import dev.pullback.annotations.Differentiable;

class UnresolvedType {
    @Differentiable
    static double price(double x, Currency currency) { // expect AD114
        return x;
    }
}
