package dev.pullback.runtime.optim.constrained;

import dev.pullback.runtime.optim.run.Vectors;
import java.util.Arrays;

/**
 * The first minimum of the quadratic model along the projected gradient.
 *
 * <p>Source: Byrd, Lu, Nocedal and Zhu 1995, "A Limited Memory Algorithm for Bound Constrained Optimization", algorithm CP.
 *
 * <p>All arrays are allocated at construction; not thread-safe.
 */
final class CauchyPoint {

    private final Bounds bounds;
    private final CompactHessian hessian;
    private final double[] point;
    private final double[] direction;
    private final double[] breaks;
    private final boolean[] isFree;
    /** The parameters with a break point ahead, a heap with the nearest one first. */
    private final int[] heap;

    private int heapSize;
    private double[] p = {};
    private double[] c = {};
    private double[] mp = {};
    private double[] w = {};
    private double[] mw = {};

    CauchyPoint(Bounds bounds, CompactHessian hessian) {
        int size = bounds.size();
        this.bounds = bounds;
        this.hessian = hessian;
        point = new double[size];
        direction = new double[size];
        breaks = new double[size];
        isFree = new boolean[size];
        heap = new int[size];
    }

    /** The Cauchy point. */
    double[] point() {
        return point;
    }

    /** Which parameters are not at a bound there; the array itself. */
    boolean[] free() {
        return isFree;
    }

    /** Whether all parameters that are at a bound there were so before. */
    boolean keepsBounds(double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (!isFree[i] && point[i] != x[i]) {
                return false;
            }
        }
        return true;
    }

    /** {@code W^T (point - x)}. */
    double[] c() {
        return c;
    }

    void find(double[] x, double[] gradient) {
        begin(x, gradient);
        double theta = hessian.theta();
        int rank = hessian.rank();
        double slope = -Vectors.dot(direction, direction);
        if (!(slope < 0.0)) {
            return;
        }
        product(p, mp);
        double curvature = -theta * slope - dot(p, mp, rank);
        double minimum = -slope / curvature;
        double time = 0.0;
        while (heapSize > 0) {
            int b = heap[0];
            double length = breaks[b] - time;
            if (!(minimum >= length)) {
                break;
            }
            removeFirst();
            time = breaks[b];
            double g = gradient[b];
            point[b] = direction[b] > 0.0 ? bounds.upper(b) : bounds.lower(b);
            isFree[b] = false;
            double z = point[b] - x[b];
            for (int k = 0; k < rank; k++) {
                c[k] += length * p[k];
                w[k] = hessian.w(b, k);
            }
            product(w, mw);
            slope += length * curvature + g * g + theta * g * z - g * dot(mw, c, rank);
            curvature -= theta * g * g + 2.0 * g * dot(mw, p, rank) + g * g * dot(mw, w, rank);
            for (int k = 0; k < rank; k++) {
                p[k] += g * w[k];
            }
            direction[b] = 0.0;
            minimum = slope >= 0.0 ? 0.0 : -slope / curvature;
            if (!(curvature > 0.0)) {
                minimum = slope >= 0.0 ? 0.0 : Double.POSITIVE_INFINITY;
            }
        }
        finish(x, rank, time, Double.isFinite(minimum) ? Math.max(minimum, 0.0) : 0.0);
    }

    private void begin(double[] x, double[] gradient) {
        int rank = hessian.rank();
        if (p.length < rank) {
            int most = hessian.highestRank();
            p = new double[most];
            c = new double[most];
            mp = new double[most];
            w = new double[most];
            mw = new double[most];
        }
        Arrays.fill(p, 0.0);
        Arrays.fill(c, 0.0);
        Vectors.copy(x, point);
        heapSize = 0;
        for (int i = 0; i < x.length; i++) {
            double g = gradient[i];
            double bound = g < 0.0 ? bounds.upper(i) : bounds.lower(i);
            breaks[i] = g == 0.0 ? Double.POSITIVE_INFINITY : (x[i] - bound) / g;
            isFree[i] = breaks[i] > 0.0;
            direction[i] = isFree[i] ? -g : 0.0;
            if (isFree[i] && breaks[i] < Double.POSITIVE_INFINITY) {
                add(i);
            }
            for (int k = 0; k < rank && direction[i] != 0.0; k++) {
                p[k] += hessian.w(i, k) * direction[i];
            }
        }
    }

    private void finish(double[] x, int rank, double time, double rest) {
        for (int i = 0; i < x.length; i++) {
            if (isFree[i]) {
                double moved = x[i] + (time + rest) * direction[i];
                point[i] = Math.min(Math.max(moved, bounds.lower(i)), bounds.upper(i));
            }
        }
        for (int k = 0; k < rank; k++) {
            c[k] += rest * p[k];
        }
    }

    private void product(double[] from, double[] into) {
        System.arraycopy(from, 0, into, 0, hessian.rank());
        hessian.multiplyByM(into);
    }

    private static double dot(double[] a, double[] b, int length) {
        double sum = 0.0;
        for (int k = 0; k < length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private void add(int index) {
        int hole = heapSize++;
        while (hole > 0 && breaks[heap[(hole - 1) / 2]] > breaks[index]) {
            heap[hole] = heap[(hole - 1) / 2];
            hole = (hole - 1) / 2;
        }
        heap[hole] = index;
    }

    private void removeFirst() {
        int last = heap[--heapSize];
        int hole = 0;
        while (2 * hole + 1 < heapSize) {
            int child = 2 * hole + 1;
            if (child + 1 < heapSize && breaks[heap[child + 1]] < breaks[heap[child]]) {
                child++;
            }
            if (breaks[heap[child]] >= breaks[last]) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = last;
    }
}
