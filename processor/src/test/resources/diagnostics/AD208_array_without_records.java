import dev.pullback.annotations.Differentiable;

class Unfilled {
    record Pair(double a, double b) {}

    @Differentiable
    static double notAll(double[] x, int n) {
        Pair[] pairs = new Pair[n]; // expect AD208
        for (int i = 1; i < n; i++) {
            pairs[i] = new Pair(x[i], 2);
        }
        return pairs[1].a();
    }

    @Differentiable
    static double usedBefore(double[] x, int n) {
        Pair[] pairs = new Pair[n]; // expect AD208
        for (int i = 0; i < n; i++) {
            double last = pairs[n - 1 - i].a();
            pairs[i] = new Pair(x[i], last);
        }
        return pairs[1].a();
    }

    @Differentiable
    static double storedOnTheSide(double[] x, int n) {
        Pair[] pairs = new Pair[n]; // expect AD208
        for (int i = 0; i < n; i++) {
            if (x[i] > 0) {
                pairs[i] = new Pair(x[i], 2);
            }
        }
        return pairs[0].a();
    }

    @Differentiable
    static double leftEarly(double[] x, int n) {
        Pair[] pairs = new Pair[n]; // expect AD208
        for (int i = 0; i < n; i++) {
            if (x[i] > 1) {
                continue;
            }
            pairs[i] = new Pair(x[i], 2);
        }
        return pairs[0].a();
    }

    @Differentiable
    static double anotherLength(double[] x, int n) {
        Pair[] pairs = new Pair[n + 1]; // expect AD208
        for (int i = 0; i < n; i++) {
            pairs[i] = new Pair(x[i], 2);
        }
        return pairs[0].a();
    }

    @Differentiable
    static double changedLength(double[] x, int n) {
        Pair[] pairs = new Pair[n]; // expect AD208
        n--;
        for (int i = 0; i < n; i++) {
            pairs[i] = new Pair(x[i], 2);
        }
        return pairs[0].a();
    }

    @Differentiable
    static double named(double[] x, int n) {
        Pair[] pairs = new Pair[n]; // expect AD208
        Pair[] same = pairs;
        for (int i = 0; i < n; i++) {
            pairs[i] = new Pair(x[i], same.length);
        }
        return pairs[0].a();
    }

    @Differentiable
    static double tooFew(double[] x) {
        Pair[] pairs = new Pair[2]; // expect AD208
        pairs[0] = new Pair(x[0], 1);
        return pairs[1].a();
    }
}
