package dev.pullback.processor.conformance;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Cases compiled alike: together if possible, each alone if one of them fails. */
final class CaseBuild {
    private static final Pattern TOP_LEVEL_TYPE =
            Pattern.compile("(?m)^(?:\\w+ )*(?:class|record|interface|enum) (\\w+)");

    private final Map<String, CompilationResult> alone = new HashMap<>();
    private final Set<String> built = new HashSet<>();
    private final Function<List<ConformanceCase>, CompilationResult> compiler;
    private final CompilationResult together;

    private CaseBuild(List<ConformanceCase> cases, Function<List<ConformanceCase>, CompilationResult> compiler) {
        this.compiler = compiler;
        together = compiler.apply(cases);
        cases.forEach(c -> built.add(c.name()));
    }

    /** Compiled as a user does. */
    CaseBuild(List<ConformanceCase> cases, String... options) {
        this(
                cases,
                compiled -> ProcessorCompiler.withProcessor()
                        .withOptions(options)
                        .compile(compiled.stream().map(ConformanceCase::source).toList()));
    }

    /** Compiled with what the processor has made of the cases before, source text by qualified name. */
    static CaseBuild ofGenerated(List<ConformanceCase> cases, Map<String, String> generated) {
        return new CaseBuild(cases, compiled -> {
            List<SourceFile> sources = new ArrayList<>();
            for (ConformanceCase example : compiled) {
                sources.add(example.source());
                generatedFor(example, generated).forEach((name, text) -> sources.add(new SourceFile(name, text)));
            }
            return ProcessorCompiler.plain().compile(sources);
        });
    }

    /** The classes made for the types that a case declares. */
    static Map<String, String> generatedFor(ConformanceCase example, Map<String, String> sources) {
        Map<String, String> own = new HashMap<>();
        String folder = example.source().name().replaceFirst("[^.]*$", "");
        TOP_LEVEL_TYPE
                .matcher(example.source().text())
                .results()
                .map(match -> match.group(1))
                .forEach(type -> sources.forEach((name, text) -> {
                    if (name.equals(folder + type + "Derivatives") || name.startsWith(folder + type + "_")) {
                        own.put(name, text);
                    }
                }));
        if (own.isEmpty()) {
            throw new IllegalStateException("nothing was generated for " + example.name());
        }
        return own;
    }

    /** What the processor made of the cases, if it accepted all of them; source text by qualified name. */
    Optional<Map<String, String>> generated() {
        return together.succeeded() ? Optional.of(together.generatedSources()) : Optional.empty();
    }

    /** Whether the case was compiled. */
    boolean has(ConformanceCase example) {
        return built.contains(example.name());
    }

    /** Whether the classes made for a case have a text. */
    boolean generates(ConformanceCase example, String text) {
        return generatedFor(example, result(example).generatedSources()).values().stream()
                .anyMatch(source -> source.contains(text));
    }

    /** The probe of a case; an assertion error with the diagnostics if it does not compile. */
    DerivativeProbe probe(ConformanceCase example) {
        CompilationResult result = result(example);
        if (!result.succeeded()) {
            throw new AssertionError(example.name() + " does not compile:\n" + result.describe());
        }
        return DerivativeProbe.of(result, example.source().name(), "f");
    }

    private CompilationResult result(ConformanceCase example) {
        return together.succeeded()
                ? together
                : alone.computeIfAbsent(example.name(), name -> compiler.apply(List.of(example)));
    }
}
