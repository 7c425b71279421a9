package dev.pullback.processor.frontend;

import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Numeric promotion (JLS 5.6), boxed operands included. */
final class NumericPromotion {

    /** The promoted types, the widest first. */
    private static final List<TypeKind> WIDEST_FIRST =
            List.of(TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.LONG, TypeKind.INT);

    private final Types types;

    NumericPromotion(Types types) {
        this.types = types;
    }

    /** The type of {@code +x}, {@code -x}, {@code ~x} and of a shift of {@code x}; nothing when it is no number. */
    Optional<TypeMirror> unary(TypeMirror operand) {
        return binary(operand, operand);
    }

    /** The type in which two operands are combined; nothing when one is no number. */
    Optional<TypeMirror> binary(TypeMirror left, TypeMirror right) {
        TypeKind leftKind = unboxed(left);
        TypeKind rightKind = unboxed(right);
        if (!isNumeric(leftKind) || !isNumeric(rightKind)) {
            return Optional.empty();
        }
        TypeKind widest = WIDEST_FIRST.stream()
                .filter(kind -> kind == leftKind || kind == rightKind)
                .findFirst()
                .orElse(TypeKind.INT);
        return Optional.of(types.getPrimitiveType(widest));
    }

    /** Whether the type is {@code boolean} or its box. */
    boolean isBoolean(TypeMirror type) {
        return unboxed(type) == TypeKind.BOOLEAN;
    }

    private static boolean isNumeric(TypeKind kind) {
        return kind.isPrimitive() && kind != TypeKind.BOOLEAN;
    }

    private TypeKind unboxed(TypeMirror type) {
        if (!(type instanceof DeclaredType)) {
            return type.getKind();
        }
        try {
            return types.unboxedType(type).getKind();
        } catch (IllegalArgumentException notBoxed) {
            return TypeKind.DECLARED;
        }
    }
}
