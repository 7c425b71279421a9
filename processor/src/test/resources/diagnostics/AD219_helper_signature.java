import dev.pullback.annotations.Differentiable;

class HelperSignature {
    @Differentiable
    static double f(double x) {
        double y = first(x); // expect AD219
        double z = named(x, null); // expect AD219
        return y + z;
    }

    private static class Hidden {}

    static <T> double first(double x) {
        return x;
    }

    static double named(double x, Hidden name) {
        return x;
    }
}
