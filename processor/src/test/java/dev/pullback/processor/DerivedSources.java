package dev.pullback.processor;

import dev.pullback.processor.codegen.DerivativeClass;
import dev.pullback.processor.codegen.MethodDerivatives;
import dev.pullback.processor.codegen.SourceWriter;
import dev.pullback.processor.ir.PrimalMethod;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the generated source of all builds where it is not the expected one. */
public final class DerivedSources extends SeveralBuilds {
    private final Map<String, String> expected;
    private final Map<String, Map<String, String>> changed = new LinkedHashMap<>();

    /**
     * With the processor's options by name of the build.
     *
     * @param expected source text by qualified name
     */
    public DerivedSources(Map<String, String[]> builds, Map<String, String> expected) {
        super(builds);
        this.expected = expected;
        builds.keySet().forEach(build -> changed.put(build, new LinkedHashMap<>()));
    }

    /** The sources of a build that are not the expected ones, by qualified name. */
    public Map<String, String> changed(String build) {
        return changed.get(build);
    }

    @Override
    void accept(List<Method> derived, DerivativeClass first) {
        Map<PrimalMethod, Method> byPrimal = new HashMap<>();
        derived.forEach(method -> byPrimal.put(method.primal(), method));
        String name = (first.packageName().isEmpty() ? "" : first.packageName() + ".")
                + String.join("_", first.classNames()) + "Derivatives";
        Map<DerivativeClass, String> texts = new HashMap<>();
        changed.forEach((build, sources) -> {
            String text = texts.computeIfAbsent(in(build, first, byPrimal), SourceWriter::text);
            if (!text.equals(expected.get(name))) {
                sources.put(name, text);
            }
        });
    }

    /** The class as a build makes it; what has no body is the same in all builds. */
    private static DerivativeClass in(String build, DerivativeClass first, Map<PrimalMethod, Method> derived) {
        List<MethodDerivatives> methods = first.methods().stream()
                .map(method -> derived.containsKey(method.primal())
                        ? derived.get(method.primal()).in(build, method)
                        : method)
                .toList();
        return new DerivativeClass(
                first.packageName(), first.classNames(), first.isPublic(), methods, first.solutions());
    }
}
