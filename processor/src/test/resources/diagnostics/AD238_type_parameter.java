import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;
import java.util.List;

class Clusters<T> {
    interface Metric<P> {
        double distance(P first, P second);

        double toFirst(List<P> points);
    }

    private final Metric<T> metric;
    private final List<T> points;

    Clusters(Metric<T> metric, List<T> points) {
        this.metric = metric;
        this.points = points;
    }

    @Differentiable
    double elements(double x) {
        return x * metric.distance(points.get(0), points.get(1)); // expect AD238
    }

    @Differentiable
    double local(double x) {
        T point = points.get(0);
        return x * metric.distance(point, null); // expect AD238
    }

    @Differentiable
    double list(double x) {
        return x * metric.toFirst(points); // expect AD238
    }

    @Differentiable
    double accepted(double x) {
        return x * distance(0, 1) * metric.distance(null, null);
    }

    @Passive
    double distance(int i, int j) {
        return metric.distance(points.get(i), points.get(j));
    }
}
