package conformance.passive_objects;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], made table, boolean true
// args: double[3], made table, boolean false
/** Arrays that passive objects give, also behind an early return; arrays of objects; objects that loops assign. */
public final class Arrays {

    private Arrays() {}

    /** Gives its arrays away. */
    static final class Table {
        private final double[][] rows = {{1, 2, 3}, {0.5, -1, 2}};

        double[] row(int i) {
            return rows[i];
        }

        String[] names() {
            return new String[] {"sum", "product"};
        }
    }

    static Table table() {
        return new Table();
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, Table table, boolean skips) {
        double[] weights = table.row(0);
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            double[] row = table.row(i);
            for (int j = 0; j < x.length; j++) {
                sum += Math.sin(x[j] * row[j]) * weights[j];
            }
        }
        if (skips) {
            return sum;
        }
        String last = "none";
        for (String name : table.names()) {
            last = name;
            sum += x[name.length() % 3] * sum;
        }
        double[] other = table.row(1);
        return last.equals("product") ? sum * x[0] * other[0] : sum;
    }
}
