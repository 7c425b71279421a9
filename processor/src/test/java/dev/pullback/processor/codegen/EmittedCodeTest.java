package dev.pullback.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.codegen.MethodDerivatives.Sweeps;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrPrinter;
import dev.pullback.processor.ir.IrVerifier;
import dev.pullback.processor.ir.PrimalMethod;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Emitted Java computes bit for bit what the representation says, and its size is not underestimated. */
class EmittedCodeTest {

    private static final int CASES = 300;
    private static final double[] SPECIAL = {0.0, -0.0, 1.0, Double.NaN, Double.POSITIVE_INFINITY, -3.5, 1e17};

    @Test
    void expressionsKeepTheirValue() throws ReflectiveOperationException {
        List<Function> functions = new ArrayList<>();
        for (int k = 0; k < CASES; k++) {
            functions.add(RandomIr.expression("e" + k, k, 2 + k % 6));
        }
        compareWithInterpreter(functions, compile(functions));
    }

    @Test
    void statementsKeepTheirMeaning() throws ReflectiveOperationException {
        List<Function> functions = new ArrayList<>();
        for (int k = 0; k < CASES; k++) {
            functions.add(RandomIr.function("s" + k, 1000 + k, 1 + k % 9));
        }
        compareWithInterpreter(functions, compile(functions));
    }

    @Test
    void sizesAreUpperBounds() throws ReflectiveOperationException {
        List<Function> functions = new ArrayList<>();
        for (int k = 0; k < CASES; k++) {
            functions.add(RandomIr.function("b" + k, 5000 + k, 1 + k % 60));
        }
        // More than 256 slots, and more than 32,000 bytes, which take longer instructions.
        functions.add(RandomIr.function("wide", 7000, 150));
        functions.add(RandomIr.function("far", 7001, 620));
        Map<String, Integer> real = CodeLengths.of(compile(functions).bytes("p.Outer_InnerDerivatives"));
        long sumOfReal = 0;
        long sumOfEstimates = 0;
        for (Function function : functions) {
            int estimate = BytecodeSize.estimate(function);
            assertThat(estimate).as(function.name()).isGreaterThanOrEqualTo(real.get(function.name()));
            if (estimate < 8_000) {
                sumOfReal += real.get(function.name());
                sumOfEstimates += estimate;
            }
        }
        assertThat(real.get("far")).isGreaterThan(33_000);
        assertThat((double) sumOfEstimates / sumOfReal).isLessThan(1.5);
    }

    private static CompiledSources compile(List<Function> functions) {
        functions.forEach(f -> IrVerifier.verify(f, "the generator"));
        PrimalMethod primal = Primals.parse("public f(double x)");
        Sweeps sweeps = SumOfSquares.of(primal, false).sweeps().orElseThrow();
        MethodDerivatives method = new MethodDerivatives(
                primal,
                Optional.of(new Sweeps(
                        sweeps.valueAndGradient().orElseThrow(), sweeps.pullback(), Optional.empty(), functions)));
        String text = SourceWriter.text(
                new DerivativeClass("p", List.of("Outer", "Inner"), true, List.of(method), List.of()));
        String outer = """
            package p;
            /** Primals. */
            class Outer {
                /** None. */
                private Outer() {}
                /** Primals. */
                static final class Inner {
                    /** None. */
                    private Inner() {}
                    /** Squares.
                     * @param x any number
                     * @return the square
                     */
                    static double f(double x) {
                        return x * x;
                    }
                }
            }
            """;
        return CompiledSources.strictly(Map.of("p.Outer", outer, "p.Outer_InnerDerivatives", text));
    }

    private static void compareWithInterpreter(List<Function> functions, CompiledSources compiled)
            throws ReflectiveOperationException {
        Class<?> type = compiled.loadClass("p.Outer_InnerDerivatives");
        Random random = new Random(1);
        for (Function function : functions) {
            Method method = type.getDeclaredMethod(
                    function.name(),
                    double.class,
                    double.class,
                    int.class,
                    int.class,
                    long.class,
                    boolean.class,
                    double[].class);
            method.setAccessible(true);
            for (int run = 0; run < 4; run++) {
                double a = run % 2 == 0 ? random.nextGaussian() : SPECIAL[random.nextInt(SPECIAL.length)];
                double b = run % 2 == 0 ? random.nextGaussian() : SPECIAL[random.nextInt(SPECIAL.length)];
                int i = random.nextInt(10) - 3;
                double[] v = {a, 2, b, -0.0};
                double[] w = v.clone();
                Object expected = IrInterpreter.call(function, a, b, i, i * 777, (long) i << 33, run > 1, v);
                Object actual = method.invoke(null, a, b, i, i * 777, (long) i << 33, run > 1, w);
                // Equality of boxed doubles is equality of bits, all NaN being one.
                assertThat(actual).as(() -> IrPrinter.print(function)).isEqualTo(expected);
                assertThat(w).isEqualTo(v);
            }
        }
    }
}
