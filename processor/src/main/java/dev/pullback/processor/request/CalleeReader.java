package dev.pullback.processor.request;

import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.MethodRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
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
     * The callee behind {@code method}, or nothing when it is not annotated, or when {@code wrt} names parameters whose names
     * the class file lacks.
     */
    public Optional<Callee> read(ExecutableElement method, MethodRef ref) {
        Optional<AnnotationMirror> annotation = AnnotationValues.differentiable(method);
        if (annotation.isEmpty()) {
            return Optional.empty();
        }
        Set<String> wrt = AnnotationValues.wrt(annotation.get()).stream()
                .map(value -> String.valueOf(value.getValue()))
                .collect(Collectors.toSet());
        Set<String> names = method.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .collect(Collectors.toSet());
        if (!names.containsAll(wrt)) {
            return Optional.empty();
        }
        List<Boolean> independents = method.getParameters().stream()
                .map(parameter -> Independents.isDifferentiable(parameter)
                        && !AnnotationValues.isPassive(parameter)
                        && (wrt.isEmpty()
                                || wrt.contains(parameter.getSimpleName().toString())))
                .toList();
        return Optional.of(new Callee(ref, derivativesName(method), independents));
    }

    /** Canonical name of the class that holds the method's derivatives. */
    private String derivativesName(ExecutableElement method) {
        String packageName = elements.getPackageOf(method).getQualifiedName().toString();
        String simpleName = RequestReader.enclosingTypes(method).stream()
                        .map(TypeElement::getSimpleName)
                        .collect(Collectors.joining("_"))
                + "Derivatives";
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }
}
