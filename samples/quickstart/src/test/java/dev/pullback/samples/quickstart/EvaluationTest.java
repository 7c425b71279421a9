package dev.pullback.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.runtime.Objective;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final double[] START = {3.0, -2.0};

    @Test
    void acceptsARightGradient() {
        Evaluation evaluation = Evaluation.ofGradient(new Parabola(), START, 1);

        assertThat(evaluation.complaints(List.of(), emptyData())).isEmpty();
        assertThat(printed(evaluation)).contains("gradient at the start agrees with central differences: 2 of 2");
    }

    @Test
    void complainsAboutAWrongGradient() {
        Evaluation evaluation = Evaluation.ofGradient(new WrongSign(), START, 1);

        assertThat(evaluation.complaints(List.of(), emptyData())).containsExactly("the gradient check failed");
        assertThat(printed(evaluation)).contains("gradient at the start is WRONG: gradient[1] is 2.0");
    }

    private static String printed(Evaluation evaluation) {
        StringWriter text = new StringWriter();
        new Report(new PrintWriter(text)).gradientCheck("at the start", evaluation.atStart());
        return text.toString();
    }

    private static Dataset emptyData() {
        return new Dataset("test.csv", List.of("no", "yes"), new double[0][], new int[0]);
    }

    /** Has one partial derivative with the wrong sign. */
    private static final class WrongSign implements Objective {

        private final Parabola right = new Parabola();

        @Override
        public double value(double[] point) {
            return right.value(point);
        }

        @Override
        public double valueAndGradient(double[] point, double[] gradient) {
            double value = right.valueAndGradient(point, gradient);
            gradient[1] = -gradient[1];
            return value;
        }
    }
}
