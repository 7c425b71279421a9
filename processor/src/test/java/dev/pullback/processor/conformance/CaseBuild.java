package dev.pullback.processor.conformance;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.ProcessorCompiler;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Cases compiled with the same options: together if possible, each alone if one of them fails. */
final class CaseBuild {
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum) (\\w+)");

    private final ProcessorCompiler compiler;
    private final Map<String, CompilationResult> alone = new HashMap<>();
    private final Set<String> built = new HashSet<>();
    private final CompilationResult together;

    CaseBuild(List<ConformanceCase> cases, String... options) {
        compiler = ProcessorCompiler.withProcessor().withOptions(options);
        together = compiler.compile(cases.stream().map(ConformanceCase::source).toList());
        cases.forEach(c -> built.add(c.name()));
    }

    /** With other options: the cases for which they make other code. The same text computes the same bits. */
    static CaseBuild ofChanged(List<ConformanceCase> cases, CaseBuild standard, String... options) {
        CompilationResult generated = ProcessorCompiler.withProcessor()
                .withOptions(options)
                .withOptions("-proc:only")
                .compile(cases.stream().map(ConformanceCase::source).toList());
        Map<String, String> expected = standard.together.generatedSources();
        boolean isComparable = standard.together.succeeded() && generated.succeeded();
        return new CaseBuild(
                cases.stream()
                        .filter(c -> !isComparable
                                || !generatedFor(c, generated.generatedSources())
                                        .equals(generatedFor(c, expected)))
                        .toList(),
                options);
    }

    /** The classes made for the types that a case declares. */
    private static Map<String, String> generatedFor(ConformanceCase example, Map<String, String> sources) {
        Map<String, String> own = new HashMap<>();
        TYPE.matcher(example.source().text())
                .results()
                .map(match -> match.group(1))
                .forEach(type -> sources.forEach((name, text) -> {
                    String simpleName = name.substring(name.lastIndexOf('.') + 1);
                    if (simpleName.equals(type + "Derivatives") || simpleName.startsWith(type + "_")) {
                        own.put(name, text);
                    }
                }));
        if (own.isEmpty()) {
            throw new IllegalStateException("nothing was generated for " + example.name());
        }
        return own;
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
                : alone.computeIfAbsent(example.name(), name -> compiler.compile(example.source()));
    }
}
