package dev.pullback.processor.request;

import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.DerivativeForm;
import dev.pullback.processor.ir.MethodRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * A differentiable method of another class as its callers see it. Only its declaration is read, so that a class file serves as
 * well as source, and a change of the callee's body never makes callers stale.
 */
public final class CalleeReader {

    private final Elements elements;

    public CalleeReader(Elements elements) {
        this.elements = elements;
    }

    /**
     * The callee behind {@code method}, or nothing when it is not annotated, or when {@code wrt} or {@code outputs} name
     * parameters whose names the class file lacks.
     */
    public Optional<Callee> read(ExecutableElement method, MethodRef ref) {
        Optional<AnnotationMirror> annotation = AnnotationValues.differentiable(method);
        if (annotation.isEmpty()) {
            return Optional.empty();
        }
        Set<String> wrt = names(AnnotationValues.wrt(annotation.get()));
        Set<String> outputs = names(AnnotationValues.outputs(annotation.get()));
        Set<String> names = method.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .collect(Collectors.toSet());
        if (!names.containsAll(wrt) || !names.containsAll(outputs)) {
            return Optional.empty();
        }
        List<Boolean> independents = new ArrayList<>(Collections.nCopies(Receivers.has(method) ? 1 : 0, false));
        method.getParameters().stream()
                .map(parameter -> Independents.isDifferentiable(parameter)
                        && !AnnotationValues.isPassive(parameter)
                        && (wrt.isEmpty()
                                || wrt.contains(parameter.getSimpleName().toString())))
                .forEach(independents::add);
        return Optional.of(new Callee(
                ref,
                derivativesName(method),
                independents,
                outputs(method, outputs),
                Optional.empty(),
                forms(method, annotation.get())));
    }

    private static Set<String> names(List<AnnotationValue> values) {
        return values.stream().map(value -> String.valueOf(value.getValue())).collect(Collectors.toSet());
    }

    private static List<Integer> outputs(ExecutableElement method, Set<String> names) {
        List<Integer> outputs = new ArrayList<>();
        for (int i = 0; i < method.getParameters().size(); i++) {
            if (names.contains(method.getParameters().get(i).getSimpleName().toString())) {
                outputs.add(i + (Receivers.has(method) ? 1 : 0));
            }
        }
        return outputs;
    }

    /** The forms that the method's generated class has; callers compose second derivatives of a number or an array. */
    private static Set<DerivativeForm> forms(ExecutableElement method, AnnotationMirror annotation) {
        Set<DerivativeForm> forms = DerivativeForm.of(AnnotationValues.derivatives(annotation));
        boolean hasRecords = method.getParameters().stream()
                .anyMatch(parameter -> RecordShape.ofParameter(parameter).isPresent());
        if (hasRecords || !AnnotationValues.outputs(annotation).isEmpty()) {
            forms.remove(DerivativeForm.HESSIAN_VECTOR);
        }
        return forms;
    }

    /** Whether the annotated method's generated class has its pushforward. */
    static boolean hasPushforward(ExecutableElement method) {
        return DerivativeForm.PUSHFORWARD.isNeeded(AnnotationValues.derivatives(
                AnnotationValues.differentiable(method).orElseThrow()));
    }

    /**
     * Whether the method's generated class, if it is compiled already, says that the method overwrites arguments that it does
     * not name as outputs: the pullback then has another name.
     */
    public boolean isInPlace(ExecutableElement method) {
        TypeElement derivatives = elements.getTypeElement(derivativesName(method));
        if (derivatives == null) {
            return false;
        }
        String name = method.getSimpleName() + "PullbackInPlace";
        List<String> types = new ArrayList<>(types(method));
        if (Receivers.has(method)) {
            types.add(0, RequestReader.declaringType(method).asType().toString());
        }
        return ElementFilter.methodsIn(derivatives.getEnclosedElements()).stream()
                .filter(candidate -> candidate.getSimpleName().contentEquals(name))
                .map(CalleeReader::types)
                .anyMatch(candidate -> candidate.size() > types.size()
                        && candidate.subList(0, types.size()).equals(types));
    }

    private static List<String> types(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> parameter.asType().toString())
                .toList();
    }

    /** Canonical name of the class that holds the method's derivatives. */
    String derivativesName(ExecutableElement method) {
        String packageName = elements.getPackageOf(method).getQualifiedName().toString();
        String simpleName = RequestReader.enclosingTypes(method).stream()
                        .map(TypeElement::getSimpleName)
                        .collect(Collectors.joining("_"))
                + "Derivatives";
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }
}
