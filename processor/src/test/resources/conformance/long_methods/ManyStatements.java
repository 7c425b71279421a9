package conformance.long_methods;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6] in [0.2, 0.8], int 200
// seeds: 2
/** So long that the sweeps must be cut, after a loop that fills more than a fresh tape. */
public final class ManyStatements {

    private ManyStatements() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int n) {
        double s = 0.5;
        double t = a[0];
        while (t < n) {
            s = Math.sin(s * a[1]) + 0.5 * s;
            t += 1 + 0.1 * s;
        }
        s = Math.sin(s * a[1]) + a[4] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[4];
        if (s > a[2]) {
            s -= a[4] * s;
        } else {
            s += Math.exp(-s * s) * a[4];
        }
        double u3 = s * t + a[3];
        s = u3 / (1 + u3 * u3);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[0];
        s = Math.sin(s * a[3]) + a[2] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[4];
        if (s > a[1]) {
            s -= a[5] * s;
        } else {
            s += Math.exp(-s * s) * a[5];
        }
        double u9 = s * t + a[3];
        s = u9 / (1 + u9 * u9);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[5];
        s = Math.sin(s * a[1]) + a[1] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[5];
        if (s > a[4]) {
            s -= a[3] * s;
        } else {
            s += Math.exp(-s * s) * a[3];
        }
        double u15 = s * t + a[5];
        s = u15 / (1 + u15 * u15);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[4];
        s = Math.sin(s * a[0]) + a[2] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[0];
        if (s > a[3]) {
            s -= a[4] * s;
        } else {
            s += Math.exp(-s * s) * a[4];
        }
        double u21 = s * t + a[5];
        s = u21 / (1 + u21 * u21);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[5];
        s = Math.sin(s * a[4]) + a[3] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[1];
        if (s > a[0]) {
            s -= a[0] * s;
        } else {
            s += Math.exp(-s * s) * a[0];
        }
        double u27 = s * t + a[1];
        s = u27 / (1 + u27 * u27);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[3];
        s = Math.sin(s * a[5]) + a[2] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[3];
        if (s > a[3]) {
            s -= a[4] * s;
        } else {
            s += Math.exp(-s * s) * a[4];
        }
        double u33 = s * t + a[2];
        s = u33 / (1 + u33 * u33);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[1];
        s = Math.sin(s * a[2]) + a[5] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[0];
        if (s > a[4]) {
            s -= a[5] * s;
        } else {
            s += Math.exp(-s * s) * a[5];
        }
        double u39 = s * t + a[5];
        s = u39 / (1 + u39 * u39);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[4];
        s = Math.sin(s * a[4]) + a[0] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[5];
        if (s > a[1]) {
            s -= a[5] * s;
        } else {
            s += Math.exp(-s * s) * a[5];
        }
        double u45 = s * t + a[4];
        s = u45 / (1 + u45 * u45);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[3];
        s = Math.sin(s * a[5]) + a[3] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[0];
        if (s > a[0]) {
            s -= a[3] * s;
        } else {
            s += Math.exp(-s * s) * a[3];
        }
        double u51 = s * t + a[1];
        s = u51 / (1 + u51 * u51);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[0];
        s = Math.sin(s * a[0]) + a[4] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[4];
        if (s > a[3]) {
            s -= a[5] * s;
        } else {
            s += Math.exp(-s * s) * a[5];
        }
        double u57 = s * t + a[4];
        s = u57 / (1 + u57 * u57);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[1];
        s = Math.sin(s * a[0]) + a[2] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[0];
        if (s > a[0]) {
            s -= a[4] * s;
        } else {
            s += Math.exp(-s * s) * a[4];
        }
        double u63 = s * t + a[4];
        s = u63 / (1 + u63 * u63);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[4];
        s = Math.sin(s * a[2]) + a[1] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[5];
        if (s > a[2]) {
            s -= a[2] * s;
        } else {
            s += Math.exp(-s * s) * a[2];
        }
        double u69 = s * t + a[2];
        s = u69 / (1 + u69 * u69);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[4];
        s = Math.sin(s * a[3]) + a[5] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[4];
        if (s > a[4]) {
            s -= a[0] * s;
        } else {
            s += Math.exp(-s * s) * a[0];
        }
        double u75 = s * t + a[4];
        s = u75 / (1 + u75 * u75);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[5];
        s = Math.sin(s * a[5]) + a[1] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[2];
        if (s > a[2]) {
            s -= a[4] * s;
        } else {
            s += Math.exp(-s * s) * a[4];
        }
        double u81 = s * t + a[2];
        s = u81 / (1 + u81 * u81);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[4];
        s = Math.sin(s * a[2]) + a[0] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[3];
        if (s > a[4]) {
            s -= a[5] * s;
        } else {
            s += Math.exp(-s * s) * a[5];
        }
        double u87 = s * t + a[1];
        s = u87 / (1 + u87 * u87);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[3];
        s = Math.sin(s * a[2]) + a[5] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[2];
        if (s > a[5]) {
            s -= a[2] * s;
        } else {
            s += Math.exp(-s * s) * a[2];
        }
        double u93 = s * t + a[5];
        s = u93 / (1 + u93 * u93);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[5];
        s = Math.sin(s * a[0]) + a[2] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[2];
        if (s > a[3]) {
            s -= a[2] * s;
        } else {
            s += Math.exp(-s * s) * a[2];
        }
        double u99 = s * t + a[4];
        s = u99 / (1 + u99 * u99);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[1];
        s = Math.sin(s * a[2]) + a[2] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[4];
        if (s > a[2]) {
            s -= a[3] * s;
        } else {
            s += Math.exp(-s * s) * a[3];
        }
        double u105 = s * t + a[0];
        s = u105 / (1 + u105 * u105);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[1];
        s = Math.sin(s * a[2]) + a[4] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[1];
        if (s > a[2]) {
            s -= a[1] * s;
        } else {
            s += Math.exp(-s * s) * a[1];
        }
        double u111 = s * t + a[2];
        s = u111 / (1 + u111 * u111);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[5];
        s = Math.sin(s * a[0]) + a[0] * t * 0.001;
        t = 0.5 * t + Math.tanh(s) * a[4];
        if (s > a[2]) {
            s -= a[5] * s;
        } else {
            s += Math.exp(-s * s) * a[5];
        }
        double u117 = s * t + a[1];
        s = u117 / (1 + u117 * u117);
        for (int i = 0; i < a.length; i++) {
            t = t * 0.9 + s * a[i] * 0.1;
        }
        s = s * s + Math.cos(t) * a[5];
        return s + t;
    }
}
