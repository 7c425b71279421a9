import dev.pullback.annotations.Differentiable;

class ReferenceType {
    @Differentiable
    static double f(double x) {
        String name = "x"; // expect AD303
        Double boxed = x; // expect AD303
        for (String s : java.util.List.of("a")) { // expect AD303
            x += 1;
        }
        return x + boxed;
    }
}
