import dev.pullback.annotations.Differentiable;

class RecordFromAnotherClass {
    @Differentiable
    static double f(double x) {
        return Areas.square(x).sides()[0]; // expect AD270
    }
}

record Size(double[] sides) {}

class Areas {
    @Differentiable
    static Size square(double x) {
        return new Size(new double[] {x, x});
    }
}
