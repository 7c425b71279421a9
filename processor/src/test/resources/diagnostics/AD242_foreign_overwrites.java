import dev.pullback.annotations.Differentiable;

class ForeignOverwrites {
    @Differentiable
    static double f(double[] x) {
        return x[0] * InPlace.halved(x); // expect AD242
    }
}

class InPlace {
    @Differentiable
    static double halved(double[] x) {
        x[0] /= 2;
        return x[0] * x[0];
    }
}
