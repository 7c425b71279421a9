package dev.pullback.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.Shapes;
import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.sparse.MatrixProduct;
import dev.pullback.runtime.sparse.SparseJacobian;
import dev.pullback.runtime.sparse.SparseMatrix;
import dev.pullback.runtime.sparse.SparsityPattern;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Jacobian of bundle adjustment: a few entries per observation, in a number of products that does not grow with the problem. */
class BundleAdjustmentTest {

    /** A problem with made-up cameras and points; observation i is of camera i mod n and point i mod m. */
    private record Problem(
            double[][] cameras, double[][] points, double[] weights, int[] camera, int[] point, double[][] features) {

        static Problem of(int n, int m, int p) {
            Random random = new Random(3);
            double[][] cameras = new double[n][BundleAdjustment.CAMERA];
            for (double[] c : cameras) {
                for (int i = 0; i < c.length; i++) {
                    c[i] = 0.2 * random.nextGaussian();
                }
                c[6] = 400;
            }
            double[][] points = new double[m][3];
            for (double[] x : points) {
                x[0] = random.nextGaussian();
                x[1] = random.nextGaussian();
                x[2] = 5 + random.nextDouble();
            }
            int[] camera = new int[p];
            int[] point = new int[p];
            for (int i = 0; i < p; i++) {
                camera[i] = i % n;
                point[i] = i % m;
            }
            double[] weights = random.doubles(p, 0.2, 1).toArray();
            return new Problem(cameras, points, weights, camera, point, new double[p][2]);
        }

        /** The problem of a file, which has one camera, point, weight and feature for all. */
        static Problem load(String name) {
            TokenScanner file = TokenScanner.ofResource("ba/" + name + ".txt");
            Problem problem = of(file.nextInt("cameras"), file.nextInt("points"), file.nextInt("observations"));
            double[] c = file.nextDoubles("camera", BundleAdjustment.CAMERA);
            double[] x = file.nextDoubles("point", 3);
            double weight = file.nextDouble("weight");
            double[] feature = file.nextDoubles("feature", 2);
            Arrays.setAll(problem.cameras, i -> c.clone());
            Arrays.setAll(problem.points, i -> x.clone());
            Arrays.fill(problem.weights, weight);
            Arrays.setAll(problem.features, i -> feature.clone());
            return problem;
        }

        /** The pattern as ADBench has it: with all parameters of a camera in each of its rows. */
        SparsityPattern pattern() {
            int[][] rows = new int[3 * weights.length][];
            for (int i = 0; i < weights.length; i++) {
                int[] row = new int[BundleAdjustment.CAMERA + 4];
                int weight = Shapes.size(cameras) + Shapes.size(points) + i;
                for (int k = 0; k < BundleAdjustment.CAMERA; k++) {
                    row[k] = BundleAdjustment.CAMERA * camera[i] + k;
                }
                for (int k = 0; k < 3; k++) {
                    row[BundleAdjustment.CAMERA + k] = Shapes.size(cameras) + 3 * point[i] + k;
                }
                row[BundleAdjustment.CAMERA + 3] = weight;
                rows[2 * i] = row;
                rows[2 * i + 1] = row;
                rows[2 * weights.length + i] = new int[] {weight};
            }
            return SparsityPattern.of(columns(), rows);
        }

        int columns() {
            return Shapes.size(cameras) + Shapes.size(points) + weights.length;
        }

        MatrixProduct product() {
            double[][] camerasDot = Shapes.zerosLike(cameras);
            double[][] pointsDot = Shapes.zerosLike(points);
            double[] weightsDot = new double[weights.length];
            Workspace workspace = new Workspace();
            return (vector, product) -> {
                int next = Shapes.unpack(vector, 0, camerasDot);
                next = Shapes.unpack(vector, next, pointsDot);
                Shapes.unpack(vector, next, weightsDot);
                double[] tangent = BundleAdjustmentDerivatives.errorsPushforward(
                        cameras,
                        points,
                        weights,
                        camera,
                        point,
                        features,
                        camerasDot,
                        pointsDot,
                        weightsDot,
                        workspace);
                System.arraycopy(tangent, 0, product, 0, product.length);
            };
        }
    }

    @Test
    void errorsAndJacobianEqualTheReference() {
        Problem problem = Problem.load("ba_test");
        int p = problem.weights().length;
        double[] errors = BundleAdjustment.errors(
                problem.cameras(),
                problem.points(),
                problem.weights(),
                problem.camera(),
                problem.point(),
                problem.features());
        SparseJacobian sparse = new SparseJacobian(problem.pattern());

        Gradients.assertClose(errors, TokenScanner.ofResource("ba/ba_test.obj").nextDoubles("errors", 3 * p));
        Gradients.assertClose(
                sparse.compute(problem.product()).values(),
                TokenScanner.ofResource("ba/ba_test.grad").nextDoubles("entries", 31 * p));
    }

    @ParameterizedTest
    @CsvSource({"2, 5, 11", "4, 9, 40", "8, 30, 120"})
    void sparseEqualsDense(int n, int m, int p) {
        Problem problem = Problem.of(n, m, p);
        SparseJacobian sparse = new SparseJacobian(SparsityPattern.detect(3 * p, problem.columns(), problem.product()));
        SparseMatrix jacobian = sparse.compute(problem.product());
        double[][] dense = BundleAdjustmentDerivatives.errorsJacobian(
                problem.cameras(),
                problem.points(),
                problem.weights(),
                problem.camera(),
                problem.point(),
                problem.features());

        // Each error has one coordinate of the principal point only.
        assertThat(jacobian.pattern().size()).isEqualTo(29 * p);
        assertThat(sparse.colors()).isBetween(14, 25);
        double[][] actual = jacobian.toDense();
        for (int i = 0; i < dense.length; i++) {
            assertThat(actual[i]).containsExactly(dense[i], within(1e-9));
        }
    }

    @Test
    void denseEqualsDifferences() {
        Problem problem = Problem.of(2, 3, 4);
        MatrixProduct product = problem.product();
        double[] direction = new Random(1).doubles(problem.columns(), -1, 1).toArray();
        double[] along = new double[12];
        product.multiply(direction, along);
        double step = 1e-6;
        double[] up = errors(problem, direction, step);
        double[] down = errors(problem, direction, -step);
        for (int i = 0; i < along.length; i++) {
            assertThat(along[i]).isEqualTo((up[i] - down[i]) / (2 * step), within(1e-5 * (1 + Math.abs(along[i]))));
        }
    }

    private static double[] errors(Problem problem, double[] direction, double step) {
        double[] flat = new double[direction.length];
        int next = Shapes.pack(problem.cameras(), flat, 0);
        next = Shapes.pack(problem.points(), flat, next);
        Shapes.pack(problem.weights(), flat, next);
        for (int i = 0; i < flat.length; i++) {
            flat[i] += step * direction[i];
        }
        double[][] cameras = Shapes.zerosLike(problem.cameras());
        double[][] points = Shapes.zerosLike(problem.points());
        double[] weights = new double[problem.weights().length];
        next = Shapes.unpack(flat, 0, cameras);
        next = Shapes.unpack(flat, next, points);
        Shapes.unpack(flat, next, weights);
        return BundleAdjustment.errors(cameras, points, weights, problem.camera(), problem.point(), problem.features());
    }
}
