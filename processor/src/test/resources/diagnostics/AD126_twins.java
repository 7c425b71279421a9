import dev.pullback.annotations.Differentiable;

class Twins {
    static class Cartesian {
        record Point(double x, double y) {}
    }

    static class Polar {
        record Point(double r, double phi) {}
    }

    @Differentiable
    static double f(Cartesian.Point p) {
        return p.x() * p.y();
    }

    @Differentiable
    static double g(Polar.Point p) { // expect AD126
        return p.r() * p.phi();
    }
}
