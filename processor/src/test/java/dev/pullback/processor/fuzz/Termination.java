package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.Oracles;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** Finds mutants that run for ever: compiles them without the processor and with a counter in every printed loop, and runs. */
final class Termination {
    private static final String COUNTER = """

            private static int steps9;
            static void step9() { if (++steps9 > 20_000) { throw new StackOverflowError(); } }
        """;

    private static final ProcessorCompiler PLAIN = ProcessorCompiler.plain().withOptions("-Xlint:none");

    private Termination() {}

    /** The mutants, all of them Java, that end at all their points; an exception is an end. */
    static List<Mutant> ending(List<Mutant> mutants) {
        CompilationResult result =
                PLAIN.compile(mutants.stream().map(Termination::counting).toList());
        if (!result.succeeded()) {
            throw new IllegalStateException(result.describe());
        }
        return mutants.stream().filter(mutant -> ends(mutant, result)).toList();
    }

    private static SourceFile counting(Mutant mutant) {
        SourceFile source = mutant.toSource();
        String step = " " + mutant.program().name() + ".step9();";
        String text = source.text()
                .replaceAll(
                        "(\\b(?:for \\((?:[^{}]|\\{[^{}]*})*?\\)|while \\((?:[^{};]|\\{[^{}]*})*?\\)|do) \\{)",
                        "$1" + step)
                .replaceFirst(
                        "(?m)^(.*\\b(?:class|record|enum) " + mutant.program().name() + "\\b.*[{;])$", "$1" + COUNTER);
        return new SourceFile(source.name(), text);
    }

    private static boolean ends(Mutant mutant, CompilationResult result) {
        Class<?> type = result.load(mutant.program().className());
        return mutant.program().points().stream()
                .flatMap(point -> Oracles.evaluated(point).stream())
                .allMatch(point -> ends(mutant.program().main(), type, point));
    }

    private static boolean ends(FuzzMethod main, Class<?> type, Arguments point) {
        try {
            Object[] values = point.copy().values();
            Object[] arguments = main.isPlain()
                    ? values
                    : (Object[]) method(type, SurroundingsPrinter.ARRANGED).invoke(null, values);
            Method method = method(type, "f");
            if (Modifier.isStatic(method.getModifiers())) {
                method.invoke(null, arguments);
            } else {
                method.invoke(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
            }
            return true;
        } catch (InvocationTargetException e) {
            return !(e.getCause() instanceof StackOverflowError);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Method method(Class<?> type, String name) {
        Method method = Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        return method;
    }
}
