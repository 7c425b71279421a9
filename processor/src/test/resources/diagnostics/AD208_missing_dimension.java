import dev.pullback.annotations.Differentiable;

class MissingDimension {
    @Differentiable
    static double f(int n, double x) {
        double[][] m = new double[n][]; // expect AD208
        return x;
    }
}
