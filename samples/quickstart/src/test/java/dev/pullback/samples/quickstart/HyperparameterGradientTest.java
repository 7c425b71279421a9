package dev.pullback.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.check.GradientCheck;
import dev.pullback.runtime.check.GradientReport;
import dev.pullback.runtime.checkpoint.CheckpointReport;
import org.junit.jupiter.api.Test;

/** The derivative of a validation loss through all steps of a training, on the breast-cancer data. */
class HyperparameterGradientTest {
    private static final int STEPS = 150;

    @Test
    void agreesWithDifferencesOnRealData() throws InputException {
        PreparedData data = PreparedData.of(CsvDataset.bundled(), 1);
        Objective loss = HyperparameterGradientDerivatives.validationLossObjective(
                STEPS,
                data.training().x(),
                data.training().y(),
                data.test().x(),
                data.test().y());

        GradientReport report = new GradientCheck().check(loss, new double[] {0.2, 0.7, 0.05});

        assertThat(report.matches()).as(report.toString()).isTrue();
        assertThat(report.judged()).isEqualTo(3);
    }

    @Test
    void aStepAgainstItLowersTheValidationLoss() throws InputException {
        PreparedData data = PreparedData.of(CsvDataset.bundled(), 1);
        double[] bars = new double[3];
        Workspace workspace = new Workspace();
        double[] point = {0.05, 0.3, 0.2};
        double before = valueAndGradient(point, data, bars, workspace);
        double norm = Math.sqrt(bars[0] * bars[0] + bars[1] * bars[1] + bars[2] * bars[2]);
        for (int i = 0; i < point.length; i++) {
            point[i] -= 0.01 * bars[i] / norm;
        }

        assertThat(valueAndGradient(point, data, new double[3], new Workspace()))
                .isLessThan(before);
        CheckpointReport report = workspace.checkpointReports().get(0);
        assertThat(report.steps()).isEqualTo(STEPS);
        assertThat(report.snapshots()).isEqualTo(10);
        assertThat(report.snapshotBytes()).isEqualTo(2 * 8 * (data.training().features() + 1));
    }

    private static double valueAndGradient(double[] point, PreparedData data, double[] bars, Workspace workspace) {
        return HyperparameterGradientDerivatives.validationLossValueAndGradient(
                point[0],
                point[1],
                point[2],
                STEPS,
                data.training().x(),
                data.training().y(),
                data.test().x(),
                data.test().y(),
                bars,
                workspace);
    }
}
