package dev.pullback.processor.conformance;

import dev.pullback.processor.DerivedSources;
import dev.pullback.processor.testkit.BuildMatrix;
import dev.pullback.processor.testkit.ProcessorCompiler;
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
        derived = expected.map(sources -> new DerivedSources(options, sources)).filter(this::succeeds);
    }

    private boolean succeeds(DerivedSources processor) {
        return ProcessorCompiler.process(
                                cases.stream().map(ConformanceCase::source).toList(), processor)
                        .succeeded()
                && processor.problems().isEmpty();
    }

    /** The cases that a build changes; all of them, compiled as a user does, if one has an error. */
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
