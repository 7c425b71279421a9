import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

sealed interface Payoff {
    @Differentiable // expect AD118 AD118
    double value(double s, double t);
}

record Call(double strike) implements Payoff {
    @Override
    public double value(double s, double t) {
        return Math.max(s - strike, 0) * t;
    }
}

record Linear(double slope) implements Payoff {
    @Override
    @Differentiable
    public double value(@Passive double s, double t) {
        return slope * s + t;
    }
}
