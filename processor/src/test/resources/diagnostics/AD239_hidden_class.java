import dev.pullback.annotations.Differentiable;
import java.util.List;

class HiddenClass {
    private enum Kind {
        FLAT,
        STEEP
    }

    private static final class Settings {
        int steps = 2;
    }

    static final class Open {
        private static final class Inner {
            int steps = 3;
        }

        static int steps(Object inner) {
            return 2;
        }
    }

    @Differentiable
    static double parameter(
            double x,
            Kind kind) { // expect AD239
        return kind == Kind.FLAT ? x : x * x;
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

    Inner inner() {
        return new Inner();
    }

    @Differentiable
    double inner(double x) {
        Inner inner = inner(); // expect AD239
        return x * inner.steps;
    }
}
