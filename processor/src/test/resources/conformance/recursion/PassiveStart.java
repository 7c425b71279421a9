package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

// args: double[3], passive double[4], int 3
// args: double[1], passive double[2], int 0
/** A variable begins with what a recursion makes of constants alone, and varies afterwards. */
public final class PassiveStart {

    private PassiveStart() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR, Derivative.SPARSITY})
    public static double f(double[] x, @Passive double[] table, int depth) {
        double sum = continued(table, depth);
        for (double element : x) {
            sum += element * element * sum;
        }
        return Math.tanh(sum);
    }

    private static double continued(double[] table, int depth) {
        return depth == 0 ? table[0] : table[depth % table.length] + 1 / (2 + continued(table, depth - 1));
    }
}
