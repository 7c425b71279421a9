package dev.pullback.processor.request;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Our annotations on an element, read through mirrors: the classes themselves need not be loadable, and the values keep their
 * positions.
 */
public final class AnnotationValues {

    private AnnotationValues() {}

    /** The {@code @Differentiable} on a method, from source or from a class file. */
    public static Optional<AnnotationMirror> differentiable(Element method) {
        return mirror(method, Differentiable.class);
    }

    /** Whether a parameter, field or method is marked {@code @Passive}. */
    public static boolean isPassive(Element element) {
        return mirror(element, Passive.class).isPresent();
    }

    /** The entries of {@code wrt}, empty when it is not given. */
    public static List<AnnotationValue> wrt(AnnotationMirror differentiable) {
        return arrayValue(differentiable, "wrt");
    }

    /** The entries of {@code outputs}, empty when it is not given. */
    public static List<AnnotationValue> outputs(AnnotationMirror differentiable) {
        return arrayValue(differentiable, "outputs");
    }

    /** The entries of {@code derivatives}; names of a newer version of the annotations are left out. */
    static Set<Derivative> derivatives(AnnotationMirror differentiable) {
        Set<Derivative> result = EnumSet.noneOf(Derivative.class);
        for (AnnotationValue value : arrayValue(differentiable, "derivatives")) {
            for (Derivative derivative : Derivative.values()) {
                if (value.getValue() instanceof VariableElement constant
                        && constant.getSimpleName().contentEquals(derivative.name())) {
                    result.add(derivative);
                }
            }
        }
        return result;
    }

    private static Optional<AnnotationMirror> mirror(Element element, Class<?> annotation) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(annotation.getName())) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static List<AnnotationValue> arrayValue(AnnotationMirror mirror, String name) {
        for (var entry : mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(name)
                    && entry.getValue().getValue() instanceof List<?> list) {
                return (List<AnnotationValue>) list;
            }
        }
        return List.of();
    }
}
