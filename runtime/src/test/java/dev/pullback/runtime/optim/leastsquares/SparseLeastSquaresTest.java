package dev.pullback.runtime.optim.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.optim.GradientNormBelow;
import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.StoppingCriterion;
import dev.pullback.runtime.sparse.SparsityPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fits with a sparse Jacobian go the way of those with a dense one. */
final class SparseLeastSquaresTest {

    private static final StoppingCriterion PRECISE = new GradientNormBelow(1e-10).or(new IterationBudget(500));

    /** Positions in the plane, of which distances were measured: a network of surveyors. */
    private record Distance(int from, int to, double measured) {

        int[] indices() {
            return new int[] {2 * from, 2 * from + 1, 2 * to, 2 * to + 1};
        }

        double residual(double[] local, double[] gradient, Workspace workspace) {
            double dx = local[0] - local[2];
            double dy = local[1] - local[3];
            double distance = Math.hypot(dx, dy);
            gradient[0] = dx / distance;
            gradient[1] = dy / distance;
            gradient[2] = -gradient[0];
            gradient[3] = -gradient[1];
            return distance - measured;
        }
    }

    private static List<Distance> network(int side, double[] truth, double noise) {
        Random random = new Random(4);
        List<Distance> distances = new ArrayList<>();
        for (int i = 0; i < side * side; i++) {
            for (int j = i + 1; j < side * side; j++) {
                double distance = Math.hypot(truth[2 * i] - truth[2 * j], truth[2 * i + 1] - truth[2 * j + 1]);
                if (distance < 2.6) {
                    distances.add(new Distance(i, j, distance + noise * random.nextGaussian()));
                }
            }
        }
        return distances;
    }

    private static double[] positions(int side, double disorder) {
        Random random = new Random(9);
        double[] positions = new double[2 * side * side];
        for (int i = 0; i < side * side; i++) {
            positions[2 * i] = i % side + disorder * random.nextGaussian();
            positions[2 * i + 1] = i / side + disorder * random.nextGaussian();
        }
        return positions;
    }

    /** The network may move and turn as a whole, so that its residuals are compared, not its positions. */
    @Test
    void sparseStepsAreThoseOfTheDenseMatrix() {
        List<Distance> distances = network(5, positions(5, 0.1), 0.01);
        double[] start = positions(5, 0.0);
        ResidualFunction dense = ResidualFunction.of(distances, (point, distance, gradient, workspace) -> {
            Arrays.fill(gradient, 0.0);
            double[] local = new double[4];
            double[] own = new double[4];
            int[] indices = distance.indices();
            for (int k = 0; k < 4; k++) {
                local[k] = point[indices[k]];
            }
            double residual = distance.residual(local, own, workspace);
            for (int k = 0; k < 4; k++) {
                gradient[indices[k]] = own[k];
            }
            return residual;
        });
        for (RobustLoss loss : new RobustLoss[] {RobustLoss.square(), RobustLoss.huber(0.01)}) {
            LeastSquaresResult expected = new LevenbergMarquardt(loss).minimize(dense, start, PRECISE);
            SparseLeastSquaresResult actual =
                    new LevenbergMarquardt(loss).minimize(sparse(distances, start.length), start, PRECISE);

            assertThat(actual.optimization().iterations())
                    .isEqualTo(expected.optimization().iterations());
            assertThat(actual.residuals()).containsExactly(expected.residuals(), within(1e-7));
            assertThat(actual.sumOfSquares()).isCloseTo(expected.sumOfSquares(), within(1e-12));
        }
    }

    private static SparseResidualFunction sparse(List<Distance> distances, int parameters) {
        return SparseResidualFunction.of(
                parameters,
                distances,
                Distance::indices,
                (local, distance, gradient, workspace) -> distance.residual(local, gradient, workspace));
    }

    /** 1,800 parameters, as a dense matrix 150 MB. */
    @Test
    void aLargeNetworkIsFittedWithinItsNoise() {
        double[] truth = positions(30, 0.1);
        List<Distance> distances = network(30, truth, 0.001);
        SparseLeastSquaresResult result = new LevenbergMarquardt()
                .minimize(sparse(distances, truth.length), positions(30, 0.0), new IterationBudget(50));

        assertThat(Math.sqrt(result.sumOfSquares() / distances.size())).isLessThan(0.001);
        for (Distance distance : distances) {
            assertThat(distance.residual(local(distance, result.point()), new double[4], new Workspace()))
                    .isCloseTo(0.0, within(0.005));
        }
    }

    private static double[] local(Distance distance, double[] point) {
        int[] indices = distance.indices();
        return new double[] {point[indices[0]], point[indices[1]], point[indices[2]], point[indices[3]]};
    }

    /** Broyden's tridiagonal equations; the Jacobian comes from three products, whatever n is. */
    @Test
    void gaussNewtonSolvesEquationsByTheirPushforward() {
        int n = 1000;
        SparseResidualFunction.Pushforward broyden = (x, direction, residuals, product) -> {
            for (int i = 0; i < n; i++) {
                double before = i > 0 ? x[i - 1] : 0.0;
                double after = i + 1 < n ? x[i + 1] : 0.0;
                residuals[i] = (3.0 - 2.0 * x[i]) * x[i] - before - 2.0 * after + 1.0;
                product[i] = (3.0 - 4.0 * x[i]) * direction[i];
                product[i] -= i > 0 ? direction[i - 1] : 0.0;
                product[i] -= i + 1 < n ? 2.0 * direction[i + 1] : 0.0;
            }
        };
        double[] start = new double[n];
        Arrays.fill(start, -1.0);
        double[] residuals = new double[n];
        SparsityPattern pattern =
                SparsityPattern.detect(n, n, (vector, product) -> broyden.evaluate(start, vector, residuals, product));
        SparseResidualFunction function = SparseResidualFunction.of(pattern, broyden);
        SparseLeastSquaresResult result = new GaussNewton().minimize(function, start, PRECISE);

        assertThat(result.sumOfSquares()).isLessThan(1e-20);
        assertThat(result.optimization().iterations()).isLessThan(8);
    }

    /** Residuals of different numbers of parameters, given in any order: x1 = 3, x0 - x1 = -1. */
    @Test
    void residualsMayHaveTheirParametersInAnyOrder() {
        List<int[]> own = List.of(new int[] {1}, new int[] {1, 0});
        SparseResidualFunction function =
                SparseResidualFunction.of(2, own, indices -> indices, (local, indices, gradient, workspace) -> {
                    gradient[0] = indices.length == 1 ? 1.0 : -1.0;
                    if (indices.length == 1) {
                        return local[0] - 3.0;
                    }
                    gradient[1] = 1.0;
                    return local[1] - local[0] + 1.0;
                });

        assertThat(new GaussNewton().minimize(function, new double[2], PRECISE).point())
                .containsExactly(new double[] {2.0, 3.0}, within(1e-12));
        assertThat(new LevenbergMarquardt()
                        .minimize(function, new double[2], PRECISE)
                        .point())
                .containsExactly(new double[] {2.0, 3.0}, within(1e-9));
    }

    @Test
    void badArgumentsAreNamed() {
        SparseResidualFunction function = sparse(List.of(new Distance(0, 1, 1.0)), 4);
        assertThatThrownBy(() -> new LevenbergMarquardt().minimize(function, new double[3], PRECISE))
                .hasMessage("start has length 3, expected 4, the columns of the pattern");
        assertThatThrownBy(() -> new GaussNewton().minimize(function, new double[4], PRECISE))
                .hasMessage("function has 1 residuals for 4 parameters");
        assertThatThrownBy(() -> sparse(List.of(), 4)).hasMessage("examples is empty");
        assertThatThrownBy(() -> sparse(List.of(new Distance(0, 2, 1.0)), 4))
                .hasMessage("row 0 names column 4, but there are 4");
    }
}
