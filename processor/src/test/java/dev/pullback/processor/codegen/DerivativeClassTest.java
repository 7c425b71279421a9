package dev.pullback.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Generated classes as a whole: they compile without warnings and do what the contract says. */
class DerivativeClassTest {

    private static final List<String> SIGNATURES = List.of(
            "public f(double[] w, double b, @Passive double[] y)",
            "public f(double x)",
            "public f(double x, double y, @Passive double[] data)",
            "public g(double x, int n, double y, long k, boolean flag)",
            "public m(double[][] mu, @Passive double[] workspace)",
            "public v(double... x)",
            "public q(double[] alpha, double s, double[][] mu, double t, double[] new2)",
            "private hidden(double[] x)",
            "local(double b, double[] w)");

    private static final String PRIMAL = """
        package p;
        /** Holds the primals. */
        public class Outer {
            /** None. */ private Outer() {}
            /** The primals. */
            public static final class Inner {
                /** None. */ private Inner() {}
        %s    }
        }
        """;

    @Test
    void compilesWithoutWarnings() {
        String text = text(SIGNATURES.stream()
                .map(s -> SumOfSquares.of(Primals.parse(s), true))
                .toList());
        compile(text);
    }

    @Test
    void stubsCompileWithoutWarnings() {
        String text = text(SIGNATURES.stream()
                .map(s -> new MethodDerivatives(Primals.parse(s), Optional.empty()))
                .toList());
        compile(text);
        assertThat(text).contains("f was not differentiated: see the compiler's errors");
    }

    private static String text(List<MethodDerivatives> methods) {
        return SourceWriter.text(new DerivativeClass("p", List.of("Outer", "Inner"), true, methods));
    }

    private static CompiledSources compile(String text) {
        StringBuilder methods = new StringBuilder();
        SIGNATURES.forEach(s -> methods.append(primalSource(s)));
        return CompiledSources.strictly(Map.of("p.Outer", PRIMAL.formatted(methods), "p.Outer_InnerDerivatives", text));
    }

    /** The sum of the squares of all independents, as the derivatives of {@link SumOfSquares} assume it. */
    private static String primalSource(String declaration) {
        PrimalMethod primal = Primals.parse(declaration);
        String[] modifierAndRest = declaration.replace("@Passive ", "").split("(?<=^(public|private)) ");
        String head = modifierAndRest.length == 2
                ? modifierAndRest[0] + " static double " + modifierAndRest[1]
                : "static double " + modifierAndRest[0];
        StringBuilder text = new StringBuilder("        /** A primal.\n");
        primal.parameters()
                .forEach(p ->
                        text.append("         * @param ").append(p.variable()).append(" an argument\n"));
        text.append("         * @return the sum of squares\n         */\n        ")
                .append(head)
                .append(" {\n");
        text.append("            double sum = 0;\n");
        for (Variable v : primal.independents()) {
            String loop = "for (double %2$s : %1$s) { ";
            String square = "sum += %2$s * %2$s; ";
            int rank = v.type() instanceof ArrayType array ? array.rank() : 0;
            if (rank == 2) {
                text.append("            for (double[] row : ").append(v).append(") { ");
            }
            if (rank > 0) {
                text.append(loop.formatted(rank == 2 ? "row" : v, "e")).append(square.formatted(v, "e"));
                text.append("}".repeat(rank)).append("\n");
            } else {
                text.append("            ").append(square.formatted(v, v)).append("\n");
            }
        }
        return text.append("            return sum;\n        }\n").toString();
    }
}
