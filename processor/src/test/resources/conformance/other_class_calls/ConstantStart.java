package conformance.other_class_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

// args: double[3], passive double[4], passive double in [1, 2]
// args: double[1], passive double[2], passive double in [1, 2]
/** A number and an array begin with what another class makes of constants alone, and vary afterwards. */
public final class ConstantStart {

    private ConstantStart() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    public static double f(double[] x, @Passive double[] table, @Passive double scale) {
        double sum = Tables.norm(table, scale);
        double[] scaled = Tables.scaled(table, scale);
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * x[i] * sum;
            scaled[0] += scaled[1] * x[i] * sum;
        }
        return Math.tanh(sum) * scaled[0];
    }
}

final class Tables {
    private Tables() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    static double norm(double[] v, double scale) {
        double sum = 0;
        for (double element : v) {
            sum += element * element * scale;
        }
        return Math.sqrt(sum);
    }

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    static double[] scaled(double[] v, double scale) {
        double[] result = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            result[i] = scale * v[i];
        }
        return result;
    }
}
