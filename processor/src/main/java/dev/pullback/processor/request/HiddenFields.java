package dev.pullback.processor.request;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.HiddenField;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.PrimitiveType;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Fields that the user's code may read, but not the generated class by their name: private ones, and protected ones of superclasses. */
public final class HiddenFields {

    private HiddenFields() {}

    /**
     * How the class generated for {@code user} can read a field: through a handle if both are in one module, so that nothing has to be
     * opened, and if it can name the field's class and type.
     */
    public static Optional<HiddenField> of(Elements elements, VariableElement field, Element user) {
        TypeElement owner = RequestReader.declaringType(field);
        boolean isNear = elements.getPackageOf(field).equals(elements.getPackageOf(user));
        boolean isInModule = Objects.equals(elements.getModuleOf(field), elements.getModuleOf(user));
        boolean isNameable = isNear
                || RequestReader.enclosingTypes(owner).stream()
                        .allMatch(type -> type.getModifiers().contains(Modifier.PUBLIC));
        if (!isInModule || !isNameable) {
            return Optional.empty();
        }
        Optional<IrType> ownerType = TypeMapping.valueType(owner.asType());
        Optional<IrType> type = TypeMapping.valueType(field.asType()).filter(value -> isNear || holdsNumbers(value));
        return ownerType.isEmpty() || type.isEmpty()
                ? Optional.empty()
                : Optional.of(new HiddenField(
                        (ObjectType) ownerType.get(),
                        field.getSimpleName().toString(),
                        type.get(),
                        field.getModifiers().contains(Modifier.STATIC),
                        field.getModifiers().contains(Modifier.VOLATILE)));
    }

    private static boolean holdsNumbers(IrType type) {
        return (type instanceof ArrayType array ? array.scalar() : type) instanceof PrimitiveType;
    }
}
