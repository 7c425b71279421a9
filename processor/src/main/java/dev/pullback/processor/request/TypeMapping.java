package dev.pullback.processor.request;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.PrimitiveType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types of the language subset: which Java types there are in the representation, and which not. */
public final class TypeMapping {

    /** Of the mainstream types there are matrices, of the others vectors. */
    private static final Set<PrimitiveType> MATRICES =
            EnumSet.of(PrimitiveType.BOOLEAN, PrimitiveType.INT, PrimitiveType.LONG, PrimitiveType.DOUBLE);

    private TypeMapping() {}

    /** The type in the representation, or nothing when the subset does not have it. */
    public static Optional<IrType> irType(TypeMirror type) {
        if (type.getKind() != TypeKind.ARRAY) {
            return primitive(type.getKind()).map(primitive -> primitive);
        }
        TypeMirror component = ((javax.lang.model.type.ArrayType) type).getComponentType();
        return irType(component).filter(TypeMapping::isElement).map(ArrayType::new);
    }

    private static boolean isElement(IrType type) {
        return !(type instanceof ArrayType array)
                || array.rank() == 1 && MATRICES.contains((PrimitiveType) array.scalar());
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
