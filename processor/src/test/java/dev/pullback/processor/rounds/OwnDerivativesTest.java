package dev.pullback.processor.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import org.junit.jupiter.api.Test;

/**
 * A class may use its own derivatives, with {@code var} too: the case in which attributing the class early crashes javac.
 */
final class OwnDerivativesTest {

    @Test
    void otherMethodsOfTheClassCallItsDerivatives() throws ReflectiveOperationException {
        CompilationResult result = compile("""
            class Self {
                @Differentiable static double f(double[] x, double y) {
                    var s = helper(x[0]) * y;
                    for (var v : x) { s += v * RATE; }
                    return s;
                }
                static final double RATE = 2;
                static final double[] AT = {1, 2};
                static final double FIELD = SelfDerivatives.gGradient(3);
                private static double helper(double x) { return x * x; }
                @Differentiable static double g(double x) { return x * x; }
                static double user(double z) {
                    var q = SelfDerivatives.gGradient(z);
                    var r = SelfDerivatives.fGradient(AT, z);
                    java.util.function.DoubleUnaryOperator o = SelfDerivatives::gGradient;
                    var list = java.util.List.of(SelfDerivatives.gGradient(q), o.applyAsDouble(q));
                    return q + list.get(0) + FIELD;
                }
            }\
            """);
        assertThat(result.diagnostics()).isEmpty();
        var user = result.load("Self").getDeclaredMethod("user", double.class);
        user.setAccessible(true);
        assertThat(user.invoke(null, 1.0)).isEqualTo(2.0 + 4.0 + 6.0);
    }

    @Test
    void importsOfTheGeneratedClassResolve() {
        CompilationResult result = compile("""
            class Self {
                @Differentiable static double g(double x) { return x * x; }
                static class Nested {
                    @Differentiable static double h(double x) { return g(x) * x; }
                }
                double user = SelfDerivatives.gGradient(2) + Self_NestedDerivatives.hGradient(1);
            }\
            """);
        assertThat(result.diagnostics()).isEmpty();
    }

    @Test
    void ourAnnotationsAreClaimedSoThatLintIsQuiet() {
        CompilationResult result = ProcessorCompiler.withProcessor()
                .withOptions("-Xlint:all", "-Werror")
                .compile(new SourceFile("Self", """
                    import dev.pullback.annotations.*;
                    class Self {
                        @Differentiable static double g(double x, @Passive double y) { return x * y; }
                    }\
                    """));
        assertThat(result.diagnostics()).isEmpty();
    }

    @Test
    void anErrorDoesNotHideTheDerivativesFromTheirCallers() {
        CompilationResult result = compile("""
            class Self {
                @Differentiable static double g(double x) { return Math.nextUp(x); }
                double user = SelfDerivatives.gGradient(2);
            }
            class User extends Self {
                Object o = SelfDerivatives.class;
            }\
            """);
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage(null)).startsWith("[AD401]"));
    }

    private static CompilationResult compile(String source) {
        return ProcessorCompiler.withProcessor()
                .compile(new SourceFile("Self", "import dev.pullback.annotations.*;\n" + source));
    }
}
