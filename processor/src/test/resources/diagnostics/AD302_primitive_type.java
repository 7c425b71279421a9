import dev.pullback.annotations.Differentiable;

class PrimitiveType {
    @Differentiable
    static double f(double x) {
        float y = 2; // expect AD302
        byte b = 1; // expect AD302
        boolean large = 3 > 2f; // expect AD302
        return (float) x + 2f * x + 'a'; // expect AD302
    }
}
