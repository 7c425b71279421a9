package dev.pullback.processor.conformance;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How long javac takes for the conformance sources: without the processor, with it, and without it for the same sources and
 * all that it generates. {@code main} measures the three in turns in one JVM and prints the medians; its argument is the
 * number of turns that count.
 */
final class CompileTime {
    private static final int WARM_UP = 8;

    /** What calls a generated class does not compile without the processor. */
    private static final Pattern GENERATED = Pattern.compile("\\w+Derivatives\\b");

    private CompileTime() {}

    /** Argument: the number of measured turns. */
    public static void main(String[] arguments) {
        int turns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        List<SourceFile> sources = ConformanceCase.all().stream()
                .map(ConformanceCase::source)
                .filter(source -> !GENERATED.matcher(source.text()).find())
                .toList();
        Map<String, String> all = new TreeMap<>();
        sources.forEach(source -> all.put(source.name(), source.text()));
        all.putAll(compile(ProcessorCompiler.withProcessor(), sources).generatedSources());
        List<SourceFile> withGenerated = all.entrySet().stream()
                .map(entry -> new SourceFile(entry.getKey(), entry.getValue()))
                .toList();

        double[] without = new double[turns];
        double[] with = new double[turns];
        double[] generated = new double[turns];
        for (int turn = -WARM_UP; turn < turns; turn++) {
            double plainTime = seconds(ProcessorCompiler.plain(), sources);
            double processorTime = seconds(ProcessorCompiler.withProcessor(), sources);
            double generatedTime = seconds(ProcessorCompiler.plain(), withGenerated);
            if (turn >= 0) {
                without[turn] = plainTime;
                with[turn] = processorTime;
                generated[turn] = generatedTime;
            }
        }
        System.out.printf("%d sources, %d lines%n", sources.size(), lines(sources));
        System.out.printf("with what is generated, %d lines%n", lines(withGenerated));
        System.out.printf("javac without the processor: %.2f s%n", median(without));
        System.out.printf("javac with it: %.2f s, ratio %.2f%n", median(with), median(with) / median(without));
        System.out.printf(
                "javac without it for both: %.2f s, ratio %.2f%n", median(generated), median(with) / median(generated));
    }

    private static double seconds(ProcessorCompiler compiler, List<SourceFile> sources) {
        long start = System.nanoTime();
        compile(compiler, sources);
        return (System.nanoTime() - start) / 1e9;
    }

    private static CompilationResult compile(ProcessorCompiler compiler, List<SourceFile> sources) {
        CompilationResult result = compiler.compile(sources);
        if (!result.succeeded()) {
            throw new IllegalStateException(result.describe());
        }
        return result;
    }

    private static long lines(List<SourceFile> sources) {
        return sources.stream()
                .mapToLong(source -> source.text().lines().count())
                .sum();
    }

    private static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
