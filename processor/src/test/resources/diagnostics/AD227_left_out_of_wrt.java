import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

class Scaled {
    @Differentiable(wrt = "x", derivatives = Derivative.HESSIAN_VECTOR)
    static double by(double x, double y) {
        return x * x * y;
    }
}

class LeftOutOfWrt {
    @Differentiable
    static double f(double x, double y) {
        return Scaled.by(x, y); // expect AD227
    }
}

class OthersLeftOut {
    @Differentiable
    static double array(double x) {
        double[] weights = {x, 1};
        return Weighted.sum(x, weights); // expect AD227
    }

    @Differentiable
    static double gradient(double x, double y) {
        return ScaledDerivatives.byGradient(x, y); // expect AD227
    }

    @Differentiable
    static double constants(double x, @Passive double y) {
        return Scaled.by(x, y) * Scaled.by(x, 2) + Weighted.marked(x, x);
    }
}

class Weighted {
    @Differentiable(wrt = "x")
    static double sum(double x, double[] weights) {
        return x * weights[0] + weights[1];
    }

    @Differentiable
    static double marked(double x, @Passive double y) {
        return x * y;
    }
}
