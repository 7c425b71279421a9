import dev.pullback.annotations.Differentiable;

class CheckedException {
    interface Source {
        int read() throws java.io.IOException;
    }

    @Differentiable
    static double f(double x, Source source) throws Exception {
        if (x < 0) {
            throw new Exception("negative"); // expect AD231
        }
        return x * source.read(); // expect AD231
    }
}
