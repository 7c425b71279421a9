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

    @Differentiable
    static double callsOther(double x) throws Exception {
        return Reading.square(x); // expect AD231
    }
}

class Reading {
    @Differentiable
    static double square(double x) throws java.io.IOException {
        return x * x;
    }
}
