package dev.pullback.processor.request;

import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.ir.IrType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Chooses the independents of a method: those that {@code wrt} names, or all that can carry a derivative. */
final class Independents {

    private final ExecutableElement method;
    private final AnnotationMirror annotation;
    private final DiagnosticSink sink;
    private final Map<String, VariableElement> parameters = new LinkedHashMap<>();

    Independents(ExecutableElement method, AnnotationMirror annotation, DiagnosticSink sink) {
        this.method = method;
        this.annotation = annotation;
        this.sink = sink;
        method.getParameters()
                .forEach(parameter -> parameters.put(parameter.getSimpleName().toString(), parameter));
    }

    /** The names of parameters; where {@code wrt} is wrong, the valid ones of it, or the default. */
    Set<String> names() {
        Set<String> byDefault = new LinkedHashSet<>();
        parameters.forEach((name, parameter) -> {
            if (isDifferentiable(parameter) && !AnnotationValues.isPassive(parameter)) {
                byDefault.add(name);
            }
        });
        List<AnnotationValue> wrt = AnnotationValues.wrt(annotation);
        if (wrt.isEmpty()) {
            if (byDefault.isEmpty()) {
                sink.report(
                        DiagnosticCode.AD107, new ElementPosition(method, annotation, null), method.getSimpleName());
            }
            return byDefault;
        }
        Set<String> named = new LinkedHashSet<>();
        List<AnnotationValue> ofParameters = wrt.stream()
                .filter(value -> !OwnFields.isField(method, String.valueOf(value.getValue())))
                .toList();
        ofParameters.forEach(value -> addIfValid(value, named));
        return named.isEmpty() && ofParameters.size() == wrt.size() ? byDefault : named;
    }

    private void addIfValid(AnnotationValue value, Set<String> named) {
        String name = String.valueOf(value.getValue());
        VariableElement parameter = parameters.get(name);
        ElementPosition position = new ElementPosition(method, annotation, value);
        if (parameter == null) {
            sink.report(
                    DiagnosticCode.AD108,
                    position,
                    name,
                    method.getSimpleName(),
                    String.join(", ", parameters.keySet()));
        } else if (!isDifferentiable(parameter)) {
            sink.report(DiagnosticCode.AD109, position, name, parameter.asType());
        } else if (AnnotationValues.isPassive(parameter)) {
            sink.report(DiagnosticCode.AD110, position, name);
        } else if (!named.add(name)) {
            sink.report(DiagnosticCode.AD111, position, name);
        }
    }

    static boolean isDifferentiable(VariableElement parameter) {
        return RecordShape.of(parameter.asType()).isPresent()
                || TypeMapping.irType(parameter.asType())
                        .filter(IrType::isDifferentiable)
                        .isPresent();
    }
}
