package dev.pullback.processor;

import com.google.auto.service.AutoService;
import dev.pullback.annotations.Checkpointed;
import dev.pullback.annotations.DerivativeOf;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;
import dev.pullback.annotations.PullbackGenerated;
import dev.pullback.annotations.SolutionOf;
import dev.pullback.processor.codegen.DerivativeClass;
import dev.pullback.processor.codegen.MethodDerivatives;
import dev.pullback.processor.codegen.SourceWriter;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.frontend.CompilerAccess;
import dev.pullback.processor.frontend.LoweredMethod;
import dev.pullback.processor.frontend.MessagerReporter;
import dev.pullback.processor.request.CheckpointedReader;
import dev.pullback.processor.request.CustomRules;
import dev.pullback.processor.request.DifferentiationRequest;
import dev.pullback.processor.request.ElementPosition;
import dev.pullback.processor.request.RequestReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/**
 * The entry point: collects the classes with annotated methods round by round and writes one file for each.
 *
 * <p>A class that mentions types which do not exist yet waits for the next round, since another processor may be about to write
 * them; in the last round it is reported. Exactly our own annotations are supported and claimed: unclaimed ones are a lint
 * warning, foreign ones claimed would be taken away from other processors.
 */
@AutoService(Processor.class)
public final class DifferentiableProcessor extends AbstractProcessor {

    private final Set<String> deferred = new LinkedHashSet<>();
    private final InPlaceCalls inPlaceCalls = new InPlaceCalls();
    private Optional<CompilerAccess> compiler = Optional.empty();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(
                Differentiable.class.getName(),
                Checkpointed.class.getName(),
                DerivativeOf.class.getName(),
                Passive.class.getName(),
                SolutionOf.class.getName(),
                PullbackGenerated.class.getName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return ProcessorOptions.names();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        compiler = CompilerAccess.of(environment);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        DiagnosticSink sink = new DiagnosticSink();
        Set<? extends Element> methods = round.getElementsAnnotatedWith(Differentiable.class);
        classes(methods).values().forEach(type -> process(type, round.processingOver(), sink));
        inPlaceCalls.report(sink);
        Stream.of(DerivativeOf.class, SolutionOf.class)
                .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
                .map(RequestReader::declaringType)
                .distinct()
                .forEach(type -> CustomRules.check(elements(), type, sink));
        ElementFilter.methodsIn(round.getElementsAnnotatedWith(Checkpointed.class))
                .forEach(method -> CheckpointedReader.check(method, sink));
        new MessagerReporter(processingEnv.getMessager(), compiler.map(CompilerAccess::trees))
                .print(sink.diagnostics());
        return true;
    }

    /** The classes to look at: those of earlier rounds, as they are now, and those of this one. */
    private Map<String, TypeElement> classes(Set<? extends Element> methods) {
        Map<String, TypeElement> classes = new LinkedHashMap<>();
        for (String name : deferred) {
            TypeElement type = elements().getTypeElement(name);
            if (type != null) {
                classes.put(name, type);
            }
        }
        deferred.clear();
        for (Element method : methods) {
            TypeElement type = RequestReader.declaringType(method);
            classes.put(type.getQualifiedName().toString(), type);
        }
        return classes;
    }

    private void process(TypeElement type, boolean isLastRound, DiagnosticSink sink) {
        String name = type.getQualifiedName().toString();
        boolean isResolved = ClassDerivation.annotatedMethods(type).stream()
                .allMatch(method -> RequestReader.unresolvedType(method).isEmpty());
        if (!isResolved && !isLastRound) {
            deferred.add(name);
            return;
        }
        DiagnosticSink own = new DiagnosticSink();
        if (compiler.isEmpty()) {
            ExecutableElement first = ClassDerivation.annotatedMethods(type).get(0);
            String environment = processingEnv.getClass().getName();
            own.report(DiagnosticCode.AD101, ElementPosition.of(first), environment);
        }
        Optional<DerivativeClass> derivatives =
                new ClassDerivation(elements(), compiler, this::derive, inPlaceCalls).derive(type, own);
        if (own.contains(DiagnosticCode.AD307) && !isLastRound) {
            deferred.add(name);
            return;
        }
        if (!isLastRound || !own.hasErrors()) {
            derivatives.ifPresent(generated -> write(generated, type, own));
        }
        sink.reportAll(own);
    }

    private Elements elements() {
        return compiler.map(CompilerAccess::elements).orElseGet(processingEnv::getElementUtils);
    }

    private MethodDerivatives derive(DifferentiationRequest request, LoweredMethod lowered, DiagnosticSink sink) {
        ProcessorOptions options = ProcessorOptions.of(processingEnv.getOptions());
        Messager messager = processingEnv.getMessager();
        StageDump dump = new StageDump(options, note -> messager.printMessage(Diagnostic.Kind.NOTE, note));
        Explanation explanation = new Explanation(request);
        MethodDerivatives derivatives = Pipeline.derive(request, lowered, options, dump, explanation, sink);
        if (options.explains(request.primal().name())) {
            messager.printMessage(Diagnostic.Kind.NOTE, explanation.text(), request.method());
        }
        return derivatives;
    }

    private void write(DerivativeClass derivatives, TypeElement type, DiagnosticSink sink) {
        String name = String.join("_", derivatives.classNames()) + "Derivatives";
        try {
            SourceWriter.write(derivatives, processingEnv.getFiler(), type);
        } catch (IOException e) {
            sink.report(DiagnosticCode.AD115, ElementPosition.of(type), name, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            sink.report(DiagnosticCode.AD901, ElementPosition.of(type), e);
        }
    }
}
