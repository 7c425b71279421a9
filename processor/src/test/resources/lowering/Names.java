package lowering;

import static java.lang.Math.PI;
import static java.lang.Math.cos;
import static java.lang.StrictMath.*;

import dev.pullback.annotations.Differentiable;
import java.util.*;

/** What simple and qualified names mean. */
public final class Names extends NamesBase implements NamesConstants {
    static final double SCALE = 3;
    private static final double HIDDEN = 0.5;
    private static final long WIDE = 1L << 33;
    private static final boolean FLAG = 3 > 2;
    static final double RUN_TIME = java.lang.Math.sqrt(2);
    static final double[] TABLE = {1, 2, 4};
    static final double[][] GRID = {{1, 2}, {3, 4}};
    static final double E = 100;

    private Names() {}

    static final class Math {
        static final double HALF = 0.5;

        private Math() {}

        static double twice(double x) {
            return 2 * x;
        }
    }

    @Differentiable
    public static double fields(double[] x) {
        double s = SCALE * x[0] + HIDDEN + WIDE + (FLAG ? RUN_TIME : 0) + PI + E;
        s += TABLE[1] * x[1] + Names.TABLE.length + lowering.Names.GRID[1][0] + Names.SCALE;
        s += BASE * x[2] + FROM_INTERFACE + NamesConstants.FROM_INTERFACE + Integer.MAX_VALUE + java.lang.Math.E;
        return s + Double.MIN_VALUE + Long.SIZE + ROWS[0] + Inner.DEEP + Inner.OWN;
    }

    @Differentiable
    public static double localsHideFields(double SCALE, double[] x) {
        double HIDDEN = SCALE * 2;
        {
            double TABLE = 5;
            HIDDEN += TABLE * x[0];
        }
        {
            int TABLE = 2;
            HIDDEN += TABLE / 4 * x[1];
        }
        return HIDDEN + TABLE[2];
    }

    @Differentiable
    public static double nestedClassHidesImported(double[] x) {
        return Math.twice(x[0]) * Math.HALF + java.lang.Math.exp(x[1]) + cos(x[2]) + sin(x[0]) + inherited(x[1]) + access(2);
    }

    @Differentiable
    public static double varTakesTheInitialisersType(double[] x) {
        var n = 7;
        var half = n / 2;
        var big = n * 1_000_000_000L;
        var y = x;
        var z = y[0] * half;
        var flag = z > 1;
        var m = new double[][] {{z, 1}, {2, z}};
        for (var row : m) {
            for (var v : row) {
                z += v * half;
            }
        }
        for (var i = 0; i < n; i++) {
            z += i / 2;
        }
        return flag ? z + big : z;
    }

    static final class Inner {
        static final double DEEP = SCALE + 1;
        static final int OWN = 3;

        private Inner() {}

        @Differentiable
        static double insideNestedClass(double[] x) {
            return inherited(x[0]) * OWN + SCALE * x[1] + Math.twice(x[2]);
        }
    }

    @Differentiable
    private static double privateMethod(double[] x) {
        return x[0] * x[1];
    }

    @Differentiable
    public static double varargs(double... x) {
        return x.length == 0 ? 0 : x[0] * privateMethod(x);
    }
}

class NamesBase {
    static final double BASE = 7;
    private static final double SCALE = 1000;

    private static double access(int x) {
        return -x;
    }

    @dev.pullback.annotations.Differentiable
    static double access(double x) {
        return 5 * x;
    }

    static double hidden(double x) {
        return x;
    }

    @dev.pullback.annotations.Differentiable
    static double inherited(double x) {
        return hidden(x) * SCALE;
    }
}

interface NamesConstants {
    double FROM_INTERFACE = 11;
    int[] ROWS = {4};
}
