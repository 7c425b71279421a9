package dev.pullback.runtime.optim.deterministic;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.SecondOrderObjective;
import java.util.Arrays;
import java.util.Objects;

/** Objectives as those of second order, and their Hessians as matrices. */
final class Hessians {

    private Hessians() {}

    /** Requires an objective that multiplies with its Hessian. */
    static SecondOrderObjective require(Objective objective) {
        Objects.requireNonNull(objective, "objective is null");
        if (objective instanceof SecondOrderObjective second) {
            return second;
        }
        throw new IllegalArgumentException(
                "objective has no Hessian: it must be a SecondOrderObjective, which a generated "
                        + "one is if its method asks for derivatives = Derivative.HESSIAN_VECTOR");
    }

    /** The Hessian, column by column with one product each, made symmetric; {@code unit} and {@code column} are buffers. */
    static void fill(
            SecondOrderObjective objective, double[] point, double[][] hessian, double[] unit, double[] column) {
        int n = point.length;
        Arrays.fill(unit, 0.0);
        for (int j = 0; j < n; j++) {
            unit[j] = 1.0;
            objective.hessianVector(point, unit, column);
            unit[j] = 0.0;
            for (int i = 0; i < n; i++) {
                hessian[i][j] = column[i];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (hessian[i][j] + hessian[j][i]);
                hessian[i][j] = mean;
                hessian[j][i] = mean;
            }
        }
    }
}
