package dev.pullback.processor.request;

import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Variable;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** The objects that instance methods are called on: the first parameter of everything generated for such a method. */
public final class Receivers {

    private Receivers() {}

    /** Whether the method is called on an object. */
    public static boolean has(ExecutableElement method) {
        return !method.getModifiers().contains(Modifier.STATIC);
    }

    /** The type of the objects, if generated code can name it. */
    public static Optional<IrType> type(ExecutableElement method) {
        return TypeMapping.valueType(RequestReader.declaringType(method).asType());
    }

    /** The parameter that stands for the object: named after its class. */
    public static Variable variable(ExecutableElement method, IrType type) {
        String className = RequestReader.declaringType(method).getSimpleName().toString();
        int first = className.offsetByCodePoints(0, 1);
        String name = className.substring(0, first).toLowerCase(Locale.ROOT) + className.substring(first);
        boolean isFree = SourceVersion.isName(name)
                && method.getParameters().stream()
                        .noneMatch(parameter -> parameter.getSimpleName().contentEquals(name));
        return new Variable(isFree ? name : "receiver", type);
    }

    /** Whether a subclass may have another method in the place of this one. */
    public static boolean isOverridable(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        return !modifiers.contains(Modifier.PRIVATE)
                && !modifiers.contains(Modifier.STATIC)
                && !modifiers.contains(Modifier.FINAL)
                && !isFinal(RequestReader.declaringType(method));
    }

    /** Whether the method is abstract, so that the object's class says what it does. */
    public static boolean isAbstract(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.ABSTRACT);
    }

    /** Whether the class has no subclasses. */
    public static boolean isFinal(TypeElement type) {
        return type.getModifiers().contains(Modifier.FINAL) || type.getKind() == ElementKind.RECORD;
    }

    /** Whether no object is of exactly this class. */
    public static boolean isAbstract(TypeElement type) {
        return type.getKind().isInterface() || type.getModifiers().contains(Modifier.ABSTRACT);
    }
}
