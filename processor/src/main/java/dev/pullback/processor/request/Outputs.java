package dev.pullback.processor.request;

import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Reads which parameters of a method hold its results: those that {@code outputs} names. */
final class Outputs {

    private final ExecutableElement method;
    private final AnnotationMirror annotation;
    private final DiagnosticSink sink;

    Outputs(ExecutableElement method, AnnotationMirror annotation, DiagnosticSink sink) {
        this.method = method;
        this.annotation = annotation;
        this.sink = sink;
    }

    /** The parameters' names, the valid ones only. */
    Set<String> names() {
        Set<String> named = new LinkedHashSet<>();
        AnnotationValues.outputs(annotation).forEach(value -> addIfValid(value, named));
        return named;
    }

    private void addIfValid(AnnotationValue value, Set<String> named) {
        String name = String.valueOf(value.getValue());
        ElementPosition position = new ElementPosition(method, annotation, value);
        Optional<? extends VariableElement> parameter = method.getParameters().stream()
                .filter(candidate -> candidate.getSimpleName().contentEquals(name))
                .findFirst();
        if (parameter.isEmpty()) {
            sink.report(DiagnosticCode.AD121, position, name, method.getSimpleName());
        } else if (!isArrayOfReals(parameter.get().asType())) {
            sink.report(DiagnosticCode.AD122, position, name, parameter.get().asType());
        } else if (!named.add(name)) {
            sink.report(DiagnosticCode.AD123, position, name);
        }
    }

    private static boolean isArrayOfReals(TypeMirror type) {
        return TypeMapping.irType(type)
                .filter(irType -> irType.isArray() && irType.isDifferentiable())
                .isPresent();
    }
}
