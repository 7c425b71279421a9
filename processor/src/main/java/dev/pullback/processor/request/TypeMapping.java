package dev.pullback.processor.request;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.PrimitiveType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * The types of the language subset: which Java types there are in the representation, and which not. Class types are those
 * of passive objects.
 */
public final class TypeMapping {

    /** How many dimensions an array of a primitive type may have, where that is more than one. */
    private static final Map<PrimitiveType, Integer> DIMENSIONS = Map.of(
            PrimitiveType.BOOLEAN, 3,
            PrimitiveType.INT, 3,
            PrimitiveType.LONG, 3,
            PrimitiveType.DOUBLE, 3,
            PrimitiveType.FLOAT, 2);

    private static final Set<String> BOXED_REALS = Set.of("java.lang.Double", "java.lang.Float");

    private static final ObjectType.Argument UNKNOWN =
            new ObjectType.Argument(ObjectType.Variance.EXTENDS, ObjectType.OBJECT);

    private TypeMapping() {}

    /** The type of a variable in the representation, or nothing when it has none: records are taken apart. */
    public static Optional<IrType> irType(TypeMirror type) {
        return RecordShape.of(type).isPresent() || RecordShape.isGeneric(type) ? Optional.empty() : valueType(type);
    }

    /** The type of a value, records in the keeping of passive objects included. */
    public static Optional<IrType> valueType(TypeMirror type) {
        return valueType(type, Set.of());
    }

    /** The same inside the bounds of type variables: {@code T extends Comparable<T>} becomes {@code Comparable<?>}. */
    private static Optional<IrType> valueType(TypeMirror type, Set<Element> around) {
        return switch (type.getKind()) {
            case ARRAY -> arrayType((javax.lang.model.type.ArrayType) type, around);
            case DECLARED -> objectType((DeclaredType) type, around).map(object -> object);
            case TYPEVAR -> valueType(((TypeVariable) type).getUpperBound(), with((TypeVariable) type, around));
            case INTERSECTION -> valueType(((IntersectionType) type).getBounds().get(0), around);
            default -> primitive(type.getKind()).map(primitive -> primitive);
        };
    }

    private static Set<Element> with(TypeVariable variable, Set<Element> around) {
        Set<Element> all = new HashSet<>(around);
        all.add(variable.asElement());
        return all;
    }

    /** Whether the type boxes a real number: it looks like an independent, but nothing can be differentiated by an object. */
    static boolean isBoxedReal(IrType type) {
        if (type instanceof ArrayType array) {
            return isBoxedReal(array.scalar());
        }
        return type instanceof ObjectType object && BOXED_REALS.contains(object.qualifiedName());
    }

    private static Optional<IrType> arrayType(javax.lang.model.type.ArrayType type, Set<Element> around) {
        return valueType(type.getComponentType(), around)
                .filter(TypeMapping::isElement)
                .map(ArrayType::new);
    }

    private static boolean isElement(IrType type) {
        return !(type instanceof ArrayType array)
                || array.scalar() instanceof PrimitiveType scalar && array.rank() < DIMENSIONS.getOrDefault(scalar, 1);
    }

    /** The class because of which generated code cannot name a type: a private one, or an inner class of a generic one. */
    public static Optional<TypeElement> hiddenClass(TypeMirror type) {
        if (type instanceof javax.lang.model.type.ArrayType array) {
            return hiddenClass(array.getComponentType());
        }
        return type instanceof DeclaredType declared ? hiddenClass(declared) : Optional.empty();
    }

    private static Optional<TypeElement> hiddenClass(DeclaredType declared) {
        TypeElement element = (TypeElement) declared.asElement();
        for (Element outer = element; outer instanceof TypeElement nested; outer = outer.getEnclosingElement()) {
            if (nested.getModifiers().contains(Modifier.PRIVATE)) {
                return Optional.of(nested);
            }
        }
        boolean isInGeneric = declared.getEnclosingType() instanceof DeclaredType outer
                && !outer.getTypeArguments().isEmpty();
        return isInGeneric
                ? Optional.of(element)
                : declared.getTypeArguments().stream()
                        .flatMap(argument -> hiddenClass(argument).stream())
                        .findFirst();
    }

    private static Optional<ObjectType> objectType(DeclaredType type, Set<Element> around) {
        if (hiddenClass(type).isPresent()) {
            return Optional.empty();
        }
        TypeElement element = (TypeElement) type.asElement();
        List<ObjectType.Argument> arguments = new ArrayList<>();
        if (type.getTypeArguments().isEmpty()) {
            // Of a raw type nothing is known about the arguments; generated code must not be raw.
            element.getTypeParameters().forEach(parameter -> arguments.add(UNKNOWN));
        }
        for (TypeMirror argument : type.getTypeArguments()) {
            Optional<ObjectType.Argument> mapped = argument(argument, around);
            if (mapped.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(mapped.get());
        }
        return Optional.of(new ObjectType(element.getQualifiedName().toString(), arguments));
    }

    /** A type argument; what stands for an unknown type becomes a wildcard. */
    private static Optional<ObjectType.Argument> argument(TypeMirror argument, Set<Element> around) {
        if (argument instanceof TypeVariable variable && around.contains(variable.asElement())) {
            return Optional.of(UNKNOWN);
        } else if (argument instanceof WildcardType wildcard) {
            if (wildcard.getSuperBound() != null) {
                return valueType(wildcard.getSuperBound(), around)
                        .map(t -> new ObjectType.Argument(ObjectType.Variance.SUPER, t));
            }
            return wildcard.getExtendsBound() == null
                    ? Optional.of(UNKNOWN)
                    : valueType(wildcard.getExtendsBound(), around)
                            .map(t -> new ObjectType.Argument(ObjectType.Variance.EXTENDS, t));
        }
        boolean isVariable = argument.getKind() == TypeKind.TYPEVAR;
        return valueType(argument, around)
                .map(t -> new ObjectType.Argument(
                        isVariable ? ObjectType.Variance.EXTENDS : ObjectType.Variance.EXACT, t));
    }

    /** Whether a type depends on type parameters, for which generated code has wildcards only. */
    public static boolean hasVariables(@Nullable TypeMirror type) {
        if (type instanceof javax.lang.model.type.ArrayType array) {
            return hasVariables(array.getComponentType());
        } else if (type instanceof WildcardType wildcard) {
            return hasVariables(wildcard.getExtendsBound()) || hasVariables(wildcard.getSuperBound());
        } else if (type instanceof DeclaredType declared) {
            return declared.getTypeArguments().stream().anyMatch(TypeMapping::hasVariables);
        }
        return type instanceof TypeVariable;
    }

    private static Optional<PrimitiveType> primitive(TypeKind kind) {
        return switch (kind) {
            case BOOLEAN -> Optional.of(PrimitiveType.BOOLEAN);
            case BYTE -> Optional.of(PrimitiveType.BYTE);
            case SHORT -> Optional.of(PrimitiveType.SHORT);
            case CHAR -> Optional.of(PrimitiveType.CHAR);
            case INT -> Optional.of(PrimitiveType.INT);
            case LONG -> Optional.of(PrimitiveType.LONG);
            case FLOAT -> Optional.of(PrimitiveType.FLOAT);
            case DOUBLE -> Optional.of(PrimitiveType.DOUBLE);
            default -> Optional.empty();
        };
    }
}
