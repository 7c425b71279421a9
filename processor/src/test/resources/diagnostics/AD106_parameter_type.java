import dev.pullback.annotations.Differentiable;

class ParameterType {
    @Differentiable
    static double price(double x, Double volatility) { // expect AD106
        return x * volatility;
    }

    @Differentiable
    static double hyper(double[][][][] x, float[][][] y) { // expect AD106 AD106
        return y[0][0][0];
    }
}
