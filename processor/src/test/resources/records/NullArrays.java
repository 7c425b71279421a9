package records;

import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

/** What the primal only measures may be null: then it throws, and so does the gradient. */
public final class NullArrays {

    private NullArrays() {}

    record Data(double[] pixels, double scale) {}

    @Differentiable
    static double unread(double[] w, @Passive double[] a) {
        int n = a.length;
        return w[0] * w[0];
    }

    @Differentiable
    static double unasked(double[] w, @Passive Data d) {
        double unused = d.scale();
        return w[0] * w[0];
    }

    /** Calls both. */
    public static void check() {
        double[] w = {3};
        double[] bar = {7};
        throwing(() -> unread(w, null));
        throwing(() -> NullArraysDerivatives.unreadValueAndGradient(w, null, bar));
        throwing(() -> unasked(w, null));
        throwing(() -> NullArraysDerivatives.unaskedValueAndGradient(w, null, bar));
        NullArraysDerivatives.unreadPullback(w, new double[0], 1, bar);
        if (bar[0] != 13) {
            throw new AssertionError(bar[0]);
        }
    }

    private static void throwing(Runnable call) {
        try {
            call.run();
        } catch (NullPointerException expected) {
            return;
        }
        throw new AssertionError("no exception");
    }
}
