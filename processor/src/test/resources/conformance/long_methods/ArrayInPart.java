package conformance.long_methods;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4] in [-1, 1], int 3
/** A part of a cut method has an array as long as what the parts share of its type. */
public final class ArrayInPart {

    private ArrayInPart() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    public static double f(double[] x, int n) {
        int k = n - 1;
        double a = 0.3;
        double b = 0.7;
        a = Math.sin(a * x[0] + b) / (1.5 + Math.cos(b * x[1])) + Math.atan(a - b * x[2]);
        b = Math.tanh(b + a * x[3]) * Math.exp(-a * a) + Math.log(2 + a * b * x[0] * x[0] * a * b);
        a = Math.sin(a * x[1] + b) / (1.5 + Math.cos(b * x[2])) + Math.atan(a - b * x[3]);
        b = Math.tanh(b + a * x[0]) * Math.exp(-a * a) + Math.log(2 + a * b * x[1] * x[1] * a * b);
        a = Math.sin(a * x[2] + b) / (1.5 + Math.cos(b * x[3])) + Math.atan(a - b * x[0]);
        b = Math.tanh(b + a * x[1]) * Math.exp(-a * a) + Math.log(2 + a * b * x[2] * x[2] * a * b);
        a = Math.sin(a * x[3] + b) / (1.5 + Math.cos(b * x[0])) + Math.atan(a - b * x[1]);
        b = Math.tanh(b + a * x[2]) * Math.exp(-a * a) + Math.log(2 + a * b * x[3] * x[3] * a * b);
        a = Math.sin(a * x[0] + b) / (1.5 + Math.cos(b * x[1])) + Math.atan(a - b * x[2]);
        b = Math.tanh(b + a * x[3]) * Math.exp(-a * a) + Math.log(2 + a * b * x[0] * x[0] * a * b);
        a = Math.sin(a * x[1] + b) / (1.5 + Math.cos(b * x[2])) + Math.atan(a - b * x[3]);
        b = Math.tanh(b + a * x[0]) * Math.exp(-a * a) + Math.log(2 + a * b * x[1] * x[1] * a * b);
        a = Math.sin(a * x[2] + b) / (1.5 + Math.cos(b * x[3])) + Math.atan(a - b * x[0]);
        b = Math.tanh(b + a * x[1]) * Math.exp(-a * a) + Math.log(2 + a * b * x[2] * x[2] * a * b);
        a = Math.sin(a * x[3] + b) / (1.5 + Math.cos(b * x[0])) + Math.atan(a - b * x[1]);
        b = Math.tanh(b + a * x[2]) * Math.exp(-a * a) + Math.log(2 + a * b * x[3] * x[3] * a * b);
        a = Math.sin(a * x[0] + b) / (1.5 + Math.cos(b * x[1])) + Math.atan(a - b * x[2]);
        b = Math.tanh(b + a * x[3]) * Math.exp(-a * a) + Math.log(2 + a * b * x[0] * x[0] * a * b);
        a = Math.sin(a * x[1] + b) / (1.5 + Math.cos(b * x[2])) + Math.atan(a - b * x[3]);
        b = Math.tanh(b + a * x[0]) * Math.exp(-a * a) + Math.log(2 + a * b * x[1] * x[1] * a * b);
        a = Math.sin(a * x[2] + b) / (1.5 + Math.cos(b * x[3])) + Math.atan(a - b * x[0]);
        b = Math.tanh(b + a * x[1]) * Math.exp(-a * a) + Math.log(2 + a * b * x[2] * x[2] * a * b);
        a = Math.sin(a * x[3] + b) / (1.5 + Math.cos(b * x[0])) + Math.atan(a - b * x[1]);
        b = Math.tanh(b + a * x[2]) * Math.exp(-a * a) + Math.log(2 + a * b * x[3] * x[3] * a * b);
        a = Math.sin(a * x[0] + b) / (1.5 + Math.cos(b * x[1])) + Math.atan(a - b * x[2]);
        b = Math.tanh(b + a * x[3]) * Math.exp(-a * a) + Math.log(2 + a * b * x[0] * x[0] * a * b);
        a = Math.sin(a * x[1] + b) / (1.5 + Math.cos(b * x[2])) + Math.atan(a - b * x[3]);
        b = Math.tanh(b + a * x[0]) * Math.exp(-a * a) + Math.log(2 + a * b * x[1] * x[1] * a * b);
        if (a < 10) {
            int[] order = {1};
            a *= x[order[0]];
        }
        a = Math.sin(a * x[2] + b) / (1.5 + Math.cos(b * x[3])) + Math.atan(a - b * x[0]);
        b = Math.tanh(b + a * x[1]) * Math.exp(-a * a) + Math.log(2 + a * b * x[2] * x[2] * a * b);
        a = Math.sin(a * x[3] + b) / (1.5 + Math.cos(b * x[0])) + Math.atan(a - b * x[1]);
        b = Math.tanh(b + a * x[2]) * Math.exp(-a * a) + Math.log(2 + a * b * x[3] * x[3] * a * b);
        a = Math.sin(a * x[0] + b) / (1.5 + Math.cos(b * x[1])) + Math.atan(a - b * x[2]);
        b = Math.tanh(b + a * x[3]) * Math.exp(-a * a) + Math.log(2 + a * b * x[0] * x[0] * a * b);
        a = Math.sin(a * x[1] + b) / (1.5 + Math.cos(b * x[2])) + Math.atan(a - b * x[3]);
        b = Math.tanh(b + a * x[0]) * Math.exp(-a * a) + Math.log(2 + a * b * x[1] * x[1] * a * b);
        a = Math.sin(a * x[2] + b) / (1.5 + Math.cos(b * x[3])) + Math.atan(a - b * x[0]);
        b = Math.tanh(b + a * x[1]) * Math.exp(-a * a) + Math.log(2 + a * b * x[2] * x[2] * a * b);
        a = Math.sin(a * x[3] + b) / (1.5 + Math.cos(b * x[0])) + Math.atan(a - b * x[1]);
        b = Math.tanh(b + a * x[2]) * Math.exp(-a * a) + Math.log(2 + a * b * x[3] * x[3] * a * b);
        a = Math.sin(a * x[0] + b) / (1.5 + Math.cos(b * x[1])) + Math.atan(a - b * x[2]);
        b = Math.tanh(b + a * x[3]) * Math.exp(-a * a) + Math.log(2 + a * b * x[0] * x[0] * a * b);
        a = Math.sin(a * x[1] + b) / (1.5 + Math.cos(b * x[2])) + Math.atan(a - b * x[3]);
        b = Math.tanh(b + a * x[0]) * Math.exp(-a * a) + Math.log(2 + a * b * x[1] * x[1] * a * b);
        a = Math.sin(a * x[2] + b) / (1.5 + Math.cos(b * x[3])) + Math.atan(a - b * x[0]);
        b = Math.tanh(b + a * x[1]) * Math.exp(-a * a) + Math.log(2 + a * b * x[2] * x[2] * a * b);
        a = Math.sin(a * x[3] + b) / (1.5 + Math.cos(b * x[0])) + Math.atan(a - b * x[1]);
        b = Math.tanh(b + a * x[2]) * Math.exp(-a * a) + Math.log(2 + a * b * x[3] * x[3] * a * b);
        a = Math.sin(a * x[0] + b) / (1.5 + Math.cos(b * x[1])) + Math.atan(a - b * x[2]);
        b = Math.tanh(b + a * x[3]) * Math.exp(-a * a) + Math.log(2 + a * b * x[0] * x[0] * a * b);
        a = Math.sin(a * x[1] + b) / (1.5 + Math.cos(b * x[2])) + Math.atan(a - b * x[3]);
        b = Math.tanh(b + a * x[0]) * Math.exp(-a * a) + Math.log(2 + a * b * x[1] * x[1] * a * b);
        a = Math.sin(a * x[2] + b) / (1.5 + Math.cos(b * x[3])) + Math.atan(a - b * x[0]);
        b = Math.tanh(b + a * x[1]) * Math.exp(-a * a) + Math.log(2 + a * b * x[2] * x[2] * a * b);
        a = Math.sin(a * x[3] + b) / (1.5 + Math.cos(b * x[0])) + Math.atan(a - b * x[1]);
        b = Math.tanh(b + a * x[2]) * Math.exp(-a * a) + Math.log(2 + a * b * x[3] * x[3] * a * b);
        return a * b * x[k];
    }
}
