import dev.pullback.annotations.Differentiable;

interface Payoff {
    @Differentiable // expect AD117
    double value(double s);
}
