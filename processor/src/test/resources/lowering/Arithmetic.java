package lowering;

import dev.pullback.annotations.Differentiable;

/** Promotion, narrowing, and constants. */
public final class Arithmetic {
    private Arithmetic() {}

    @Differentiable
    public static double integers(double[] x) {
        int a = 7;
        int b = -2;
        long c = 1L << 40;
        a /= b;
        int d = 7 % b;
        d += 3.9;
        c += 1.5;
        c >>>= 3;
        a = a << 33L;
        int e = (int) c;
        long f = a * 1000000 * 1000000;
        long g = a * 1000000L * 1000000;
        return a + d * 10.0 + c + e + f + g + (a / 2) * x[0] + 5 / 2 + (~a) + -b + +a + (a ^ b | 3 & a);
    }

    @Differentiable
    public static double conditionals(double[] x) {
        int n = (int) x[0];
        return (n > 0 ? 1 : 2L) / 2 + (n > 0 ? n / 2 : x[1]) + (n >= 0 ? 3 : 2) / 2;
    }

    @Differentiable
    public static double literals(double[] x) {
        return 1e-3 * x[0] + .5 + 0x10 * x[1] + 1_000 + 2f * x[2] + 3L + 'b' * x[0] - 0b101 - 017 + 0x1p3 - 'a' + 1.1f;
    }

    @Differentiable
    public static double narrowing(double[] x) {
        int i = 3;
        i *= 1.5;
        i -= 0.5;
        i += x[0];
        i <<= 2L;
        i >>= 1;
        i %= 7;
        i |= 8;
        i &= ~1;
        long l = 5;
        l *= x[1] + 2.5;
        l /= 2;
        int k = (int) 3e10;
        long m = (long) -1e30;
        double q = 10;
        q /= 4;
        q %= 2;
        q -= 1;
        q *= x[0];
        return i + 10 * l + k + m + q + (int) x[0] + (long) x[1] + (int) Double.NaN + (double) (int) 2.7;
    }

    @Differentiable
    public static double compares(double[] x) {
        long big = 9007199254740993L;
        double s = big == 9007199254740992.0 ? 1 : 2;
        s += big > 9007199254740992L ? 4 : 8;
        s += x[0] != x[0] ? 16 : 32;
        s += true ^ x[0] < 'a' ? 64 : 128;
        s += !(x[0] >= 1) == (x[1] <= 3) ? 256 : 512;
        return s + 0.0 * x[2];
    }
}
