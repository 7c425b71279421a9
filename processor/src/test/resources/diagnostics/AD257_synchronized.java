import dev.pullback.annotations.Differentiable;

class Synchronized {
    @Differentiable
    static double f(double[] x) {
        synchronized (x) { // expect AD257
            return x[0] * x[1];
        }
    }
}
