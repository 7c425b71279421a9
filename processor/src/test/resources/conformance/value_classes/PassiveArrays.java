package conformance.value_classes;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double
// args: double[3], double -0.5
// seeds: 4
/** Arrays of records and of value classes that are constants; arrays in records, asked for in bounds, loops and branches. */
public final class PassiveArrays {

    private PassiveArrays() {}

    record Data(double[] pixels, int[] labels, double scale) {}

    static final class Place {
        private final double x;
        final double y;

        Place(double x, double y) {
            this.x = x;
            this.y = y;
        }

        double getX() {
            return x;
        }

        double distance(double px, double py) {
            return Math.hypot(px - x, py - y);
        }
    }

    static final Data[] DATA = {
        new Data(new double[] {1, 2, 3}, new int[] {1, 0}, 0.5),
        new Data(new double[] {-1, 0.5}, new int[] {2}, 1.5),
        new Data(new double[0], new int[] {3}, 2),
    };
    static final Place[] PLACES = {new Place(1, 2), new Place(-0.5, 0.25), new Place(3, -1)};

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] w, double x) {
        double s = 0;
        for (Data d : DATA) {
            double z = 0;
            for (int j = 0; j < d.pixels().length; j++) {
                z += w[j] * d.pixels()[j];
            }
            s += Math.exp(0.1 * z) * d.scale() * d.labels()[0];
        }
        for (int i = 0; i < PLACES.length; i++) {
            for (int j = 0; j < 2; j++) {
                s += PLACES[i].distance(w[j], x) * PLACES[j].y;
            }
        }
        Place nearest = PLACES[0];
        for (Place p : PLACES) {
            if (p.distance(x, x) < nearest.distance(x, x)) {
                nearest = p;
            }
        }
        for (int i = DATA[0].labels().length - 1; i >= 0; i--) {
            if (s > DATA[0].pixels()[i]) {
                x *= w[i] * nearest.getX();
            }
            s += x * nearest.y;
        }
        return s;
    }
}
