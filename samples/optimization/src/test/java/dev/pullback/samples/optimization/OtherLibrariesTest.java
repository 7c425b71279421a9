package dev.pullback.samples.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.Objective;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of the documentation for libraries without an adapter, over interfaces with the signatures of these libraries. */
final class OtherLibrariesTest {

    /** As Smile has it, whose licence keeps the library itself out of here. */
    interface DifferentiableMultivariateFunction {
        double f(double[] x);

        double g(double[] x, double[] gradient);
    }

    /** The labels of XGBoost4J's training data. */
    record DMatrix(float[] getLabel) {}

    /** As XGBoost4J has it. */
    interface IObjective {
        List<float[]> getGradient(float[][] predicts, DMatrix train);
    }

    static final class SmileFunction implements DifferentiableMultivariateFunction {
        private final Objective objective;

        SmileFunction(Objective objective) {
            this.objective = objective;
        }

        @Override
        public double f(double[] x) {
            return objective.value(x);
        }

        @Override
        public double g(double[] x, double[] gradient) {
            return objective.valueAndGradient(x, gradient);
        }
    }

    static final class LogisticObjective implements IObjective {
        @Override
        public List<float[]> getGradient(float[][] predicts, DMatrix train) {
            float[] labels = train.getLabel();
            float[] first = new float[labels.length];
            float[] second = new float[labels.length];
            for (int i = 0; i < labels.length; i++) {
                first[i] = (float) PredictionLossDerivatives.lossGradient(predicts[i][0], labels[i]);
                second[i] = (float) PredictionLossDerivatives.lossHessian(predicts[i][0], labels[i])[0][0];
            }
            return List.of(first, second);
        }
    }

    @Test
    void theFunctionOfSmileIsTheObjective() {
        double[] gradient = new double[2];
        SmileFunction function = new SmileFunction(RosenbrockDerivatives.valleyObjective());

        assertThat(function.g(new double[] {-1.2, 1.0}, gradient)).isEqualTo(function.f(new double[] {-1.2, 1.0}));
        assertThat(gradient).containsExactly(new double[] {-215.6, -88.0}, within(1e-12));
    }

    /** The derivatives of logistic loss are p - y and p (1 - p). */
    @Test
    void theObjectiveOfXgboostHasBothDerivatives() {
        List<float[]> derivatives = new LogisticObjective()
                .getGradient(new float[][] {{0.5f}, {-2.0f}}, new DMatrix(new float[] {1.0f, 0.0f}));
        double p = 1.0 / (1.0 + Math.exp(-0.5));
        double q = 1.0 / (1.0 + Math.exp(2.0));

        assertThat(derivatives.get(0)).containsExactly(new float[] {(float) (p - 1.0), (float) q}, within(1e-6f));
        assertThat(derivatives.get(1))
                .containsExactly(new float[] {(float) (p * (1.0 - p)), (float) (q * (1.0 - q))}, within(1e-6f));
    }
}
