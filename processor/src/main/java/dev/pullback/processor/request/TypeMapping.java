package dev.pullback.processor.request;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.PrimitiveType;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types of the language subset: which Java types there are in the representation, and which not. */
public final class TypeMapping {

    private static final int MAX_RANK = 2;

    private TypeMapping() {}

    /** The type in the representation, or nothing when the subset does not have it. */
    public static Optional<IrType> irType(TypeMirror type) {
        if (type.getKind() != TypeKind.ARRAY) {
            return primitive(type.getKind()).map(primitive -> primitive);
        }
        TypeMirror component = ((javax.lang.model.type.ArrayType) type).getComponentType();
        return irType(component).filter(element -> rank(element) < MAX_RANK).map(ArrayType::new);
    }

    private static int rank(IrType type) {
        return type instanceof ArrayType array ? array.rank() : 0;
    }

    private static Optional<PrimitiveType> primitive(TypeKind kind) {
        return switch (kind) {
            case BOOLEAN -> Optional.of(PrimitiveType.BOOLEAN);
            case INT -> Optional.of(PrimitiveType.INT);
            case LONG -> Optional.of(PrimitiveType.LONG);
            case DOUBLE -> Optional.of(PrimitiveType.DOUBLE);
            default -> Optional.empty();
        };
    }
}
