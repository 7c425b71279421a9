package dev.pullback.processor.codegen;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.Variable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A primal class with methods of every shape, each the sum of the squares of its independents, and its derivatives. */
final class SampleClass {

    private static final Map<Class<?>, Class<?>> PRIMITIVES = Map.of(
            Double.class, double.class, Integer.class, int.class, Long.class, long.class, Boolean.class, boolean.class);

    static final List<String> SIGNATURES = List.of(
            "public f(double[] w, double b, @Passive double[] y)",
            "public f(double x)",
            "public f(double x, double y, @Passive double[] data)",
            "public g(double x, int n, double y, long k, boolean flag)",
            "public m(double[][] mu, @Passive double[] workspace)",
            "public v(double... x)",
            "public q(double[] alpha, double s, double[][] mu, double t, double[] new2)",
            "private hidden(double[] x)",
            "local(double b, double[] w)",
            "public clash(double[] Shapes, double Workspace, double scalarBars, double[][] wait, double next,"
                    + " @Passive int point)");

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

    private final CompiledSources compiled;

    private SampleClass(CompiledSources compiled) {
        this.compiled = compiled;
    }

    /** All derivatives of all methods. */
    static SampleClass differentiated() {
        return new SampleClass(compile(text(SIGNATURES.stream()
                .map(s -> SumOfSquares.of(Primals.parse(s), true))
                .toList())));
    }

    /** The class that is generated when nothing could be differentiated. */
    static SampleClass abandoned() {
        return new SampleClass(compile(text(SIGNATURES.stream()
                .map(s -> new MethodDerivatives(Primals.parse(s), Optional.empty()))
                .toList())));
    }

    /** The generated class. */
    Class<?> derivatives() {
        try {
            return compiled.loadClass("p.Outer_InnerDerivatives");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Calls a derivative method; what it throws is thrown as it is. */
    Object call(String name, Object... arguments) {
        return invoke(derivatives(), name, arguments);
    }

    /** Calls a primal. */
    Object primal(String name, Object... arguments) {
        try {
            return invoke(compiled.loadClass("p.Outer$Inner"), name, arguments);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Object invoke(Class<?> owner, String name, Object... arguments) {
        Class<?>[] types = Stream.of(arguments)
                .map(a -> PRIMITIVES.getOrDefault(a.getClass(), a.getClass()))
                .toArray(Class<?>[]::new);
        try {
            Method method = owner.getDeclaredMethod(name, types);
            method.setAccessible(true);
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    static String text(List<MethodDerivatives> methods) {
        return SourceWriter.text(new DerivativeClass("p", List.of("Outer", "Inner"), true, methods, List.of()));
    }

    static CompiledSources compile(String text) {
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
