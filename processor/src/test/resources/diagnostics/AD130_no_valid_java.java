import dev.pullback.annotations.Differentiable;

class NoValidJava {
    @Differentiable
    static double neverRuns(double x) { // expect AD130
        while (false) {
            x = 2 * x;
        }
        return x * x;
    }
}
