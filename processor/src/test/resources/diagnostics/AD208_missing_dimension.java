import dev.pullback.annotations.Differentiable;

class MissingDimension {
    @Differentiable
    static double notAll(double[] x, int n) {
        double[][] m = new double[n][]; // expect AD208
        for (int i = 1; i < n; i++) {
            m[i] = new double[i];
            m[i][0] = x[i];
        }
        return m[1][0];
    }

    @Differentiable
    static double usedBefore(double[] x, int n) {
        double[][] m = new double[n][]; // expect AD208
        for (int i = 0; i < n; i++) {
            m[i] = new double[2];
            m[n - 1 - i][0] = x[i];
        }
        return m[1][0];
    }

    @Differentiable
    static double leftEarly(double[] x, int n) {
        double[][] m = new double[n][]; // expect AD208
        for (int i = 0; i < n; i++) {
            m[i] = new double[2];
            m[i][1] = x[i];
            if (x[i] > 1) {
                break;
            }
        }
        return m[0][1];
    }
}
