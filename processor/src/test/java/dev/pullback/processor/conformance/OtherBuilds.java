package dev.pullback.processor.conformance;

import dev.pullback.processor.DerivedSources;
import dev.pullback.processor.testkit.BuildMatrix;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The builds of the matrix but the default one. All are derived at once, and of each only the cases are compiled for which it
 * makes other code than the default build: the same text computes the same bits.
 */
final class OtherBuilds {
    private final List<ConformanceCase> cases;
    private final Map<String, String[]> options = new HashMap<>(BuildMatrix.options());
    private final Optional<Map<String, String>> expected;
    private final Optional<DerivedSources> derived;

    OtherBuilds(List<ConformanceCase> cases, CaseBuild standard) {
        this.cases = cases;
        options.remove(BuildMatrix.DEFAULT);
        expected = standard.generated();
        derived = expected.map(this::derive);
    }

    /** Cases may call what is generated for them and for others. */
    private DerivedSources derive(Map<String, String> generated) {
        DerivedSources processor = new DerivedSources(options, generated);
        List<SourceFile> sources = new ArrayList<>();
        cases.forEach(c -> sources.add(c.source()));
        generated.forEach((name, text) -> sources.add(new SourceFile(name, text)));
        CompilationResult result = ProcessorCompiler.process(sources, processor);
        if (!result.succeeded() || !processor.problems().isEmpty()) {
            throw new AssertionError("the default build compiles, but not all of the others: " + result.describe()
                    + processor.problems());
        }
        return processor;
    }

    /** The cases that a build changes; all of them, compiled as a user does, if the default build has an error. */
    CaseBuild build(String name) {
        if (derived.isEmpty()) {
            return new CaseBuild(cases, options.get(name));
        }
        Map<String, String> changed = derived.get().changed(name);
        Map<String, String> sources = new HashMap<>(expected.orElseThrow());
        sources.putAll(changed);
        return CaseBuild.ofGenerated(
                cases.stream()
                        .filter(c -> CaseBuild.generatedFor(c, sources).keySet().stream()
                                .anyMatch(changed::containsKey))
                        .toList(),
                sources);
    }
}
