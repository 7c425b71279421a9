package conformance.record_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], double, int 3
// args: double[4], double = 0.5, int 2
// args: double[2], double = 0.5, int 0
/** Two arrays of records that exchange their places in a time loop; a local array that a helper reads and another fills. */
public final class Buffers {

    private Buffers() {}

    record Cell(double height, double flow) {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    public static double f(double[] v, double c, int steps) {
        Cell[] now = new Cell[v.length];
        for (int i = 0; i < v.length; i++) {
            now[i] = new Cell(v[i], c * v[v.length - 1 - i]);
        }
        Cell[] next = now.clone();
        for (int s = 0; s < steps; s++) {
            advance(now, next, c);
            Cell[] old = now;
            now = next;
            next = old;
        }
        return total(now) - 0.5 * total(next) * now[0].height();
    }

    private static void advance(Cell[] from, Cell[] to, double c) {
        for (int i = 1; i < from.length - 1; i++) {
            double flow = from[i].flow() + c * (from[i - 1].height() - from[i + 1].height());
            to[i] = new Cell(from[i].height() * (1 - 0.1 * flow * flow), flow);
        }
        to[0] = from[from.length - 1];
    }

    private static double total(Cell[] cells) {
        double sum = 0;
        for (Cell cell : cells) {
            sum += cell.height() * cell.flow() + cell.height();
        }
        return sum;
    }
}
