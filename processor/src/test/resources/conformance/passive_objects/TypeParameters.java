package conformance.passive_objects;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;
import java.util.List;

// args: made self, double in [0.5, 2], int 0
// args: made self, double in [0.5, 2], int 2
/** Local variables and arguments whose types are type parameters of the class or depend on them. */
public final class TypeParameters<T extends CharSequence> {
    private final List<T> points;
    private final Metric<T> metric;
    private final List<Metric<T>> others;

    private TypeParameters(List<T> points, Metric<T> metric) {
        this.points = points;
        this.metric = metric;
        this.others = List.of(metric, metric);
    }

    interface Metric<P> {
        double distance(P first, P second);

        int size();
    }

    static TypeParameters<String> self() {
        return new TypeParameters<>(List.of("a", "bcd", "ef"), new Metric<>() {
            @Override
            public double distance(String first, String second) {
                return first == null ? 2 : second.length() - 0.5 * first.length();
            }

            @Override
            public int size() {
                return 3;
            }
        });
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public double f(double x, int i) {
        T point = points.get(i);
        double sum = x * point.length();
        for (T each : points) {
            sum *= each.length() * x;
        }
        for (Metric<T> other : others) {
            sum += other.size() * x;
        }
        List<T> all = points;
        return sum * all.size() * distance(i) * metric.distance(null, null);
    }

    @Passive
    double distance(int i) {
        return metric.distance(points.get(0), points.get(i));
    }
}
