package dev.pullback.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Types of methods as members of the object they are called on. Type parameters of the method itself are followed only where
 * an argument gives them directly; elsewhere the erased type stands in, which is never wrong, only less precise.
 */
final class MethodTypes {

    private final Elements elements;
    private final Types types;

    MethodTypes(CompilerAccess compiler) {
        this.elements = compiler.elements();
        this.types = compiler.types();
    }

    /**
     * The type of a call.
     *
     * @param receiver the type of the object, null for static methods and those of {@code this}
     * @param arguments the types of the arguments
     */
    TypeMirror resultOf(ExecutableElement method, @Nullable TypeMirror receiver, List<TypeMirror> arguments) {
        TypeMirror type = method.getReturnType();
        for (int i = 0; i < Math.min(method.getParameters().size(), arguments.size()); i++) {
            boolean isGiven = isVariable(type)
                    && types.isSameType(method.getParameters().get(i).asType(), type)
                    && !arguments.get(i).getKind().isPrimitive();
            if (isGiven) {
                return arguments.get(i);
            }
        }
        if (receiver instanceof DeclaredType declared
                && method.getTypeParameters().isEmpty()) {
            type = ((ExecutableType) types.asMemberOf((DeclaredType) types.capture(declared), method)).getReturnType();
        }
        return method.getTypeParameters().isEmpty()
                ? bound(type)
                : inferred(method, type, arguments).orElse(types.erasure(type));
    }

    /** {@code T}, or {@code T[]} as of {@code Arrays.copyOf}. */
    private static boolean isVariable(TypeMirror type) {
        return type.getKind() == TypeKind.TYPEVAR
                || type instanceof ArrayType array && isVariable(array.getComponentType());
    }

    /** {@code Optional<Double>} of {@code Optional.of(x)}: a result whose type arguments are the types of arguments. */
    private Optional<TypeMirror> inferred(ExecutableElement method, TypeMirror result, List<TypeMirror> arguments) {
        if (!(result instanceof DeclaredType declared)
                || declared.getTypeArguments().isEmpty()) {
            return Optional.empty();
        }
        List<TypeMirror> given = new ArrayList<>();
        for (TypeMirror wanted : declared.getTypeArguments()) {
            for (int i = 0; i < Math.min(method.getParameters().size(), arguments.size()); i++) {
                if (types.isSameType(method.getParameters().get(i).asType(), wanted)) {
                    given.add(boxed(arguments.get(i)));
                    break;
                }
            }
        }
        return given.size() == declared.getTypeArguments().size()
                ? Optional.of(
                        types.getDeclaredType((TypeElement) declared.asElement(), given.toArray(new TypeMirror[0])))
                : Optional.empty();
    }

    private TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : type;
    }

    /** The type of the elements of an {@code Iterable}, or nothing when it is none. */
    Optional<TypeMirror> elementOf(TypeMirror iterable) {
        if (!(iterable instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        if (((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.lang.Iterable")) {
            return declared.getTypeArguments().isEmpty()
                    ? Optional.of(type("java.lang.Object"))
                    : Optional.of(bound(((DeclaredType) types.capture(declared))
                            .getTypeArguments()
                            .get(0)));
        }
        return types.directSupertypes(iterable).stream()
                .flatMap(supertype -> elementOf(supertype).stream())
                .findFirst();
    }

    /** The type itself, or what bounds it if it is a variable. */
    static TypeMirror bound(TypeMirror type) {
        if (type instanceof TypeVariable variable) {
            return bound(variable.getUpperBound());
        }
        return type instanceof IntersectionType intersection
                ? bound(intersection.getBounds().get(0))
                : type;
    }

    /** An exception that a method declares and its callers must handle. */
    Optional<? extends TypeMirror> checkedException(ExecutableElement method) {
        return method.getThrownTypes().stream().filter(this::isChecked).findFirst();
    }

    /** Whether a method that throws this must say so. */
    boolean isChecked(TypeMirror exception) {
        return !types.isSubtype(exception, type("java.lang.RuntimeException"))
                && !types.isSubtype(exception, type("java.lang.Error"));
    }

    private TypeMirror type(String name) {
        return elements.getTypeElement(name).asType();
    }
}
