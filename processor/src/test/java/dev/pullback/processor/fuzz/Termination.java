package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.Oracles;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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
                .replaceAll("(\\b(?:for \\([^{}]*?\\)|while \\([^{};]*?\\)|do) \\{)", "$1" + step)
                .replaceFirst(
                        "(?m)^(.*\\b(?:class|record|enum) " + mutant.program().name() + "\\b.*[{;])$", "$1" + COUNTER);
        return new SourceFile(source.name(), text);
    }

    private static boolean ends(Mutant mutant, CompilationResult result) {
        Method method = Arrays.stream(result.load(mutant.program().className()).getDeclaredMethods())
                .filter(m -> m.getName().equals("f"))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        return mutant.program().points().stream()
                .flatMap(point -> Oracles.evaluated(point).stream())
                .allMatch(point -> ends(method, point));
    }

    private static boolean ends(Method method, Arguments point) {
        try {
            method.invoke(null, point.copy().values());
            return true;
        } catch (InvocationTargetException e) {
            return !(e.getCause() instanceof StackOverflowError);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
