package conformance.foreign_records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double[3]
// args: double -0.5, double[2]
// seeds: 4
/** Methods of value classes in other files, differentiated with respect to the fields, and of objects that take records. */
public final class InstanceMethods {

    private InstanceMethods() {}

    static final Lens LENS = new Lens(1.5);

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] a) {
        Number2 z = new Number2(x, a[0]);
        Number2 w = z.times(new Number2(a[1], 0.5)).plus(z);
        for (int i = 0; i < 3; i++) {
            w = w.times(z).plus(new Number2(0.25, x));
        }
        Lens lens = LENS;
        return w.norm2() + lens.project(w) + LENS.bent(z).im() * x;
    }
}

/** Complex numbers with derivatives of their own. */
record Number2(double re, double im) {
    @Differentiable(wrt = {"re", "im", "that"}, derivatives = Derivative.HESSIAN_VECTOR)
    Number2 plus(Number2 that) {
        return new Number2(re + that.re, im + that.im);
    }

    @Differentiable(wrt = {"re", "im", "that"}, derivatives = Derivative.HESSIAN_VECTOR)
    Number2 times(Number2 that) {
        return new Number2(re * that.re - im * that.im, re * that.im + im * that.re);
    }

    @Differentiable(wrt = {"re", "im"}, derivatives = Derivative.HESSIAN_VECTOR)
    double norm2() {
        return re * re + im * im;
    }
}

/** An object that is a constant: its field is private, without an accessor. */
final class Lens {
    final double focal;

    Lens(double strength) {
        this(1 / strength, true);
    }

    private Lens(double focal, boolean ignored) {
        this.focal = focal;
    }

    @Differentiable
    double project(Number2 p) {
        return focal * p.re() / (1 + p.im() * p.im());
    }

    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    Number2 bent(Number2 p) {
        return new Number2(p.re() * focal, p.re() * p.im());
    }
}
