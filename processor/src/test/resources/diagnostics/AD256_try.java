import dev.pullback.annotations.Differentiable;

class Try {
    @Differentiable
    static double f(double[] x, int i) {
        double y = 1;
        try { // expect AD256
            y = x[0] * x[i];
        } catch (ArrayIndexOutOfBoundsException e) {
            y = x[0];
        }
        return y * y;
    }
}
