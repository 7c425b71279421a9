package dev.pullback.processor.conformance;

import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.processor.testkit.TestResources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A case: a class with one differentiable method {@code f}, and what its comment lines ask for.
 *
 * @param name {@code construct/Class}
 * @param source the file
 * @param arguments the {@code // args:} lines
 * @param seeds how many points per line
 * @param hasKinks whether central differences may leave most entries unjudged ({@code // kinks})
 */
record ConformanceCase(String name, SourceFile source, List<ArgumentSpec> arguments, int seeds, boolean hasKinks) {
    private static final int SEEDS = 3;
    private static final Pattern ARGS = Pattern.compile("(?m)^// args:(.*)$");
    private static final Pattern COUNT = Pattern.compile("(?m)^// seeds: (\\d+)$");
    private static final Pattern KINKS = Pattern.compile("(?m)^// kinks");
    private static final Pattern FIRST_ORDER = Pattern.compile("(?m)^// first order");

    /** Where to judge it, and the exact gradient if one is given. */
    record Point(Arguments arguments, double[] gradient) {}

    /** All cases, by construct and name; {@code -Dpullback.conformance.only=for_loop,kinks} leaves those of these folders. */
    static List<ConformanceCase> all() {
        Set<String> only =
                Set.of(System.getProperty("pullback.conformance.only", "").split(","));
        return TestResources.find(TestResources.folder("conformance"), ".java").stream()
                .filter(file -> only.contains("") || only.contains(construct(file)))
                .map(ConformanceCase::read)
                .toList();
    }

    private static String construct(Path file) {
        return file.getParent().getFileName().toString();
    }

    private static ConformanceCase read(Path file) {
        String simpleName = file.getFileName().toString().replace(".java", "");
        return of(construct(file) + "/" + simpleName, simpleName, withHessian(TestResources.read(file)));
    }

    static ConformanceCase of(String name, String simpleName, String text) {
        List<ArgumentSpec> arguments = ARGS.matcher(text)
                .results()
                .map(m -> ArgumentSpec.parse(m.group(1).strip()))
                .toList();
        int seeds = Stream.concat(
                        COUNT.matcher(text).results().map(m -> Integer.parseInt(m.group(1))), Stream.of(SEEDS))
                .findFirst()
                .orElse(SEEDS);
        boolean hasKinks = KINKS.matcher(text).find();
        return new ConformanceCase(name, SourceFile.of(simpleName, text), arguments, seeds, hasKinks);
    }

    /** Every method is also asked for its second derivatives, unless there are none ({@code // first order}). */
    static String withHessian(String text) {
        if (FIRST_ORDER.matcher(text).find()) {
            return text;
        }
        String annotated = text.replaceAll(
                "@Differentiable\\R", "@Differentiable(derivatives = dev.pullback.annotations.Derivative.HESSIAN)\n");
        return annotated.replaceAll(
                "(derivatives = )((?:dev\\.pullback\\.annotations\\.)?Derivative\\.)PUSHFORWARD\\)",
                "$1{$2PUSHFORWARD, $2HESSIAN})");
    }

    /** Whether there are second derivatives to judge. */
    boolean hasHessian() {
        return !FIRST_ORDER.matcher(source.text()).find();
    }

    /** The points, always the same. */
    List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (ArgumentSpec spec : arguments) {
            for (int seed = 0; seed < seeds; seed++) {
                points.add(new Point(spec.generate(new Random(seed)), spec.gradient()));
            }
        }
        return points;
    }
}
