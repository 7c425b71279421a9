package dev.pullback.processor.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;

/** A class that several tests build, with gradients of every type and comments wherever doclint wants one. */
final class Sources {

    static final String MODEL = """
        package app;

        import dev.pullback.annotations.Derivative;
        import dev.pullback.annotations.Differentiable;
        import dev.pullback.annotations.Passive;

        /** A model. */
        public final class Model {
            /** Scales. */
            private static final double[] SCALES = {3, 4};
            /** A factor. */
            private final double factor;

            /**
             * A model with a factor.
             *
             * @param factor the factor
             */
            private Model(double factor) {
                this.factor = factor;
            }

            /**
             * Reads private fields.
             *
             * @param x a number
             * @return it times factors
             */
            @Differentiable
            public double scaled(double x) {
                return x * factor * SCALES[0];
            }

            /**
             * Sums up.
             *
             * @param w weights
             * @param b an offset
             * @param x a constant
             * @return the sum
             */
            @Differentiable(derivatives = Derivative.PUSHFORWARD)
            public static double sum(double[] w, double b, @Passive double[] x) {
                double sum = b;
                for (int i = 0; i < w.length; i++) {
                    sum += Math.exp(w[i] * x[i]);
                }
                return sum;
            }

            /**
             * Squares.
             *
             * @param x a number
             * @return its square
             */
            @Differentiable
            static double square(double x) {
                return x * x;
            }

            /**
             * Multiplies.
             *
             * @param m a matrix, whose first element is set to zero
             * @param x a number
             * @return a product
             */
            @Differentiable
            public static double product(double[][] m, double x) {
                m[0][0] = 0;
                double p = x;
                while (p < 100) {
                    p *= m[1][0] + x;
                }
                return p;
            }

            /**
             * Uses derivatives of this class.
             *
             * @return a derivative
             */
            public static double slope() {
                var gradient = ModelDerivatives.sumGradient(new double[] {0}, 1, new double[] {3});
                double scale = ModelDerivatives.scaledGradient(new Model(0.5), 1);
                return gradient.w()[0] * ModelDerivatives.squareGradient(2) * scale;
            }
        }
        """;

    private Sources() {}

    /** Runs the model's own use of its derivatives. */
    static void checkModel(Project project) throws Exception {
        try (URLClassLoader classes = project.classes()) {
            assertThat(classes.loadClass("app.Model").getMethod("slope").invoke(null))
                    .isEqualTo(18.0);
        }
    }
}
