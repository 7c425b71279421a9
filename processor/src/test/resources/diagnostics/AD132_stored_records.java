import dev.pullback.annotations.Differentiable;

class StoredRecords {
    record Body(double x, double v) {}

    @Differentiable
    static double advanced(Body[] bodies, double dt) { // expect AD132
        for (int i = 0; i < bodies.length; i++) {
            Body b = bodies[i];
            bodies[i] = new Body(b.x() + dt * b.v(), b.v());
        }
        return bodies[0].x();
    }

    @Differentiable
    static double byAHelper(Body[] bodies, double dt) { // expect AD132
        Body[] same = bodies;
        reset(same, dt);
        return bodies[0].x();
    }

    private static void reset(Body[] bodies, double v) {
        bodies[0] = new Body(0, v);
    }
}
