package dev.pullback.processor.conformance;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.DerivativeProbe;
import dev.pullback.processor.testkit.ProcessorCompiler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All cases compiled with the same options: together if possible, each alone if one of them fails. */
final class CaseBuild {
    private final ProcessorCompiler compiler;
    private final Map<String, CompilationResult> alone = new HashMap<>();
    private final CompilationResult together;

    CaseBuild(List<ConformanceCase> cases, String... options) {
        compiler = ProcessorCompiler.withProcessor().withOptions(options);
        together = compiler.compile(cases.stream().map(ConformanceCase::source).toList());
    }

    /** The probe of a case; an assertion error with the diagnostics if it does not compile. */
    DerivativeProbe probe(ConformanceCase example) {
        CompilationResult result = together.succeeded()
                ? together
                : alone.computeIfAbsent(example.name(), name -> compiler.compile(example.source()));
        if (!result.succeeded()) {
            throw new AssertionError(example.name() + " does not compile:\n" + result.describe());
        }
        return DerivativeProbe.of(result, example.source().name(), "f");
    }
}
