package demo.Model;

import dev.pullback.annotations.Differentiable;

class CapitalisedPackage {
    @Differentiable // expect AD119
    static double square(double x) {
        return x * x;
    }
}
