import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

class StoredInConstant {
    @Differentiable
    static double direct(double x, @Passive double[] buffer) { // expect AD131
        buffer[0] = x * x;
        return 2 * buffer[0];
    }

    @Differentiable(wrt = "x")
    static double throughARow(double x, double[][] buffer) { // expect AD131
        double[] row = buffer[1];
        row[0] = x * x;
        return buffer[1][0];
    }

    @Differentiable
    static double ownArray(double x, @Passive double[] buffer) {
        double[] own = buffer.clone();
        own[0] = x * x;
        buffer[0] = 3;
        return own[0] * own[1] + buffer[0];
    }
}
