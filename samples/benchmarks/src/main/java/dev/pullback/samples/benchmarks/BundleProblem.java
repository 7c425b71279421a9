package dev.pullback.samples.benchmarks;

import dev.pullback.runtime.Shapes;
import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.optim.leastsquares.SparseResidualFunction;
import dev.pullback.runtime.sparse.MatrixProduct;
import dev.pullback.runtime.sparse.SparsityPattern;
import java.util.Arrays;
import java.util.Random;

/** A problem with made-up cameras and points; observation i is of camera i mod n and point i mod m. */
record BundleProblem(
        double[][] cameras, double[][] points, double[] weights, int[] camera, int[] point, double[][] features) {

    static BundleProblem of(int n, int m, int p) {
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
        return new BundleProblem(cameras, points, weights, camera, point, new double[p][2]);
    }

    /** The problem of a file, which has one camera, point, weight and feature for all. */
    static BundleProblem load(String name) {
        TokenScanner file = TokenScanner.ofResource("ba/" + name + ".txt");
        BundleProblem problem = of(file.nextInt("cameras"), file.nextInt("points"), file.nextInt("observations"));
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

    /** The pattern from the index arrays. */
    SparsityPattern ownPattern() {
        return BundleAdjustmentDerivatives.errorsJacobianPattern(cameras, points, weights, camera, point, features);
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
                    cameras, points, weights, camera, point, features, camerasDot, pointsDot, weightsDot, workspace);
            System.arraycopy(tangent, 0, product, 0, product.length);
        };
    }

    /** The errors. */
    double[] errors() {
        return BundleAdjustment.errors(cameras, points, weights, camera, point, features);
    }

    /** The independents in one vector. */
    double[] flat() {
        double[] flat = new double[columns()];
        int next = Shapes.pack(cameras, flat, 0);
        next = Shapes.pack(points, flat, next);
        Shapes.pack(weights, flat, next);
        return flat;
    }

    /** The same problem at another point. */
    BundleProblem at(double[] flat) {
        BundleProblem moved = new BundleProblem(
                Shapes.zerosLike(cameras), Shapes.zerosLike(points), weights.clone(), camera, point, features);
        moved.move(flat);
        return moved;
    }

    private void move(double[] flat) {
        int next = Shapes.unpack(flat, 0, cameras);
        next = Shapes.unpack(flat, next, points);
        Shapes.unpack(flat, next, weights);
    }

    /** The errors as residuals with a sparse Jacobian. */
    SparseResidualFunction residuals() {
        BundleProblem at = at(flat());
        MatrixProduct product = at.product();
        return SparseResidualFunction.of(pattern(), (flat, direction, residuals, tangent) -> {
            at.move(flat);
            System.arraycopy(at.errors(), 0, residuals, 0, residuals.length);
            product.multiply(direction, tangent);
        });
    }
}
