package dev.pullback.runtime.optim.constrained;

import java.util.Arrays;

/**
 * The minimum of the quadratic model over the parameters that are free at the Cauchy point, cut off where it leaves the bounds.
 *
 * <p>Source: Byrd, Lu, Nocedal and Zhu 1995, "A Limited Memory Algorithm for Bound Constrained Optimization", the direct primal
 * method, equations (5.4) to (5.11).
 *
 * <p>All arrays are allocated at construction; not thread-safe.
 */
final class SubspaceMinimum {

    private final Bounds bounds;
    private final CompactHessian hessian;
    private final double[] point;
    private final double[] reduced;
    private final double[] v;
    private final double[] mc;
    private final double[][] reducedMiddle;
    private final SmallSystem system;

    SubspaceMinimum(Bounds bounds, CompactHessian hessian) {
        int size = bounds.size();
        int most = hessian.highestRank();
        this.bounds = bounds;
        this.hessian = hessian;
        point = new double[size];
        reduced = new double[size];
        v = new double[most];
        mc = new double[most];
        reducedMiddle = new double[most][most];
        system = new SmallSystem(most);
    }

    /** The minimum. */
    double[] point() {
        return point;
    }

    /** Finds the minimum; false if the estimate of the Hessian is not usable any more. */
    boolean find(double[] x, double[] gradient, CauchyPoint cauchy) {
        boolean[] free = cauchy.free();
        if (cauchy.keepsBounds(x) && hessian.isConfinedTo(free)) {
            stepFromPoint(x, gradient, free, cauchy.point());
        } else if (!stepFromCauchyPoint(x, gradient, cauchy)) {
            return false;
        }
        cutOff(cauchy.point());
        return true;
    }

    /** Where nothing moves at the bounds the minimum is one step of Newton away from x, which needs no difference of B. */
    private void stepFromPoint(double[] x, double[] gradient, boolean[] free, double[] start) {
        for (int i = 0; i < x.length; i++) {
            reduced[i] = free[i] ? -gradient[i] : 0.0;
        }
        hessian.divideFree(reduced, free);
        for (int i = 0; i < x.length; i++) {
            reduced[i] = free[i] ? reduced[i] - (start[i] - x[i]) : 0.0;
        }
    }

    private boolean stepFromCauchyPoint(double[] x, double[] gradient, CauchyPoint cauchy) {
        int rank = hessian.rank();
        double theta = hessian.theta();
        boolean[] free = cauchy.free();
        double[] start = cauchy.point();
        System.arraycopy(cauchy.c(), 0, mc, 0, Math.min(rank, cauchy.c().length));
        hessian.multiplyByM(mc);
        Arrays.fill(v, 0.0);
        for (int i = 0; i < x.length; i++) {
            reduced[i] = 0.0;
            if (free[i]) {
                double r = gradient[i] + theta * (start[i] - x[i]);
                for (int k = 0; k < rank; k++) {
                    r -= hessian.w(i, k) * mc[k];
                }
                reduced[i] = r;
                for (int k = 0; k < rank; k++) {
                    v[k] += hessian.w(i, k) * r;
                }
            }
        }
        if (!solve(free, rank, theta)) {
            return false;
        }
        for (int i = 0; i < x.length; i++) {
            if (free[i]) {
                double correction = 0.0;
                for (int k = 0; k < rank; k++) {
                    correction += hessian.w(i, k) * v[k];
                }
                reduced[i] = -(reduced[i] + correction / theta) / theta;
            }
        }
        return true;
    }

    /** {@code v = (M^-1 - W_F^T W_F / theta)^-1 v} over the free rows of W. */
    private boolean solve(boolean[] free, int rank, double theta) {
        if (rank == 0) {
            return true;
        }
        for (int k = 0; k < rank; k++) {
            System.arraycopy(hessian.inverseOfM()[k], 0, reducedMiddle[k], 0, rank);
        }
        for (int i = 0; i < reduced.length; i++) {
            if (free[i]) {
                for (int k = 0; k < rank; k++) {
                    double factor = hessian.w(i, k) / theta;
                    for (int l = 0; l < rank; l++) {
                        reducedMiddle[k][l] -= factor * hessian.w(i, l);
                    }
                }
            }
        }
        if (!system.factorize(reducedMiddle, rank)) {
            return false;
        }
        system.solve(v);
        return true;
    }

    private void cutOff(double[] start) {
        double share = 1.0;
        for (int i = 0; i < reduced.length; i++) {
            double d = reduced[i];
            if (d != 0.0) {
                double bound = d > 0.0 ? bounds.upper(i) : bounds.lower(i);
                share = Math.min(share, (bound - start[i]) / d);
            }
        }
        for (int i = 0; i < reduced.length; i++) {
            point[i] = start[i] + share * reduced[i];
        }
        bounds.project(point);
    }
}
