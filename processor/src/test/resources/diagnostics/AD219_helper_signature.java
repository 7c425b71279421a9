import dev.pullback.annotations.Differentiable;

class HelperSignature {
    @Differentiable
    static double f(double x) {
        double y = first(x); // expect AD219
        double z = named(x, "z"); // expect AD219
        return y + z;
    }

    static <T> double first(double x) {
        return x;
    }

    static double named(double x, String name) {
        return x;
    }
}
