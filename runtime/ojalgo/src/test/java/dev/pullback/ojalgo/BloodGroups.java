package dev.pullback.ojalgo;

import dev.pullback.runtime.SecondOrderObjective;

/**
 * Minus the logarithm of the likelihood of the frequencies (p, q, r) of the alleles A, B and O, given how many people have which
 * blood group. Convex where it is defined.
 *
 * <p>Counts of patients with ulcers: Clarke and others 1959, "Secretion of blood group antigens and peptic ulcer".
 */
final class BloodGroups implements SecondOrderObjective {
    private static final double A = 186.0;
    private static final double B = 38.0;
    private static final double AB = 13.0;
    private static final double O = 284.0;
    /** Each term is {@code -weight log(factors . x)}. */
    private static final double[] WEIGHTS = {A + AB, B + AB, A, B, 2.0 * O};

    private static final double[][] FACTORS = {{1, 0, 0}, {0, 1, 0}, {1, 0, 2}, {0, 1, 2}, {0, 0, 1}};

    @Override
    public double value(double[] x) {
        double sum = -AB * Math.log(2.0);
        for (int k = 0; k < WEIGHTS.length; k++) {
            sum -= WEIGHTS[k] * Math.log(dot(FACTORS[k], x));
        }
        return sum;
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
        for (int j = 0; j < 3; j++) {
            gradient[j] = 0.0;
            for (int k = 0; k < WEIGHTS.length; k++) {
                gradient[j] -= WEIGHTS[k] * FACTORS[k][j] / dot(FACTORS[k], x);
            }
        }
        return value(x);
    }

    @Override
    public void hessianVector(double[] x, double[] vector, double[] product) {
        for (int j = 0; j < 3; j++) {
            product[j] = 0.0;
            for (int k = 0; k < WEIGHTS.length; k++) {
                double z = dot(FACTORS[k], x);
                product[j] += WEIGHTS[k] * FACTORS[k][j] * dot(FACTORS[k], vector) / (z * z);
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
