import dev.pullback.annotations.Differentiable;
import java.util.List;

class HiddenClass {
    private enum Kind {
        FLAT,
        STEEP
    }

    @Differentiable
    static double f(double x, Kind kind) { // expect AD239
        return kind == Kind.FLAT ? x : x * x;
    }

    private static final class Settings {
        int steps = 2;
    }

    static final class Open {
        static int steps(Object object) {
            return 2;
        }
    }

    @Differentiable
    static double elements(
            double x,
            Settings[] all) { // expect AD239
        return x * all.length;
    }

    @Differentiable
    static double argument(
            double x,
            List<Settings> all) { // expect AD239
        return x * all.size();
    }

    @Differentiable
    static double local(double x) {
        Settings settings = new Settings(); // expect AD239
        return x * Open.steps(settings);
    }
}

class Generic<T> {
    class Inner {
        int steps = 4;
    }

    @Differentiable
    double inner(
            double x,
            Inner inner) { // expect AD239
        return x * inner.steps;
    }
}
