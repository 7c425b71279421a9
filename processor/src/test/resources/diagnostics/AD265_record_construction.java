import dev.pullback.annotations.Differentiable;

class RecordConstruction {
    record Clipped(double value) {
        Clipped(double value) {
            if (value > 1) {
                this.value = 1;
            } else {
                this.value = value;
            }
        }
    }

    @Differentiable
    static double f(double x) {
        return new Clipped(x).value(); // expect AD265
    }

    @Differentiable
    static double g(double x) {
        return new Elsewhere(x, 2).value(); // expect AD265
    }
}

record Elsewhere(double value) {
    Elsewhere(double value, double factor) {
        this(value * factor);
    }
}
