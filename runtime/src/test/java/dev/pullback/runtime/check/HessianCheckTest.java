package dev.pullback.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pullback.runtime.Objective;
import org.junit.jupiter.api.Test;

class HessianCheckTest {
    private static final double[] POINT = {0.7, -1.3, 2.0};
    private final HessianCheck check = new HessianCheck();

    /** x y^2 + exp(x z). */
    private static final Objective FUNCTION = new Objective() {
        @Override
        public double value(double[] p) {
            return p[0] * p[1] * p[1] + Math.exp(p[0] * p[2]);
        }

        @Override
        public double valueAndGradient(double[] p, double[] gradient) {
            double e = Math.exp(p[0] * p[2]);
            gradient[0] = p[1] * p[1] + p[2] * e;
            gradient[1] = 2 * p[0] * p[1];
            gradient[2] = p[0] * e;
            return value(p);
        }
    };

    private static double[][] hessian(double[] p) {
        double e = Math.exp(p[0] * p[2]);
        double mixed = e + p[0] * p[2] * e;
        return new double[][] {
            {p[2] * p[2] * e, 2 * p[1], mixed}, {2 * p[1], 2 * p[0], 0.0}, {mixed, 0.0, p[0] * p[0] * e}
        };
    }

    @Test
    void theRightHessianPasses() {
        check.assertMatches(FUNCTION, HessianCheckTest::hessian, POINT);
        HessianReport report = check.check(FUNCTION, HessianCheckTest::hessian, POINT);
        assertThat(report.judged()).isEqualTo(9);
        assertThat(report.maxRelativeError()).isLessThan(1e-8);
        assertThat(report.isSymmetric()).isTrue();
    }

    @Test
    void everyWrongEntryIsNamed() {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                int row = i;
                int column = j;
                HessianCheck.Hessian wrong = p -> {
                    double[][] values = hessian(p);
                    values[row][column] += 1e-3;
                    return values;
                };
                assertThatThrownBy(() -> check.assertMatches(FUNCTION, wrong, POINT))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageStartingWith("hessian[" + row + "][" + column + "] is ");
            }
        }
    }

    @Test
    void notANumberIsCaught() {
        HessianCheck.Hessian wrong = p -> {
            double[][] values = hessian(p);
            values[2][1] = Double.NaN;
            return values;
        };
        HessianReport report = check.check(FUNCTION, wrong, POINT);
        assertThat(report.matches()).isFalse();
        assertThat(report.isSymmetric()).isFalse();
    }

    @Test
    void asymmetryIsCaughtWhereNothingCanBeJudged() {
        Objective kink = new Objective() {
            @Override
            public double value(double[] p) {
                return Math.abs(p[0] + p[1]) * (p[0] + p[1]) / 2;
            }

            @Override
            public double valueAndGradient(double[] p, double[] gradient) {
                gradient[0] = Math.abs(p[0] + p[1]);
                gradient[1] = gradient[0];
                return value(p);
            }
        };
        double[] origin = new double[2];
        HessianReport report = check.check(kink, p -> new double[][] {{1, 2}, {3, 4}}, origin);
        assertThat(report.judged()).isZero();
        assertThat(report.matches()).isFalse();
        assertThat(report.summary()).startsWith("the Hessian is not symmetric: entries [1][0] and [0][1] differ");
        assertThatThrownBy(() -> check.assertMatches(kink, p -> new double[][] {{1, 2}, {2, 4}}, origin))
                .isInstanceOf(AssertionError.class)
                .hasMessage("none of the 4 entries could be judged");
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatThrownBy(() -> check.check(FUNCTION, p -> new double[2][3], POINT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the Hessian has 2 rows, the point 3 entries");
        assertThatThrownBy(() -> check.check(FUNCTION, p -> new double[3][2], POINT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 0 of the Hessian has length 2, the point 3");
        assertThatThrownBy(() -> check.check(FUNCTION, HessianCheckTest::hessian, new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("point is empty");
        assertThatThrownBy(() -> new HessianCheck(1.0)).isInstanceOf(IllegalArgumentException.class);
    }
}
