package dev.pullback.processor;

import dev.pullback.processor.codegen.DerivativeClass;
import dev.pullback.processor.codegen.MethodDerivatives;
import dev.pullback.processor.diagnostics.AbandonMethod;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.frontend.CompilerAccess;
import dev.pullback.processor.frontend.ForeignCall;
import dev.pullback.processor.frontend.LoweredMethod;
import dev.pullback.processor.frontend.MethodLowering;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.Solution;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.request.AnnotationValues;
import dev.pullback.processor.request.DifferentiationRequest;
import dev.pullback.processor.request.ElementPosition;
import dev.pullback.processor.request.Implementations;
import dev.pullback.processor.request.OverloadClashes;
import dev.pullback.processor.request.OwnFields;
import dev.pullback.processor.request.Receivers;
import dev.pullback.processor.request.RequestReader;
import dev.pullback.processor.request.SolutionReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Derives the annotated methods of one class at a time. */
final class ClassDerivation {

    /** The stages behind the frontend. */
    interface Stages {
        MethodDerivatives derive(DifferentiationRequest request, LoweredMethod lowered, DiagnosticSink sink);
    }

    private final Elements elements;
    private final Stages stages;
    private final RequestReader requests;
    private final Optional<MethodLowering> lowering;
    private final InPlaceCalls inPlaceCalls;

    /** Without access to bodies every method becomes a stub. */
    ClassDerivation(Elements elements, Optional<CompilerAccess> compiler, Stages stages, InPlaceCalls inPlaceCalls) {
        this.inPlaceCalls = inPlaceCalls;
        this.elements = elements;
        this.stages = stages;
        this.requests = new RequestReader(elements);
        this.lowering = compiler.map(access -> new MethodLowering(access, Pipeline.RULES));
    }

    /** The annotated methods that a class declares. */
    static List<ExecutableElement> annotatedMethods(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> AnnotationValues.differentiable(method).isPresent())
                .toList();
    }

    /**
     * The derivatives of all annotated methods of a class, stubs in place of those with errors; nothing when not even a stub
     * is possible.
     */
    Optional<DerivativeClass> derive(TypeElement type, DiagnosticSink sink) {
        List<MethodDerivatives> methods = new ArrayList<>();
        OverloadClashes clashes = new OverloadClashes();
        for (ExecutableElement method : annotatedMethods(type)) {
            DiagnosticSink own = new DiagnosticSink();
            read(method, own).filter(request -> clashes.add(request, own)).ifPresent(request -> {
                boolean isStub = own.hasErrors() || lowering.isEmpty();
                methods.add(isStub ? stub(request) : derive(request, lowering.get(), own));
            });
            sink.reportAll(own);
        }
        if (methods.isEmpty()) {
            return Optional.empty();
        }
        List<Solution> solutions = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            SolutionReader.read(elements, method, new DiagnosticSink()).ifPresent(solution -> {
                solutions.add(solution);
                inPlaceCalls.addCall(solution.equation(), SolutionReader.inPlace(method, solution));
            });
        }
        return Optional.of(new DerivativeClass(
                elements.getPackageOf(type).getQualifiedName().toString(),
                methods.get(0).primal().classNames(),
                methods.stream().anyMatch(derivatives -> derivatives.primal().isVisible()),
                methods,
                solutions));
    }

    private Optional<DifferentiationRequest> read(ExecutableElement method, DiagnosticSink sink) {
        var unresolved = RequestReader.unresolvedType(method);
        if (unresolved.isPresent()) {
            sink.report(DiagnosticCode.AD114, ElementPosition.of(method), unresolved.get(), method.getSimpleName());
            return Optional.empty();
        }
        return requests.read(method, sink);
    }

    private static MethodDerivatives stub(DifferentiationRequest request) {
        return new MethodDerivatives(request.primal(), request.derivatives(), Optional.empty());
    }

    /** One method's derivatives; whatever goes wrong stays with this method. */
    private MethodDerivatives derive(DifferentiationRequest request, MethodLowering bodies, DiagnosticSink sink) {
        try {
            if (Receivers.isAbstract(request.method())) {
                return dispatch(request, sink);
            }
            Optional<LoweredMethod> lowered = bodies.lower(request, sink);
            if (lowered.isPresent()) {
                MethodDerivatives derivatives = stages.derive(request, lowered.get(), sink);
                inPlaceCalls.addCalls(lowered.get().foreignCalls());
                inPlaceCalls.add(derivatives);
                warn(request, derivatives, sink);
                return derivatives;
            }
        } catch (AbandonMethod reported) {
            // Its diagnostics are in the sink.
        } catch (RefusedMethod refused) {
            sink.report(refused.code(), position(request, refused), refused.arguments());
        } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError e) {
            sink.report(DiagnosticCode.AD901, ElementPosition.of(request.method()), describe(e));
        }
        if (!sink.hasErrors()) {
            sink.report(
                    DiagnosticCode.AD901, ElementPosition.of(request.method()), "method abandoned without a reason");
        }
        return stub(request);
    }

    private MethodDerivatives dispatch(DifferentiationRequest request, DiagnosticSink sink) {
        Map<ObjectType, Callee> implementations = Implementations.of(elements, request, sink);
        implementations.forEach((type, callee) -> inPlaceCalls.addCalls(
                List.of(new ForeignCall(callee.method(), Implementations.inPlace(request.method(), type)))));
        return sink.hasErrors() ? stub(request) : DispatchDerivatives.of(request, implementations);
    }

    private static Object position(DifferentiationRequest request, RefusedMethod refused) {
        return request.method().getParameters().stream()
                .filter(parameter -> parameter.getSimpleName().contentEquals(refused.subject()))
                .findFirst()
                .map(ElementPosition::of)
                .orElseGet(() -> ElementPosition.of(request.method()));
    }

    /** A derivative that is zero by construction is rarely what somebody asked for, but for what a rule is given and does not need. */
    private static void warn(DifferentiationRequest request, MethodDerivatives derivatives, DiagnosticSink sink) {
        if (request.isRule()) {
            return;
        }
        List<Variable> withoutEffect = derivatives
                .sweeps()
                .map(MethodDerivatives.Sweeps::withoutEffect)
                .orElse(List.of());
        for (OwnFields.Field field : request.fields()) {
            if (withoutEffect.contains(field.variable())) {
                String name = field.element().getSimpleName().toString();
                Object position = ElementPosition.of(request.method());
                sink.report(DiagnosticCode.AD402, position, request.primal().name(), name, name);
            }
        }
        for (VariableElement parameter : request.method().getParameters()) {
            String name = parameter.getSimpleName().toString();
            if (isWithoutEffect(request.primal(), name, withoutEffect)) {
                sink.report(
                        DiagnosticCode.AD402,
                        ElementPosition.of(parameter),
                        request.primal().name(),
                        name,
                        name);
            }
        }
    }

    private static boolean isWithoutEffect(PrimalMethod primal, String name, List<Variable> withoutEffect) {
        return primal.parameters().stream()
                .filter(parameter ->
                        parameter.isIndependent() && parameter.variable().name().equals(name))
                .anyMatch(parameter -> withoutEffect.containsAll(parameter.flatIndependents()));
    }

    private static String describe(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
