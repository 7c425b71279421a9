import dev.pullback.annotations.Differentiable;

class ArrayType {
    @Differentiable
    static double f(double x) {
        double[][][][] hyper = new double[2][2][2][2]; // expect AD304
        float[][][] y = new float[2][2][2]; // expect AD304
        return x;
    }
}
