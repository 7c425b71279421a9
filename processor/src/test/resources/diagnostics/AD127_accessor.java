import dev.pullback.annotations.Differentiable;

class Accessor {
    record Angle(double degrees) {
        public double degrees() {
            return degrees % 360;
        }
    }

    @Differentiable
    static double f(Angle angle) { // expect AD127
        return angle.degrees() * angle.degrees();
    }
}
