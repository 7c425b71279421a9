import dev.pullback.annotations.Differentiable;

class Switches {
    @Differentiable
    static double kernel(int kind, double x) {
        switch (kind) { // expect AD204
            case 0:
                return x;
            default:
        }
        double y = switch (kind) { // expect AD204
            case 1 -> x;
            default -> x * x;
        };
        return y;
    }
}
