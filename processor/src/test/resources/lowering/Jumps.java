package lowering;

import dev.pullback.annotations.Differentiable;

/** Returns, breaks and continues. */
public final class Jumps {
    private Jumps() {}

    @Differentiable
    public static double chainOfReturns(double x) {
        if (x < 0) {
            return -x;
        } else if (x < 1) {
            return x * x;
        } else if (x < 2) {
            double y = x * 2;
            if (y > 3) {
                return y;
            }
        } else {
            return 9;
        }
        return 3 * x;
    }

    @Differentiable
    public static double returnInsideBranchThatGoesOn(double x, boolean b) {
        double r = 0;
        if (b) {
            if (x > 0) {
                return x;
            }
            r = 2;
        }
        r += x;
        if (r > 1) {
            return r;
        }
        return r * r;
    }

    @Differentiable
    public static double labels(double[] x) {
        double s = 0;
        outer:
        for (int i = 0; i < 5; i++) {
            for (int j = 0; ; j++) {
                if (j > i) {
                    continue outer;
                }
                if (i * j == 6) {
                    break outer;
                }
                if (j == 1) {
                    continue;
                }
                s += x[(i + j) % 3] * (i + 10 * j);
            }
        }
        return s;
    }

    @Differentiable
    public static double everyWayOut(double[] a) {
        double[] x = a.clone();
        for (int i = 0; i < 3; i++) {
            int j = 0;
            while (true) {
                if (j++ > 4) {
                    break;
                }
                if (x[i] * j > 2) {
                    return x[i] + j;
                }
                do {
                    if (x[i] < -1) {
                        return j;
                    }
                    if (j == 3) {
                        continue;
                    }
                    x[i] += 0.25;
                } while (x[i] < 0);
            }
        }
        return x[2];
    }

    @Differentiable
    public static double assignedBeforeEveryBreak(double[] x) {
        double y;
        int k = 0;
        while (true) {
            if (k == 2) {
                y = x[0];
                break;
            }
            k++;
        }
        double z;
        do {
            z = k * y;
        } while (z < 3 && k++ < 9);
        return y + z;
    }

    @Differentiable
    public static double continueInCountedLoop(double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 0) {
                continue;
            }
            if (i == 1) {
                s += 2;
                if (x[i] > 1) {
                    continue;
                }
                s += 3;
            }
            s += x[i];
        }
        for (double v : x) {
            if (v > 1) {
                break;
            }
            s *= v;
        }
        return s;
    }

    @Differentiable
    public static double jumpAtTheEnd(double[] x) {
        double s = 0;
        for (int i = 0; i < 4; i++) {
            s += x[0];
            if (s > 1) {
                s -= 0.5;
                break;
            } else {
                continue;
            }
        }
        do {
            s += 1;
            if (s > 5) {
                break;
            }
        } while (s < 9);
        {
            if (s > 100) {
                return s;
            }
        }
        return -s;
    }
}
