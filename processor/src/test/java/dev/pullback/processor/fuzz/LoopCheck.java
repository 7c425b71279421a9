package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.runtime.Objective;
import dev.pullback.runtime.check.GradientCheck;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Holds the gradients of {@link LoopProgram}s against central differences, the pushforward and the method itself. Each objective is
 * asked at several points, so that what an earlier call left in the workspace shows.
 */
final class LoopCheck {
    private static final int POINTS = 3;
    private static final double[] CONSTANTS = {0.3, 0.9, 0.6, -0.4};
    private static final int[] INDICES = {1, 0, 1, 3};

    private static final SourceFile SQUARES = SourceFile.of("Squares", """
        package loops;

        import dev.pullback.annotations.Derivative;
        import dev.pullback.annotations.Differentiable;

        final class Squares {
            private Squares() {}

            @Differentiable(derivatives = Derivative.PUSHFORWARD)
            static double sum(double[] v) {
                double sum = 0;
                for (double e : v) {
                    sum += e * e;
                }
                return sum;
            }
        }
        """);

    private static final String HELPERS = """
            private static double tape(double t, double x, int m) {
                for (int j = 0; j < m; j++) {
                    t = Math.sin(t * x) + t * t * 0.1;
                }
                return Math.sin(t);
            }

            private static void axpy(double[] y, double[] v, double a) {
                for (int k = 0; k < y.length; k++) {
                    y[k] = 0.5 * y[k] + Math.sin(a * v[k]);
                }
            }

            private static double[] half(double[] v, double a) {
                double[] r = new double[v.length];
                for (int k = 0; k < r.length; k++) {
                    r[k] = v[k] * a;
                    if (k > 0) {
                        r[k] -= 0.1 * v[k - 1];
                    }
                }
                return r;
            }

        """;

    private final ProcessorCompiler compiler;

    /** Checks what this compiler makes. */
    LoopCheck(ProcessorCompiler compiler) {
        this.compiler = compiler.withOptions("-Xlint:none");
    }

    /** The programs of these seeds that are wrong, or what the compiler says against them. */
    List<String> failures(long from, int count) throws ReflectiveOperationException {
        CompilationResult result = compiler.compile(SourceFile.of("Loops", source(from, count)), SQUARES);
        if (!result.succeeded()) {
            return List.of(result.describe());
        }
        Class<?> derivatives = result.load("loops.LoopsDerivatives");
        List<String> failures = new ArrayList<>();
        for (long seed = from; seed < from + count; seed++) {
            failures.addAll(check(seed, derivatives));
        }
        return failures;
    }

    private static String source(long from, int count) {
        return """
            package loops;

            import dev.pullback.annotations.Derivative;
            import dev.pullback.annotations.Differentiable;
            import dev.pullback.annotations.Passive;

            final class Loops {
                private Loops() {}

            %s%s}
            """.formatted(
                        HELPERS,
                        LongStream.range(from, from + count)
                                .mapToObj(seed -> LoopProgram.method("f" + seed, seed))
                                .collect(Collectors.joining()));
    }

    private static List<String> check(long seed, Class<?> derivatives) throws ReflectiveOperationException {
        Method factory =
                derivatives.getDeclaredMethod("f" + seed + "Objective", double[].class, int[].class, int.class);
        factory.setAccessible(true);
        Objective objective = (Objective) factory.invoke(null, CONSTANTS, INDICES, 3);
        Method pushforward = derivatives.getDeclaredMethod(
                "f" + seed + "Pushforward", double[].class, double[].class, int[].class, int.class, double[].class);
        pushforward.setAccessible(true);
        Random random = new Random(seed);
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            double[] point = random.doubles(4, -0.5, 1.2).toArray();
            double[] gradient = new double[4];
            double value = objective.valueAndGradient(point, gradient);
            if (!Double.isFinite(objective.value(point))) {
                continue;
            }
            double[] direction = random.doubles(4, -1, 1).toArray();
            double slope = (double) pushforward.invoke(null, point, CONSTANTS, INDICES, 3, direction);
            if (value != objective.value(point)
                    || !agree(slope, gradient, direction)
                    || isSmooth(gradient)
                            && !new GradientCheck(1e-5).check(objective, point).matches()) {
                failures.add("at " + Arrays.toString(point) + "\n" + LoopProgram.method("f" + seed, seed));
            }
        }
        return failures;
    }

    /** Whether the pushforward is the product with the gradient, up to rounding. */
    private static boolean agree(double slope, double[] gradient, double[] direction) {
        double product = 0;
        double scale = 1;
        for (int i = 0; i < gradient.length; i++) {
            product += gradient[i] * direction[i];
            scale += Math.abs(gradient[i] * direction[i]);
        }
        return Math.abs(product - slope) < 1e-8 * scale;
    }

    /** Sines of large sums are steeper than differences can tell. */
    private static boolean isSmooth(double[] gradient) {
        return Arrays.stream(gradient).allMatch(partial -> Math.abs(partial) < 30);
    }
}
