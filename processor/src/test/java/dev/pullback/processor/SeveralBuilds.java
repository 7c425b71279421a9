package dev.pullback.processor;

import dev.pullback.annotations.Differentiable;
import dev.pullback.processor.codegen.DerivativeClass;
import dev.pullback.processor.codegen.MethodDerivatives;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.frontend.CompilerAccess;
import dev.pullback.processor.frontend.LoweredMethod;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.request.DifferentiationRequest;
import dev.pullback.processor.request.RequestReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Derives the methods of all classes for several sets of options at once, and writes nothing. What an option does not change is
 * done once: all builds share the lowering, and builds that record the same values the transforms and the passes up to the
 * first that differs.
 */
abstract class SeveralBuilds extends AbstractProcessor {
    private final Map<String, ProcessorOptions> builds = new LinkedHashMap<>();
    private final Map<String, List<Diagnostic>> problems = new LinkedHashMap<>();

    /**
     * One annotated method.
     *
     * @param primal its signature
     * @param normalized the method in normal form, by name of the build
     * @param sweeps its derivatives, by name of the build
     */
    public record Method(
            PrimalMethod primal, Map<String, Function> normalized, Map<String, MethodDerivatives.Sweeps> sweeps) {

        /** Another build's derivatives of this method as this build makes them. */
        MethodDerivatives in(String build, MethodDerivatives other) {
            return new MethodDerivatives(primal, other.derivatives(), Optional.of(sweeps.get(build)));
        }
    }

    /** With the processor's options by name of the build, at least one. */
    SeveralBuilds(Map<String, String[]> builds) {
        builds.forEach((name, options) -> {
            Map<String, String> values = new HashMap<>();
            for (String option : options) {
                String[] parts = option.substring("-A".length()).split("=", 2);
                values.put(parts[0], parts[1]);
            }
            this.builds.put(name, ProcessorOptions.of(values));
        });
    }

    /** Takes the methods of one class, and the class as the first build makes it. */
    abstract void accept(List<Method> derived, DerivativeClass first);

    /** What there was to say about classes with errors, by their name. */
    public final Map<String, List<Diagnostic>> problems() {
        return problems;
    }

    @Override
    public final Set<String> getSupportedAnnotationTypes() {
        return Set.of(Differentiable.class.getName());
    }

    @Override
    public final SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public final boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Optional<CompilerAccess> compiler = CompilerAccess.of(processingEnv);
        Set<TypeElement> types = new LinkedHashSet<>();
        round.getElementsAnnotatedWith(Differentiable.class)
                .forEach(method -> types.add(RequestReader.declaringType(method)));
        for (TypeElement type : types) {
            DiagnosticSink sink = new DiagnosticSink();
            List<Method> methods = new ArrayList<>();
            ClassDerivation.Stages stages = (request, lowered, own) -> {
                Method method = derive(request, lowered, own);
                methods.add(method);
                return new MethodDerivatives(
                        request.primal(),
                        request.derivatives(),
                        method.sweeps().values().stream().findFirst());
            };
            Optional<DerivativeClass> first = new ClassDerivation(
                            processingEnv.getElementUtils(), compiler, stages, new InPlaceCalls())
                    .derive(type, sink);
            if (sink.hasErrors()) {
                problems.put(type.getQualifiedName().toString(), sink.diagnostics());
            }
            first.ifPresent(derivatives -> accept(methods, derivatives));
        }
        return true;
    }

    private Method derive(DifferentiationRequest request, LoweredMethod lowered, DiagnosticSink sink) {
        Method method = new Method(request.primal(), new LinkedHashMap<>(), new LinkedHashMap<>());
        Map<Boolean, Transformed> transformed = new HashMap<>();
        builds.forEach((name, options) -> {
            Transformed shared = transformed.computeIfAbsent(
                    options.isTbrOn(), isTbrOn -> transform(request, lowered, options, sink));
            StageOptions stages = stages(request, options, (stage, function) -> {});
            method.normalized().put(name, shared.normalized());
            method.sweeps().put(name, shared.optimization().apply(stages));
        });
        return method;
    }

    private record Transformed(Function normalized, Optimization optimization) {}

    private static Transformed transform(
            DifferentiationRequest request, LoweredMethod lowered, ProcessorOptions options, DiagnosticSink sink) {
        Function[] normalized = new Function[1];
        StageOptions stages = stages(request, options, (stage, function) -> {
            if (stage.equals("normalized")
                    && function.name().equals(request.primal().name())) {
                normalized[0] = function;
            }
        });
        RawDerivatives raw = Pipeline.differentiate(request, lowered, stages, sink);
        return new Transformed(normalized[0], new Optimization(raw));
    }

    private static StageOptions stages(
            DifferentiationRequest request, ProcessorOptions options, BiConsumer<String, Function> dump) {
        return new StageOptions(
                !options.isTbrOn(), options.passesOff(), options.methodBytes(), dump, new Explanation(request));
    }
}
