package conformance.passive_objects;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 2], made both, made grid, made box
/** Methods of one signature from several types: the one with a body, or else the one with the narrowest result. */
public final class InheritedTwice {

    private InheritedTwice() {}

    interface Sized {
        int size();

        Object name();
    }

    interface Named {
        int size();

        CharSequence name();
    }

    /** A class and an interface of its subclass have it without a body. */
    abstract static class Base {
        public abstract int size();
    }

    abstract static class Both extends Base implements Sized {}

    interface Grid extends Sized, Named, Cloneable {
        Grid clone();
    }

    static class Counted {
        public int size() {
            return 3;
        }

        public String name() {
            return "four";
        }
    }

    static final class Box extends Counted implements Sized, Named {}

    static Box box() {
        return new Box();
    }

    static Grid grid() {
        return new Grid() {
            @Override
            public int size() {
                return 2;
            }

            @Override
            public String name() {
                return "grid";
            }

            @Override
            public Grid clone() {
                return this;
            }
        };
    }

    static Both both() {
        return new Both() {
            @Override
            public int size() {
                return 5;
            }

            @Override
            public Object name() {
                return "both";
            }
        };
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, Both both, Grid grid, Box box) {
        double result = x * both.size() * grid.size() * grid.clone().name().length();
        return result * x + box.size() * box.name().length() * x;
    }
}
