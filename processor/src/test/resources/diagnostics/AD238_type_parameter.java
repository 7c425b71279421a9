import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

class TypeParameter {
    interface Metric<T> {
        double distance(T first, T second);
    }

    static final class Clusters<T> {
        private final Metric<T> metric;
        private final java.util.List<T> points;

        Clusters(Metric<T> metric, java.util.List<T> points) {
            this.metric = metric;
            this.points = points;
        }

        @Differentiable
        double f(double x, int i, int j) {
            return x * metric.distance(points.get(i), points.get(j)); // expect AD238
        }
    }
}

class OtherUses<T> {
    interface Metric<P> {
        double distance(P first, P second);

        double toFirst(java.util.List<P> points);
    }

    private final Metric<T> metric;
    private final java.util.List<T> points;

    OtherUses(Metric<T> metric, java.util.List<T> points) {
        this.metric = metric;
        this.points = points;
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
