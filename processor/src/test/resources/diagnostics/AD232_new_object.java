import dev.pullback.annotations.Differentiable;

class NewObject {
    static class Box {
        double value;

        Box(double value) {
            this.value = value;
        }
    }

    @Differentiable
    static double f(double x) {
        Box box = new Box(2 * x); // expect AD232
        return x;
    }
}
