import dev.pullback.annotations.Differentiable;

class ForeignFields {
    @Differentiable
    static double f(Spring spring, double x) {
        return spring.energy(x); // expect AD243
    }
}

final class Spring {
    double stiffness;

    @Differentiable(wrt = {"stiffness", "x"})
    double energy(double x) {
        return stiffness * x * x;
    }
}
