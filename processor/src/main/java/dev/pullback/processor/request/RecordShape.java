package dev.pullback.processor.request;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What a record is taken apart into. The representation has no objects: it sees one variable per leaf, that is, per component
 * of the record and of the records in it. A value class ({@link ValueClass}) counts as a record. An array of records is taken apart
 * into one array for each leaf of an element.
 *
 * @param type the record; of an array, that of its elements
 * @param components in declared order
 * @param factory the constructor or static method of a value class that makes an object of its components
 * @param declared the type of values of this shape: the record, or an array of records
 */
public record RecordShape(
        TypeElement type, List<Component> components, Optional<ExecutableElement> factory, TypeMirror declared) {

    private static final Set<IrType> IN_ARRAYS = Set.of(
            PrimitiveType.DOUBLE, PrimitiveType.FLOAT, PrimitiveType.INT, PrimitiveType.LONG, PrimitiveType.BOOLEAN);

    /**
     * A component.
     *
     * @param name its name
     * @param type its declared type
     * @param accessor the method that gives it, or the field itself
     * @param irType the type of its variable, if the representation has it
     * @param record its shape, if it is taken apart itself
     */
    public record Component(
            String name, TypeMirror type, Element accessor, Optional<IrType> irType, Optional<RecordShape> record) {

        /** How many leaves it has: none when it is a value that only the user's objects know. */
        public int size() {
            return record.map(RecordShape::size).orElse(irType.isPresent() ? 1 : 0);
        }

        /** How it is read, behind the dot: {@code x()}, {@code getX()} or {@code x}. */
        public String access() {
            return accessor.getSimpleName() + (accessor instanceof ExecutableElement ? "()" : "");
        }
    }

    /**
     * One variable of a record.
     *
     * @param path names of the components that lead to it, from the outermost record inwards
     * @param type its type
     */
    public record Leaf(List<String> path, IrType type) {

        public Leaf {
            path = List.copyOf(path);
        }

        /** The name of the leaf's variable when the record's is {@code variable}: {@code p.x} is {@code pX}. */
        public String nameIn(String variable) {
            StringBuilder name = new StringBuilder(variable);
            for (String step : path) {
                int first = step.offsetByCodePoints(0, 1);
                name.append(step.substring(0, first).toUpperCase(Locale.ROOT)).append(step.substring(first));
            }
            return name.toString();
        }

        /** The simple name of the component. */
        public String name() {
            return path.get(path.size() - 1);
        }

        private Leaf within(String component) {
            return new Leaf(Stream.concat(Stream.of(component), path.stream()).toList(), type);
        }
    }

    public RecordShape {
        components = List.copyOf(components);
    }

    /** The shape of a record that carries a differentiable value; nothing for any other type. */
    public static Optional<RecordShape> of(TypeMirror type) {
        return of(type, List.of());
    }

    /** The shape of a parameter that is taken apart: a passive one stays an object. */
    public static Optional<RecordShape> ofParameter(VariableElement parameter) {
        return AnnotationValues.isPassive(parameter) ? Optional.empty() : of(parameter.asType());
    }

    /** The shape of a type that is a record itself, not an array of records. */
    public static Optional<RecordShape> ofObject(TypeMirror type) {
        return of(type).filter(shape -> !shape.isArray());
    }

    private static Optional<RecordShape> of(TypeMirror type, List<TypeElement> around) {
        if (type instanceof javax.lang.model.type.ArrayType array && around.isEmpty()) {
            return of(array.getComponentType(), around)
                    .filter(element -> !element.isArray() && element.holdsNumbers())
                    .map(element -> element.array(type));
        }
        if (!(type instanceof DeclaredType declared)
                || !(declared.asElement() instanceof TypeElement element)
                || around.contains(element)) {
            return Optional.empty();
        }
        Optional<ValueClass> values = ValueClass.of(element);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<TypeElement> path = new ArrayList<>(around);
        path.add(element);
        List<Component> components = values.get().components().stream()
                .map(component -> component(component, path))
                .toList();
        RecordShape shape = new RecordShape(element, components, values.get().factory(), element.asType());
        boolean carries = shape.leaves().stream().anyMatch(leaf -> leaf.type().isDifferentiable());
        boolean isUsable = element.getKind() == ElementKind.RECORD || shape.isComplete();
        return carries && isUsable ? Optional.of(shape) : Optional.empty();
    }

    private static Component component(ValueClass.Component component, List<TypeElement> path) {
        TypeMirror type = component.type();
        Optional<RecordShape> inner = of(type, path);
        boolean isOwnType = path.stream().anyMatch(outer -> isDeclaredBy(type, outer));
        Optional<IrType> irType =
                inner.isPresent() || isOwnType || isGeneric(type) ? Optional.empty() : TypeMapping.valueType(type);
        return new Component(component.name(), type, component.accessor(), irType, inner);
    }

    private static boolean isDeclaredBy(TypeMirror type, TypeElement element) {
        return type instanceof DeclaredType declared && declared.asElement().equals(element);
    }

    /** Whether a type is a record whose components depend on type arguments. */
    public static boolean isGeneric(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getKind() == ElementKind.RECORD
                && !element.getTypeParameters().isEmpty();
    }

    /** Whether all that it is made of are numbers and conditions, so that an array can hold each for all elements. */
    private boolean holdsNumbers() {
        return isComplete() && leaves().stream().allMatch(leaf -> IN_ARRAYS.contains(leaf.type()));
    }

    /** The shape of an array of records of this shape. */
    private RecordShape array(TypeMirror array) {
        List<Component> arrays = components.stream()
                .map(component -> new Component(
                        component.name(),
                        component.type(),
                        component.accessor(),
                        component.irType().map(ArrayType::new),
                        component.record().map(inner -> inner.array(array))))
                .toList();
        return new RecordShape(type, arrays, factory, array);
    }

    /** Whether it is an array of records. */
    public boolean isArray() {
        return declared.getKind() == TypeKind.ARRAY;
    }

    /** The variables, in declared order. */
    public List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        for (Component component : components) {
            component.irType().ifPresent(type -> leaves.add(new Leaf(List.of(component.name()), type)));
            component
                    .record()
                    .ifPresent(inner -> inner.leaves().forEach(leaf -> leaves.add(leaf.within(component.name()))));
        }
        return leaves;
    }

    /** The record as code generation sees it. */
    public RecordType recordType() {
        return new RecordType(
                type.getQualifiedName().toString(),
                factory.filter(method -> method.getKind() == ElementKind.METHOD)
                        .map(method -> method.getSimpleName().toString()),
                Receivers.isFinal(type),
                components.stream()
                        .map(component -> new RecordType.Component(
                                component.name(),
                                component.access(),
                                component.irType().map(this::elementType).orElse(ObjectType.OBJECT),
                                component.record().map(RecordShape::recordType)))
                        .toList());
    }

    private IrType elementType(IrType component) {
        return isArray() ? ((ArrayType) component).element() : component;
    }

    /** Whether every component, also of records in it, has a variable, so that the record can be made from them. */
    public boolean isComplete() {
        return components.stream()
                .allMatch(component -> component.irType().isPresent()
                        || component.record().map(RecordShape::isComplete).orElse(false));
    }

    /** The private class, if any, that keeps generated code from naming the record or one in it. */
    Optional<TypeElement> privateClass() {
        for (Element outer = type; outer instanceof TypeElement element; outer = outer.getEnclosingElement()) {
            if (element.getModifiers().contains(Modifier.PRIVATE)) {
                return Optional.of(element);
            }
        }
        return components.stream()
                .flatMap(component -> component.record().stream())
                .flatMap(inner -> inner.privateClass().stream())
                .findFirst();
    }

    /** How a parameter of this type is taken apart. */
    RecordParameter parameter(String name, String derivatives) {
        List<RecordParameter.Leaf> leaves = leaves().stream()
                .map(leaf -> new RecordParameter.Leaf(leaf.path(), new Variable(leaf.nameIn(name), leaf.type())))
                .toList();
        RecordType record = recordType();
        return new RecordParameter(name, record, derivatives + "." + record.twinName(), leaves, isArray());
    }

    /** The number of leaves. */
    public int size() {
        return components.stream().mapToInt(Component::size).sum();
    }

    /** Whether a method gives a component of a record or value class, also of one without derivatives. */
    public static boolean isAccessor(ExecutableElement method) {
        return ValueClass.of(RequestReader.declaringType(method)).stream()
                .flatMap(values -> values.components().stream())
                .anyMatch(component -> component.accessor().equals(method));
    }

    /** The component that a call of a method, which is not read, gives. */
    public Optional<Component> givenBy(ExecutableElement method) {
        return components.stream()
                .filter(component -> component.accessor().equals(method))
                .findFirst();
    }

    /** The component of a name. */
    public Optional<Component> component(CharSequence name) {
        return components.stream()
                .filter(component -> component.name().contentEquals(name))
                .findFirst();
    }

    /** The part of {@code leaves} that belongs to a component. */
    public <T> List<T> part(Component component, List<T> leaves) {
        int from = 0;
        for (Component earlier : components.subList(0, components.indexOf(component))) {
            from += earlier.size();
        }
        return leaves.subList(from, from + component.size());
    }
}
