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

    @Differentiable
    static double again(double[] x, int n) {
        double[][] m = new double[n][]; // expect AD208
        for (int k = 0; k < 3; k++) {
            double[] row = new double[2];
            row[0] += x[k];
            m[0] = row;
        }
        for (int i = 0; i < n; i++) {
            m[i] = new double[2];
            m[i][1] = x[i];
        }
        return m[0][0] + m[0][1];
    }

    @Differentiable
    static double perhapsAgain(double[] x, int n, int k) {
        double[][] m = new double[n][]; // expect AD208
        m[0] = x.clone();
        for (int i = 1; i < k; i++) {
            m[i] = new double[2];
        }
        for (int i = k; i < n; i++) {
            m[i] = new double[2];
        }
        return m[0][0];
    }
}
