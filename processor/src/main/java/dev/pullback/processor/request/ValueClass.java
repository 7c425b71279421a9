package dev.pullback.processor.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * A record, or a class that is as good as one: all its fields are final, each can be read, and a constructor or static factory takes
 * one value for each in declared order. Only declarations are read; that constructor and accessors keep and give the values is
 * checked where an object of the class is taken apart or made.
 *
 * @param components what it carries, in declared order
 * @param factory the constructor or static method that makes an object of them; nothing if only the class itself can
 */
record ValueClass(List<Component> components, Optional<ExecutableElement> factory) {

    /**
     * A value that it carries.
     *
     * @param name the name of the field
     * @param type its type
     * @param accessor the method that gives it, or the field itself
     */
    record Component(String name, TypeMirror type, Element accessor) {}

    ValueClass {
        components = List.copyOf(components);
    }

    /** The components of a record or value class; nothing for any other type. */
    static Optional<ValueClass> of(TypeElement type) {
        if (!type.getTypeParameters().isEmpty()) {
            return Optional.empty();
        } else if (type.getKind() == ElementKind.RECORD) {
            return Optional.of(new ValueClass(ofRecord(type), Optional.empty()));
        }
        return isPlainClass(type) ? ofClass(type) : Optional.empty();
    }

    private static List<Component> ofRecord(TypeElement type) {
        List<Component> components = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            String name = component.getSimpleName().toString();
            ExecutableElement accessor = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                    .filter(method -> method.getSimpleName().contentEquals(name)
                            && method.getParameters().isEmpty())
                    .findFirst()
                    .orElseGet(component::getAccessor);
            components.add(new Component(name, component.asType(), accessor));
        }
        return components;
    }

    /** Whether objects are of a class that says all about them: no superclass, no object around them. */
    private static boolean isPlainClass(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && (!type.getNestingKind().isNested() || type.getModifiers().contains(Modifier.STATIC))
                && type.getSuperclass() instanceof DeclaredType superclass
                && ((TypeElement) superclass.asElement()).getQualifiedName().contentEquals("java.lang.Object");
    }

    private static Optional<ValueClass> ofClass(TypeElement type) {
        List<Component> components = new ArrayList<>();
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (field.getModifiers().contains(Modifier.STATIC)) {
                continue;
            } else if (!field.getModifiers().contains(Modifier.FINAL)) {
                return Optional.empty();
            }
            Optional<Element> accessor = accessor(type, field);
            if (accessor.isEmpty()) {
                return Optional.empty();
            }
            components.add(new Component(field.getSimpleName().toString(), field.asType(), accessor.get()));
        }
        Optional<ExecutableElement> factory = factory(type, components);
        return factory.map(method -> new ValueClass(components, factory));
    }

    /** {@code x()}, {@code getX()}, {@code isX()}, or the field where it is not private; public ones first. */
    private static Optional<Element> accessor(TypeElement type, VariableElement field) {
        String name = field.getSimpleName().toString();
        int first = name.offsetByCodePoints(0, 1);
        String capitalized = name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
        List<String> names = List.of(name, "get" + capitalized, "is" + capitalized);
        Stream<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> names.contains(method.getSimpleName().toString())
                        && method.getParameters().isEmpty()
                        && Receivers.has(method)
                        && isOfType(method.getReturnType(), field.asType()));
        return Stream.<Element>concat(methods, Stream.of(field))
                .filter(member -> !member.getModifiers().contains(Modifier.PRIVATE))
                .min(publicFirst());
    }

    private static Optional<ExecutableElement> factory(TypeElement type, List<Component> components) {
        Stream<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements()).stream();
        Stream<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> !Receivers.has(method) && isOfType(method.getReturnType(), type.asType()));
        return Stream.concat(constructors, methods)
                .filter(method -> !method.getModifiers().contains(Modifier.PRIVATE))
                .filter(method -> takes(method, components))
                .min(publicFirst());
    }

    private static Comparator<Element> publicFirst() {
        return Comparator.comparing(member -> !member.getModifiers().contains(Modifier.PUBLIC));
    }

    /** Whether a constructor or method takes one value for each component. */
    private static boolean takes(ExecutableElement method, List<Component> components) {
        if (method.getParameters().size() != components.size()
                || method.isVarArgs()
                || !method.getTypeParameters().isEmpty()) {
            return false;
        }
        for (int i = 0; i < components.size(); i++) {
            if (!isOfType(
                    method.getParameters().get(i).asType(), components.get(i).type())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfType(TypeMirror type, TypeMirror other) {
        return type.toString().equals(other.toString());
    }
}
