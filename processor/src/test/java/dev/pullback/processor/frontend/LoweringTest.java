package dev.pullback.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The form of lowered code that later stages rely on. */
final class LoweringTest {

    @Test
    void sumsIntoDoublesAreIncrementsAndOtherCompoundAssignmentsAreWrittenOut() {
        String text = LoweredText.of("""
            @Differentiable static double f(double x, int n) {
                double y = 0;
                y += x; y -= n; y *= x; y = y + x; y++; n += 0.5; n--;
                return y;
            }\
            """);
        assertThat(text).isEqualTo("""
            double y = 0.0
            y += x
            y += -((double) n)
            y = y * x
            y = y + x
            y += 1.0
            n = (int) (((double) n) + 0.5)
            n = n - 1
            return y\
            """);
    }

    @Test
    void operandsAreKeptAheadOfEffectsOnlyWhereTheyCouldChange() {
        String text = LoweredText.of("""
            @Differentiable static double f(double[] x, double y) {
                return y * 2 * g(x, y) + x[0] * g(x, 1);
            }
            static double g(double[] a, double b) { return a[1] * b; }\
            """);
        assertThat(text).isEqualTo("""
            invoke double g = Primal.g(x, y)
            double operand = x[0]
            invoke double g#2 = Primal.g(x, 1.0)
            return ((y * 2.0) * g) + (operand * g#2)\
            """);
    }

    @Test
    void aHelpersResultDeclaresTheVariableItInitialises() {
        String text = LoweredText.of("""
            @Differentiable static double f(double x) {
                double y = g(x);
                return y;
            }
            static double g(double b) { return b * b; }\
            """);
        assertThat(text).isEqualTo("""
            invoke double y = Primal.g(x)
            return y\
            """);
    }

    @Test
    void incrementOfAnElementWaitsForAHelperThatWritesNothing() {
        String text = LoweredText.of("""
            @Differentiable static double f(double[] x) {
                double[] y = new double[2];
                int i = 0;
                y[i++] += reads(x);
                y[0] += writes(y);
                return y[0];
            }
            static double reads(double[] a) { return a[0]; }
            static double writes(double[] a) { double[] b = a; b[0] = 2; return 1; }\
            """);
        assertThat(text).isEqualTo("""
            double[] y = new double[2]
            int i = 0
            int before = i
            i = i + 1
            invoke double reads = Primal.reads(x)
            y[before] += reads
            double before#2 = y[0]
            invoke double writes = Primal.writes(y)
            y[0] = before#2 + writes
            return y[0]\
            """);
    }

    @Test
    void effectsInsideConditionalOperandsStayConditional() {
        String text = LoweredText.of("""
            @Differentiable static double f(double x) {
                return x > 0 && g(x) > 1 ? g(x) : x;
            }
            static double g(double b) { return b * b; }\
            """);
        assertThat(text).isEqualTo("""
            boolean condition = x > 0.0
            if (condition) {
                invoke double g = Primal.g(x)
                condition = g > 1.0
            }
            double choice
            if (condition) {
                invoke double g#2 = Primal.g(x)
                choice = g#2
            } else {
                choice = x
            }
            return choice\
            """);
    }

    @Test
    void staticArraysGetALocalNameAndConstantsStayNamed() {
        String text = LoweredText.of("""
            static final double[] TABLE = {1, 2};
            static final double RATE = 2;
            private static final double HIDDEN = 3;
            @Differentiable static double f(double x) {
                return x * TABLE[1] + TABLE.length * RATE + HIDDEN * Math.PI;
            }\
            """);
        assertThat(text).isEqualTo("""
            double[] TABLE = Primal.TABLE
            return ((x * TABLE[1]) + (((double) TABLE.length) * Primal.RATE)) + (3.0 * Math.PI)\
            """);
    }

    @Test
    void arraysAreDeclaredWithTheirOnlyValue() {
        String text = LoweredText.of("""
            @Differentiable static double f(double[][] m, int n) {
                double[] row = m[n], late;
                late = new double[] {row[0], 2};
                double[] copy = row.clone();
                double[][] grid = {{1, 2}, {3, 4}};
                return late[0] + g(new double[n]);
            }
            static double g(double[] a) { return a[0]; }\
            """);
        assertThat(text).isEqualTo("""
            double[] row = m[n]
            double[] late = new double[2]
            late[0] = row[0]
            late[1] = 2.0
            double[] copy = new double[row.length]
            for (int k = 0; k < row.length; k += 1) {
                copy[k] = row[k]
            }
            double[][] grid = new double[2][2]
            grid[0][0] = 1.0
            grid[0][1] = 2.0
            grid[1][0] = 3.0
            grid[1][1] = 4.0
            double operand = late[0]
            double[] array = new double[n]
            invoke double g = Primal.g(array)
            return operand + g\
            """);
    }
}
