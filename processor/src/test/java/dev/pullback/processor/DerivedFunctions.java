package dev.pullback.processor;

import dev.pullback.annotations.Differentiable;
import dev.pullback.processor.codegen.MethodDerivatives;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.frontend.CompilerAccess;
import dev.pullback.processor.frontend.LoweredMethod;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.normalize.NormalForm;
import dev.pullback.processor.request.DifferentiationRequest;
import dev.pullback.processor.request.RequestReader;
import java.util.ArrayList;
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
 * Runs all stages but code generation, for several sets of options at once, and keeps what they made. Tests that run the
 * representation itself save javac most of its work.
 */
public final class DerivedFunctions extends AbstractProcessor {
    private final Map<String, Map<String, String>> builds;
    private final List<Method> methods = new ArrayList<>();
    private final Map<String, List<Diagnostic>> problems = new LinkedHashMap<>();
    private Optional<CompilerAccess> compiler = Optional.empty();

    /**
     * One annotated method.
     *
     * @param primal its signature
     * @param normalized the method in normal form, by name of the build
     * @param sweeps its derivatives, by name of the build
     */
    public record Method(
            PrimalMethod primal, Map<String, Function> normalized, Map<String, MethodDerivatives.Sweeps> sweeps) {}

    /** With the options of each build, by its name. */
    public DerivedFunctions(Map<String, Map<String, String>> builds) {
        this.builds = builds;
    }

    /** What was derived. */
    public List<Method> methods() {
        return methods;
    }

    /** What there was to say about classes with errors, by their name. */
    public Map<String, List<Diagnostic>> problems() {
        return problems;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Differentiable.class.getName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        compiler = CompilerAccess.of(processingEnv);
        Set<TypeElement> types = new LinkedHashSet<>();
        round.getElementsAnnotatedWith(Differentiable.class)
                .forEach(method -> types.add(RequestReader.declaringType(method)));
        for (TypeElement type : types) {
            DiagnosticSink sink = new DiagnosticSink();
            new ClassDerivation(processingEnv.getElementUtils(), compiler, this::derive, new InPlaceCalls())
                    .derive(type, sink);
            if (sink.hasErrors()) {
                problems.put(type.getQualifiedName().toString(), sink.diagnostics());
            }
        }
        return true;
    }

    private MethodDerivatives derive(DifferentiationRequest request, LoweredMethod lowered, DiagnosticSink sink) {
        LoweredMethod normal = lowered.normalized(function -> NormalForm.of(function, lowered.jumps()));
        Method method = new Method(request.primal(), new LinkedHashMap<>(), new LinkedHashMap<>());
        builds.forEach((name, options) -> {
            ProcessorOptions parsed = ProcessorOptions.of(options);
            BiConsumer<String, Function> normalized = (stage, function) -> {
                if (stage.equals("normalized")
                        && function.name().equals(request.primal().name())) {
                    method.normalized().put(name, function);
                }
            };
            StageOptions stages = new StageOptions(
                    !parsed.isTbrOn(), parsed.passesOff(), parsed.methodBytes(), normalized, new Explanation(request));
            method.sweeps()
                    .put(
                            name,
                            new Differentiation(request.primal(), stages, sink)
                                    .derive(normal, "F", request.derivatives()));
        });
        methods.add(method);
        return new MethodDerivatives(
                request.primal(),
                request.derivatives(),
                method.sweeps().values().stream().findFirst());
    }
}
