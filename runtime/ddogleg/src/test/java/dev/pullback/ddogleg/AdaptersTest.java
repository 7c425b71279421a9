package dev.pullback.ddogleg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.ddogleg.optimization.FactoryOptimization;
import org.ddogleg.optimization.UtilOptimize;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Both adapters in a run of DDogleg. */
final class AdaptersTest {

    @Test
    void quasiNewtonFollowsTheGradient() {
        var objective = new DdoglegObjective(new Rosenbrock(), 2);
        var minimizer = FactoryOptimization.quasiNewtonBfgs(null);
        minimizer.setFunction(objective, objective, 0.0);
        minimizer.initialize(new double[] {-1.2, 1.0}, 1e-14, 1e-12);
        UtilOptimize.process(minimizer, 500);

        assertThat(minimizer.getParameters()).containsExactly(new double[] {1.0, 1.0}, offset(1e-6));
    }

    @Test
    void levenbergMarquardtReachesTheCertifiedFit() {
        var residuals = new DdoglegResiduals(2, Misra1a.Y.length, AdaptersTest::residuals, Misra1a::jacobian);
        var solver = FactoryOptimization.levenbergMarquardt(null, true);
        solver.setFunction(residuals.values(), residuals.jacobian());
        solver.initialize(new double[] {250.0, 0.0005}, 1e-16, 1e-16);
        UtilOptimize.process(solver, 500);

        assertThat(solver.getParameters()[0]).isCloseTo(Misra1a.CERTIFIED[0], offset(1e-4));
        assertThat(solver.getParameters()[1]).isCloseTo(Misra1a.CERTIFIED[1], offset(1e-9));
    }

    @Test
    void namesAShapeThatIsNotTheAnnouncedOne() {
        var residuals = new DdoglegResiduals(3, 5, AdaptersTest::residuals, Misra1a::jacobian);
        double[] point = {1.0, 0.001, 0.0};

        assertThatThrownBy(() -> residuals.values().process(point, new double[5]))
                .hasMessage("values gave 14 residuals, not 5");
        assertThatThrownBy(() -> residuals.jacobian().process(point, new DMatrixRMaj(5, 3)))
                .hasMessage("jacobian gave 14 rows of 2 columns, not 5 of 3");
        assertThatThrownBy(() -> new DdoglegObjective(new Rosenbrock(), 0))
                .hasMessage("dimension must be positive, is 0");
    }

    private static double[] residuals(double[] b) {
        double[] residuals = Misra1a.values(b);
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] -= Misra1a.Y[i];
        }
        return residuals;
    }
}
