import dev.pullback.annotations.Differentiable;

class HiddenIndependent {
    double rate;

    @Differentiable(wrt = "rate")
    final double difference(HiddenIndependent other) {
        return rate - other.rate; // expect AD237
    }

    @Differentiable(wrt = "rate")
    final double logged(double x) {
        System.out.println(this); // expect AD237
        return rate * x;
    }
}
