package dev.pullback.processor.request;

import dev.pullback.annotations.Checkpointed;
import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.DerivativeOf;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;
import dev.pullback.annotations.PullbackGenerated;
import dev.pullback.annotations.SolutionOf;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

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

    /** The {@code @DerivativeOf} on a method, from source or from a class file. */
    static Optional<AnnotationMirror> derivativeOf(Element method) {
        return mirror(method, DerivativeOf.class);
    }

    /** The {@code @SolutionOf} on a method, from source or from a class file. */
    public static Optional<AnnotationMirror> solutionOf(Element method) {
        return mirror(method, SolutionOf.class);
    }

    /** The {@code @Checkpointed} on a method. */
    static Optional<AnnotationMirror> checkpointed(Element method) {
        return mirror(method, Checkpointed.class);
    }

    /** Whether a class is one of those that we generate. */
    public static boolean isGenerated(TypeElement type) {
        return mirror(type, PullbackGenerated.class).isPresent();
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

    /**
     * What {@code derivatives} of an annotated method asks for, with the products that fill a sparse matrix; names of a newer
     * version of the annotations are left out.
     */
    static Set<Derivative> derivatives(ExecutableElement method, AnnotationMirror differentiable) {
        Set<Derivative> asked = EnumSet.noneOf(Derivative.class);
        asked.addAll(derivativeEntries(differentiable).keySet());
        if (asked.contains(Derivative.SPARSITY)) {
            boolean isOneNumber = method.getReturnType().getKind().isPrimitive()
                    && outputs(differentiable).isEmpty();
            asked.add(isOneNumber ? Derivative.HESSIAN_VECTOR : Derivative.PUSHFORWARDS);
        }
        return asked;
    }

    /** The entries of {@code derivatives}, each once, and where they stand. */
    static Map<Derivative, AnnotationValue> derivativeEntries(AnnotationMirror differentiable) {
        Map<Derivative, AnnotationValue> result = new EnumMap<>(Derivative.class);
        for (AnnotationValue value : arrayValue(differentiable, "derivatives")) {
            for (Derivative derivative : Derivative.values()) {
                if (value.getValue() instanceof VariableElement constant
                        && constant.getSimpleName().contentEquals(derivative.name())) {
                    result.putIfAbsent(derivative, value);
                }
            }
        }
        return result;
    }

    /** A text that the annotation must give. */
    static String text(AnnotationMirror mirror, String name) {
        return String.valueOf(value(mirror, name).orElse(""));
    }

    /** A flag, false if it is not given. */
    static boolean flag(AnnotationMirror mirror, String name) {
        return value(mirror, name).filter(Boolean.TRUE::equals).isPresent();
    }

    /** A class, if one is given and can be resolved. */
    static Optional<TypeMirror> type(AnnotationMirror mirror, String name) {
        return value(mirror, name).filter(TypeMirror.class::isInstance).map(TypeMirror.class::cast);
    }

    /** The classes of a list, those that can be resolved. */
    static List<TypeElement> types(AnnotationMirror mirror, String name) {
        return arrayValue(mirror, name).stream()
                .map(AnnotationValue::getValue)
                .filter(value -> value instanceof DeclaredType type && type.getKind() == TypeKind.DECLARED)
                .map(value -> (TypeElement) ((DeclaredType) value).asElement())
                .toList();
    }

    /** An integer, or the default that the annotation's declaration gives. */
    static long number(AnnotationMirror mirror, String name) {
        return (long) decimal(mirror, name);
    }

    /** A number, or the default that the annotation's declaration gives. */
    static double decimal(AnnotationMirror mirror, String name) {
        return value(mirror, name)
                .or(() -> defaultValue(mirror, name))
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).doubleValue())
                .orElse(0.0);
    }

    /** The name of a constant of an enum, or of the default. */
    static String constant(AnnotationMirror mirror, String name) {
        return value(mirror, name)
                .or(() -> defaultValue(mirror, name))
                .map(Object::toString)
                .orElse("");
    }

    private static Optional<Object> defaultValue(AnnotationMirror mirror, String name) {
        return ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(name) && method.getDefaultValue() != null)
                .map(method -> method.getDefaultValue().getValue())
                .findFirst();
    }

    private static Optional<Object> value(AnnotationMirror mirror, String name) {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
                .map(entry -> entry.getValue().getValue())
                .findFirst();
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
