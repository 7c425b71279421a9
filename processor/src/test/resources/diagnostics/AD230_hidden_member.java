import dev.pullback.annotations.Differentiable;

class HiddenMember {
    static class Settings {
        private Settings() {}

        private native int steps();
    }

    @Differentiable
    static double f(double x, Settings settings) {
        Settings other = new Settings(); // expect AD230
        return x * settings.steps(); // expect AD230
    }
}
