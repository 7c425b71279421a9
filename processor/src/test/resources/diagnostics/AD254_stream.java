import dev.pullback.annotations.Differentiable;
import java.util.Arrays;
import java.util.stream.DoubleStream;

class Streams {
    @Differentiable
    static double f(double[] x) {
        double largest = Arrays.stream(x).sorted().limit(3).sum(); // expect AD254
        double fast = Arrays.stream(x).parallel().sum(); // expect AD254
        double drawn = DoubleStream.iterate(x[0], v -> v * v).limit(5).sum(); // expect AD254
        double boxed = Arrays.stream(x).mapToObj(v -> v).count(); // expect AD254
        return Arrays.stream(x, 1, 3).sum(); // expect AD254
    }
}
