import dev.pullback.annotations.Differentiable;

class PrivateRecord {
    private record Point(double x, double y) {}

    @Differentiable
    static double norm(Point p) { // expect AD125
        return p.x() * p.x() + p.y() * p.y();
    }
}
