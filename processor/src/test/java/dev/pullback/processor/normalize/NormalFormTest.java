package dev.pullback.processor.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.frontend.LoweredText;
import org.junit.jupiter.api.Test;

/** One return, no jumps, and no more flags than necessary. */
final class NormalFormTest {

    @Test
    void aSingleReturnAtTheEndStays() {
        assertThat(LoweredText.of("@Differentiable static double f(double x) { return x * x; }"))
                .isEqualTo("return x * x");
    }

    @Test
    void whatFollowsAnEarlyReturnMovesIntoTheOtherBranch() {
        String text = LoweredText.of("""
            @Differentiable static double f(double x) {
                if (x < 0) { return -x; }
                x *= 2;
                if (x > 1) { x += 1; } else { return 3; }
                return x;
            }\
            """);
        assertThat(text).isEqualTo("""
            double result
            if (x < 0.0) {
                result = -x
            } else {
                x = x * 2.0
                if (x > 1.0) {
                    x += 1.0
                    result = x
                } else {
                    result = 3.0
                }
            }
            return result\
            """);
    }

    @Test
    void aReturnInsideABranchThatGoesOnNeedsAFlag() {
        String text = LoweredText.of("""
            @Differentiable static double f(double x, boolean b) {
                if (b) {
                    if (x < 0) { return -x; }
                    x += 1;
                }
                return x;
            }\
            """);
        assertThat(text).isEqualTo("""
            double result = 0.0
            boolean returned = false
            if (b) {
                if (x < 0.0) {
                    result = -x
                    returned = true
                } else {
                    x += 1.0
                }
            }
            if (!returned) {
                result = x
            }
            return result\
            """);
    }

    @Test
    void aReturnInsideALoopEndsIt() {
        String text = LoweredText.of("""
            @Differentiable static double f(double[] x) {
                for (int i = 0; i < x.length; i++) {
                    if (x[i] > 1) { return x[i]; }
                }
                return 0;
            }\
            """);
        assertThat(text).isEqualTo("""
            double result = 0.0
            boolean returned = false
            int i = 0
            while ((!returned) && (i < x.length)) {
                if (x[i] > 1.0) {
                    result = x[i]
                    returned = true
                } else {
                    i = i + 1
                }
            }
            if (!returned) {
                result = 0.0
            }
            return result\
            """);
    }

    @Test
    void continueKeepsALoopCounting() {
        String text = LoweredText.of("""
            @Differentiable static double f(double[] x) {
                double s = 0;
                for (double v : x) {
                    if (v < 0) { continue; }
                    s += v;
                }
                return s;
            }\
            """);
        assertThat(text).isEqualTo("""
            double s = 0.0
            for (int vIndex = 0; vIndex < x.length; vIndex += 1) {
                double v = x[vIndex]
                if (!(v < 0.0)) {
                    s += v
                }
            }
            return s\
            """);
    }

    @Test
    void labelsLeadToTheLoopTheyName() {
        String text = LoweredText.of("""
            @Differentiable static double f(double x, int n) {
                outer:
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        if (j > i) { continue outer; }
                        if (x > 9) { break outer; }
                        x *= 2;
                    }
                    x += 1;
                }
                return x;
            }\
            """);
        assertThat(text).isEqualTo("""
            boolean broken = false
            int i = 0
            while ((!broken) && (i < n)) {
                boolean skipped = false
                int j = 0
                while (((!skipped) && (!broken)) && (j < n)) {
                    if (j > i) {
                        skipped = true
                    } else {
                        if (x > 9.0) {
                            broken = true
                        } else {
                            x = x * 2.0
                            j = j + 1
                        }
                    }
                }
                if ((!skipped) && (!broken)) {
                    x += 1.0
                }
                if (!broken) {
                    i = i + 1
                }
            }
            return x\
            """);
    }

    @Test
    void variablesThatAFlagHidesFromDefiniteAssignmentAreInitialised() {
        String text = LoweredText.of("""
            @Differentiable static double f(double x) {
                double y;
                while (true) {
                    x *= 2;
                    if (x > 9) { y = x; break; }
                }
                return y;
            }\
            """);
        assertThat(text).startsWith("double y = 0.0\n").contains("while (!broken) {");
    }
}
