package golden.mixture;

import dev.pullback.annotations.PullbackGenerated;
import dev.pullback.runtime.Objective;
import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.Shapes;
import dev.pullback.runtime.SharedMemory;
import dev.pullback.runtime.Workspace;
import java.lang.Math;
import java.util.Arrays;

/**
 * Derivatives of the methods of {@link Mixture}, written by the Pullback processor.
 */
@PullbackGenerated(Mixture.class)
public final class MixtureDerivatives {
    /**
     * All methods are static.
     */
    private MixtureDerivatives() {
    }

    /**
     * Computes the value of {@link Mixture#logLikelihood(double[], double[][], double[][])} and overwrites the bars with its gradient.
     *
     * @param weight independent argument of the primal
     * @param mean independent argument of the primal
     * @param points passive argument of the primal
     * @param weightBar overwritten by the partial derivatives with respect to {@code weight}
     * @param meanBar overwritten by the partial derivatives with respect to {@code mean}
     * @return the value of the primal
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static double logLikelihoodValueAndGradient(double[] weight, double[][] mean,
            double[][] points, double[] weightBar, double[][] meanBar) {
        return logLikelihoodValueAndGradient(weight, mean, points, weightBar, meanBar,
                new Workspace());
    }

    /**
     * Computes the value of {@link Mixture#logLikelihood(double[], double[][], double[][])} and overwrites the bars with its gradient.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param weight independent argument of the primal
     * @param mean independent argument of the primal
     * @param points passive argument of the primal
     * @param weightBar overwritten by the partial derivatives with respect to {@code weight}
     * @param meanBar overwritten by the partial derivatives with respect to {@code mean}
     * @param workspace arrays to reuse from call to call
     * @return the value of the primal
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static double logLikelihoodValueAndGradient(double[] weight, double[][] mean,
            double[][] points, double[] weightBar, double[][] meanBar, Workspace workspace) {
        Shapes.requireBar(weight, weightBar, "weightBar");
        Shapes.requireBar(mean, meanBar, "meanBar");
        SharedMemory.requireRowsOfTheirOwn(meanBar, "meanBar");
        SharedMemory.requireUnread(meanBar, points, "meanBar, points");
        // line 22: int dimension = mean[0].length
        int dimension = mean[0].length;
        double[] weightBarSum = workspace.zerosLike(0, weight);
        double[][] meanBarSum = workspace.zerosLike(0, mean);
        // line 25: double sum = 0
        double sum = 0.0;
        // line 24: double[] density = new double[weight.length]
        double[] density = workspace.zeros(1, weight.length);
        double[][] centeredRows = workspace.scratch(1, weight.length, dimension);
        double[] expTape = workspace.doubles(0, density.length);
        double[] densityBar = workspace.scratch(2, weight.length);
        double[] centeredBar = workspace.scratch(3, dimension);
        // line 26: for (double[] point : points)
        for (int pointIndex = 0; pointIndex < points.length; pointIndex++) {
            double[] point = points[pointIndex];
            // line 27: for (int k = 0; k < weight.length; k++)
            for (int k = 0; k < weight.length; k++) {
                // line 23: double[] centered = new double[dimension]
                double[] centered = centeredRows[k];
                // line 28: for (int i = 0; i < dimension; i++)
                for (int i = 0; i < dimension; i++) {
                    // line 29: centered[i] = point[i] - mean[k][i]
                    centered[i] = point[i] - mean[k][i];
                }
                // line 31: double squared = 0
                double squared = 0.0;
                // line 32: for (int i = 0; i < dimension; i++)
                for (int i = 0; i < dimension; i++) {
                    // line 33: squared += centered[i] * centered[i]
                    squared += centered[i] * centered[i];
                }
                // line 35: density[k] = weight[k] - 0.5 * squared
                density[k] = weight[k] - 0.5 * squared;
            }
            // line 37: double total = 0
            double total = 0.0;
            // line 38: for (double d : density)
            for (int dIndex = 0; dIndex < density.length; dIndex++) {
                double d = density[dIndex];
                // line 39: total += Math.exp(d)
                double exp = Math.exp(d);
                total += exp;
                expTape[dIndex] = exp;
            }
            // line 41: sum += Math.log(total)
            sum += Math.log(total);
            double totalBar = 1.0 / total;
            // line 38: for (double d : density)
            for (int dIndex = 0; dIndex < density.length; dIndex++) {
                densityBar[dIndex] = totalBar * expTape[dIndex];
            }
            // line 27: for (int k = 0; k < weight.length; k++)
            for (int k = 0; k < weight.length; k++) {
                // line 23: double[] centered = new double[dimension]
                double[] centered = centeredRows[k];
                // line 35: density[k] = weight[k] - 0.5 * squared
                double bar = densityBar[k];
                weightBarSum[k] += bar;
                double squaredBar = -(bar * 0.5);
                // line 32: for (int i = 0; i < dimension; i++)
                for (int i = 0; i < dimension; i++) {
                    // line 33: squared += centered[i] * centered[i]
                    centeredBar[i] = 2.0 * squaredBar * centered[i];
                }
                // line 28: for (int i = 0; i < dimension; i++)
                for (int i = 0; i < dimension; i++) {
                    // line 29: centered[i] = point[i] - mean[k][i]
                    meanBarSum[k][i] -= centeredBar[i];
                }
            }
        }
        Shapes.copy(weightBarSum, weightBar);
        Shapes.copy(meanBarSum, meanBar);
        return sum;
    }

    /**
     * Computes the gradient of {@link Mixture#logLikelihood(double[], double[][], double[][])}.
     *
     * @param weight independent argument of the primal
     * @param mean independent argument of the primal
     * @param points passive argument of the primal
     * @return the partial derivatives with respect to {@code weight}, {@code mean}
     */
    public static LogLikelihoodGradient logLikelihoodGradient(double[] weight, double[][] mean,
            double[][] points) {
        double[] weightBar = new double[weight.length];
        double[][] meanBar = Shapes.zerosLike(mean);
        logLikelihoodValueAndGradient(weight, mean, points, weightBar, meanBar);
        return new LogLikelihoodGradient(weightBar, meanBar);
    }

    /**
     * Adds to the bars the gradient of {@link Mixture#logLikelihood(double[], double[][], double[][])} times the adjoint of its result.
     *
     * @param weight independent argument of the primal
     * @param mean independent argument of the primal
     * @param points passive argument of the primal
     * @param resultBar the adjoint of the result: the seed
     * @param weightBar the adjoints of {@code weight}, which the products are added to
     * @param meanBar the adjoints of {@code mean}, which the products are added to
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static void logLikelihoodPullback(double[] weight, double[][] mean, double[][] points,
            double resultBar, double[] weightBar, double[][] meanBar) {
        logLikelihoodPullback(weight, mean, points, resultBar, weightBar, meanBar, new Workspace());
    }

    /**
     * Adds to the bars the gradient of {@link Mixture#logLikelihood(double[], double[][], double[][])} times the adjoint of its result.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param weight independent argument of the primal
     * @param mean independent argument of the primal
     * @param points passive argument of the primal
     * @param resultBar the adjoint of the result: the seed
     * @param weightBar the adjoints of {@code weight}, which the products are added to
     * @param meanBar the adjoints of {@code mean}, which the products are added to
     * @param workspace arrays to reuse from call to call
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static void logLikelihoodPullback(double[] weight, double[][] mean, double[][] points,
            double resultBar, double[] weightBar, double[][] meanBar, Workspace workspace) {
        Shapes.requireBar(weight, weightBar, "weightBar");
        Shapes.requireBar(mean, meanBar, "meanBar");
        SharedMemory.requireUnread(meanBar, points, "meanBar, points");
        // line 22: int dimension = mean[0].length
        int dimension = mean[0].length;
        double[] weightBarSum = workspace.zerosLike(0, weight);
        double[][] meanBarSum = workspace.zerosLike(0, mean);
        // line 24: double[] density = new double[weight.length]
        double[] density = workspace.zeros(1, weight.length);
        double[][] centeredRows = workspace.scratch(1, weight.length, dimension);
        double[] expTape = workspace.doubles(0, density.length);
        double[] densityBar = workspace.scratch(2, weight.length);
        double[] centeredBar = workspace.scratch(3, dimension);
        // line 26: for (double[] point : points)
        for (int pointIndex = 0; pointIndex < points.length; pointIndex++) {
            double[] point = points[pointIndex];
            // line 27: for (int k = 0; k < weight.length; k++)
            for (int k = 0; k < weight.length; k++) {
                // line 23: double[] centered = new double[dimension]
                double[] centered = centeredRows[k];
                // line 28: for (int i = 0; i < dimension; i++)
                for (int i = 0; i < dimension; i++) {
                    // line 29: centered[i] = point[i] - mean[k][i]
                    centered[i] = point[i] - mean[k][i];
                }
                // line 31: double squared = 0
                double squared = 0.0;
                // line 32: for (int i = 0; i < dimension; i++)
                for (int i = 0; i < dimension; i++) {
                    // line 33: squared += centered[i] * centered[i]
                    squared += centered[i] * centered[i];
                }
                // line 35: density[k] = weight[k] - 0.5 * squared
                density[k] = weight[k] - 0.5 * squared;
            }
            // line 37: double total = 0
            double total = 0.0;
            // line 38: for (double d : density)
            for (int dIndex = 0; dIndex < density.length; dIndex++) {
                double d = density[dIndex];
                // line 39: total += Math.exp(d)
                double exp = Math.exp(d);
                total += exp;
                expTape[dIndex] = exp;
            }
            // line 41: sum += Math.log(total)
            double totalBar = resultBar / total;
            // line 38: for (double d : density)
            for (int dIndex = 0; dIndex < density.length; dIndex++) {
                densityBar[dIndex] = totalBar * expTape[dIndex];
            }
            // line 27: for (int k = 0; k < weight.length; k++)
            for (int k = 0; k < weight.length; k++) {
                // line 23: double[] centered = new double[dimension]
                double[] centered = centeredRows[k];
                // line 35: density[k] = weight[k] - 0.5 * squared
                double bar = densityBar[k];
                weightBarSum[k] += bar;
                double squaredBar = -(bar * 0.5);
                // line 32: for (int i = 0; i < dimension; i++)
                for (int i = 0; i < dimension; i++) {
                    // line 33: squared += centered[i] * centered[i]
                    centeredBar[i] = 2.0 * squaredBar * centered[i];
                }
                // line 28: for (int i = 0; i < dimension; i++)
                for (int i = 0; i < dimension; i++) {
                    // line 29: centered[i] = point[i] - mean[k][i]
                    meanBarSum[k][i] -= centeredBar[i];
                }
            }
        }
        Shapes.add(weightBarSum, weightBar);
        Shapes.add(meanBarSum, meanBar);
    }

    /**
     * Creates {@link Mixture#logLikelihood(double[], double[][], double[][])} as a function of the flat vector of its independents
     * {@code weight}, {@code mean}, in this order, matrices row by row.
     *
     * <p>The result holds a workspace and belongs to one thread at a time.
     *
     * @param points passive argument of the primal
     * @param weightLength length of {@code weight}
     * @param meanRows number of rows of {@code mean}
     * @param meanColumns number of columns of {@code mean}
     * @return the objective
     */
    public static Objective logLikelihoodObjective(double[][] points, int weightLength,
            int meanRows, int meanColumns) {
        return logLikelihoodObjectiveOf(points, weightLength, new double[meanRows][meanColumns]);
    }

    /**
     * Creates {@link Mixture#logLikelihood(double[], double[][], double[][])} as a function of a flat vector for independents of the given sizes.
     *
     * <p>The result holds a workspace and belongs to one thread at a time.
     *
     * @param weight independent argument of the primal
     * @param mean independent argument of the primal
     * @param points passive argument of the primal
     * @return the function; the values of the independents are not kept
     */
    public static Objective logLikelihoodObjective(double[] weight, double[][] mean,
            double[][] points) {
        return logLikelihoodObjectiveOf(points, weight.length, Shapes.zerosLike(mean));
    }

    /**
     * Creates {@link Mixture#logLikelihood(double[], double[][], double[][])} as a function of the flat vector of its independents
     * {@code weight}, {@code mean}, in this order, matrices row by row.
     *
     * <p>The result holds a workspace and belongs to one thread at a time.
     *
     * @param points passive argument of the primal
     * @param weightLength length of {@code weight}
     * @param meanShape an array of the shape of {@code mean}
     * @return the objective
     */
    private static Objective logLikelihoodObjectiveOf(double[][] points, int weightLength,
            double[][] meanShape) {
        return new Objective() {
            private final Workspace workspace = new Workspace();

            private final Workspace inputs = new Workspace();

            private final double[] weight = new double[weightLength];

            private double[][] mean;

            private final double[] weightBar = new double[weightLength];

            private final double[][] meanBar = Shapes.zerosLike(meanShape);

            @Override
            public double value(double[] point) {
                unpack(point);
                return Mixture.logLikelihood(weight, mean, points);
            }

            @Override
            public double valueAndGradient(double[] point, double[] gradient) {
                unpack(point);
                Shapes.requireLength(gradient, point.length, "gradient");
                double value = logLikelihoodValueAndGradient(weight, mean, points, weightBar,
                        meanBar, workspace);
                int next = Shapes.pack(weightBar, gradient, 0);
                Shapes.pack(meanBar, gradient, next);
                return value;
            }

            @Override
            public ParameterBlocks parameterBlocks(int length) {
                return ParameterBlocks.builder().vector("weight", weightLength)
                        .matrix("mean", meanShape).build();
            }

            private void unpack(double[] point) {
                Shapes.requireLength(point, weightLength + Shapes.size(meanShape), "point");
                mean = inputs.zerosLike(0, meanShape);
                int next = Shapes.unpack(point, 0, weight);
                Shapes.unpack(point, next, mean);
            }
        };
    }

    /**
     * Gives the flat vector that objectives of {@link Mixture#logLikelihood(double[], double[][], double[][])} start from.
     *
     * @param weight independent argument of the primal
     * @param mean independent argument of the primal
     * @return a new vector: {@code weight}, {@code mean}, in this order, matrices row by row
     */
    public static double[] logLikelihoodPoint(double[] weight, double[][] mean) {
        double[] point = new double[weight.length + Shapes.size(mean)];
        int next = Shapes.pack(weight, point, 0);
        Shapes.pack(mean, point, next);
        return point;
    }

    /**
     * Gives the independent arguments of {@link Mixture#logLikelihood(double[], double[][], double[][])} that a flat vector stands for.
     *
     * @param point a flat vector: {@code weight}, {@code mean}, in this order, matrices row by row
     * @param weight tells the lengths of arrays
     * @param mean tells the lengths of arrays
     * @return new values; arrays have the lengths of the arguments' ones
     * @throws IllegalArgumentException if {@code point} has another length
     */
    public static LogLikelihoodIndependents logLikelihoodIndependents(double[] point,
            double[] weight, double[][] mean) {
        Shapes.requireLength(point, weight.length + Shapes.size(mean), "point");
        double[] weightAt = Shapes.zerosLike(weight);
        double[][] meanAt = Shapes.zerosLike(mean);
        int next = Shapes.unpack(point, 0, weightAt);
        Shapes.unpack(point, next, meanAt);
        return new LogLikelihoodIndependents(weightAt, meanAt);
    }

    /**
     * The gradient of {@link Mixture#logLikelihood(double[], double[][], double[][])}.
     */
    public static final class LogLikelihoodGradient {
        /**
         * The partial derivatives with respect to {@code weight}.
         */
        private final double[] weight;

        /**
         * The partial derivatives with respect to {@code mean}.
         */
        private final double[][] mean;

        /**
         * Keeps the given values.
         *
         * @param weight the partial derivatives with respect to {@code weight}
         * @param mean the partial derivatives with respect to {@code mean}
         */
        private LogLikelihoodGradient(double[] weight, double[][] mean) {
            this.weight = weight;
            this.mean = mean;
        }

        /**
         * The partial derivatives with respect to {@code weight}.
         *
         * @return the partial derivatives with respect to {@code weight}
         */
        public double[] weight() {
            return weight;
        }

        /**
         * The partial derivatives with respect to {@code mean}.
         *
         * @return the partial derivatives with respect to {@code mean}
         */
        public double[][] mean() {
            return mean;
        }

        @Override
        public String toString() {
            return "LogLikelihoodGradient[weight=" + Arrays.toString(weight)
                    + ", mean=" + Arrays.deepToString(mean) + "]";
        }
    }

    /**
     * The independent arguments of {@link Mixture#logLikelihood(double[], double[][], double[][])}.
     */
    public static final class LogLikelihoodIndependents {
        /**
         * The value of {@code weight}.
         */
        private final double[] weight;

        /**
         * The value of {@code mean}.
         */
        private final double[][] mean;

        /**
         * Keeps the given values.
         *
         * @param weight the value of {@code weight}
         * @param mean the value of {@code mean}
         */
        private LogLikelihoodIndependents(double[] weight, double[][] mean) {
            this.weight = weight;
            this.mean = mean;
        }

        /**
         * The value of {@code weight}.
         *
         * @return the value of {@code weight}
         */
        public double[] weight() {
            return weight;
        }

        /**
         * The value of {@code mean}.
         *
         * @return the value of {@code mean}
         */
        public double[][] mean() {
            return mean;
        }

        @Override
        public String toString() {
            return "LogLikelihoodIndependents[weight=" + Arrays.toString(weight)
                    + ", mean=" + Arrays.deepToString(mean) + "]";
        }
    }
}
