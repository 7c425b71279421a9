package conformance.value_classes;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double, int 4
// args: double 0.3, double 0.4, int 12
// args: double -0.5, double 1.25, int 0
// seeds: 4
/** A class as it stood in textbooks before there were records: not final, private fields under other names than the parameters. */
public final class ComplexArithmetic {

    private ComplexArithmetic() {}

    static class Complex {
        static final Complex ZERO = new Complex(0, 0);
        private final double re;
        private final double im;

        Complex(double real, double imag) {
            re = real;
            im = imag;
        }

        Complex plus(Complex that) {
            Complex a = this;
            double real = a.re + that.re;
            double imag = a.im + that.im;
            return new Complex(real, imag);
        }

        Complex times(Complex that) {
            return new Complex(re * that.re - im * that.im, re * that.im + im * that.re);
        }

        Complex scale(double alpha) {
            return new Complex(alpha * re, alpha * im);
        }

        Complex conjugate() {
            return new Complex(re, -im);
        }

        Complex reciprocal() {
            double scale = re * re + im * im;
            return new Complex(re / scale, -im / scale);
        }

        double re() {
            return re;
        }

        double im() {
            return im;
        }

        double abs() {
            return Math.hypot(re, im);
        }

        Complex divides(Complex that) {
            return this.times(that.reciprocal());
        }

        Complex exp() {
            return new Complex(Math.exp(re) * Math.cos(im), Math.exp(re) * Math.sin(im));
        }

        static Complex polar(double r, double phi) {
            return new Complex(r * Math.cos(phi), r * Math.sin(phi));
        }
    }

    /** The orbit of a point of the Mandelbrot set, and some arithmetic on where it ends. */
    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN})
    public static double f(double x, double y, int n) {
        Complex c = new Complex(x, y);
        Complex z = Complex.ZERO;
        for (int i = 0; i < n; i++) {
            if (z.abs() > 2) {
                break;
            }
            z = z.times(z).plus(c);
        }
        Complex w = Complex.polar(x, y).divides(c.plus(new Complex(2, 0))).exp();
        return z.times(w).abs() + w.conjugate().scale(x).im() + Complex.ZERO.plus(c).re();
    }
}
