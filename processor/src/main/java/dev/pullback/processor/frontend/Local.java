package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.request.RecordShape;
import dev.pullback.processor.request.RequestReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A parameter or local variable of a body; of a record, or of an array of records, a bundle of locals, one per component. */
final class Local {

    private final String name;
    private final @Nullable TypeMirror type;
    private final List<Local> components;
    private final @Nullable FunctionValue function;
    private @Nullable Variable variable;
    private @Nullable Variable declared;
    private boolean isOther;
    private boolean isLeaf;
    private boolean isGradient;

    /**
     * A variable in scope.
     *
     * @param type null when it could not be found out; the error is reported already, and every use is silent
     * @param variable null as long as an array variable has no value
     */
    Local(String name, @Nullable TypeMirror type, @Nullable Variable variable) {
        this(name, type, variable, List.of(), null);
    }

    private Local(
            String name,
            @Nullable TypeMirror type,
            @Nullable Variable variable,
            List<Local> components,
            @Nullable FunctionValue function) {
        this.name = name;
        this.type = type;
        this.variable = variable;
        this.components = components;
        this.function = function;
    }

    /** A variable that stands for a function. */
    static Local ofFunction(String name, TypeMirror type, FunctionValue function) {
        return new Local(name, type, null, List.of(), function);
    }

    /** A record variable; {@code variableOf} gives a leaf its variable, or null to an array without a value. */
    static Local ofRecord(String name, RecordShape shape, Function<RecordShape.Leaf, @Nullable Variable> variableOf) {
        List<@Nullable Variable> variables = new ArrayList<>();
        shape.leaves().forEach(leaf -> variables.add(variableOf.apply(leaf)));
        return ofRecord(name, shape, variables);
    }

    private static Local ofRecord(String name, RecordShape shape, List<@Nullable Variable> variables) {
        List<Local> components = new ArrayList<>();
        for (RecordShape.Component component : shape.components()) {
            List<@Nullable Variable> own = shape.part(component, variables);
            components.add(
                    component.record().isPresent()
                            ? ofRecord(component.name(), component.record().get(), own)
                            : ofComponent(component, own.isEmpty() ? null : own.get(0)));
        }
        return new Local(name, shape.declared(), null, components, null);
    }

    private static Local ofComponent(RecordShape.Component component, @Nullable Variable variable) {
        Local local = new Local(component.name(), component.type(), variable);
        local.isLeaf = component.irType().isPresent();
        return local;
    }

    /** {@code this} in a method that is called on an object other than the receiver. */
    static Local ofOther(TypeMirror type, Variable variable) {
        Local other = new Local("this", type, variable);
        other.isOther = true;
        return other;
    }

    /** A variable that holds a gradient with several parts, which its accessors give. */
    static Local ofGradient(String name, List<Local> parts) {
        Local gradient = new Local(name, null, null, parts, null);
        gradient.isGradient = true;
        return gradient;
    }

    /** The variable that stands for a field of the receiver, under a name that no variable of the user's can have. */
    static Local ofField(VariableElement field, Variable variable) {
        return new Local(nameOf(field), field.asType(), variable);
    }

    /** The name under which a field of the receiver stands in the scope. */
    static String nameOf(VariableElement field) {
        return RequestReader.declaringType(field).getQualifiedName() + "." + field.getSimpleName();
    }

    String name() {
        return name;
    }

    /** Whether it is another object than the receiver, whose fields may have changed since the start. */
    boolean isOther() {
        return isOther;
    }

    /** Whether it holds a gradient of several parts; it has no type then. */
    boolean isGradient() {
        return isGradient;
    }

    TypeMirror type() {
        if (type == null) {
            throw new Unsupported(null);
        }
        return type;
    }

    /** The variable in the representation. */
    Variable variable() {
        if (variable == null) {
            throw new Unsupported(null);
        }
        return variable;
    }

    /** The function that the variable stands for, if it is one. */
    Optional<FunctionValue> function() {
        return Optional.ofNullable(function);
    }

    /** The variable for an array that is assigned in blocks inside the one that declares it. */
    Variable declared() {
        if (declared == null) {
            throw new Unsupported(null);
        }
        return declared;
    }

    /** Gives an array of a record array, which has no value yet, the variable to assign in inner blocks. */
    void declareAs(Variable variable) {
        declared = variable;
    }

    /** A variable in scope that has no array yet. */
    static Local ofArray(String name, TypeMirror type, Variable declared) {
        Local local = new Local(name, type, null);
        local.declared = declared;
        return local;
    }

    boolean isBound() {
        return variable != null;
    }

    /** Gives an array variable its one and only value. */
    void bind(Variable value) {
        this.variable = value;
    }

    // ---- records ----

    /** The components of a record variable; none for any other. */
    List<Local> components() {
        return components;
    }

    /** The component of a record variable. */
    Optional<Local> component(CharSequence wanted) {
        return components.stream()
                .filter(component -> component.name.contentEquals(wanted))
                .findFirst();
    }

    /** The locals that carry the values of a record variable, in declared order. */
    List<Local> leaves() {
        List<Local> leaves = new ArrayList<>();
        for (Local component : components) {
            if (component.isLeaf) {
                leaves.add(component);
            } else {
                leaves.addAll(component.leaves());
            }
        }
        return leaves;
    }

    /** The values of a record variable. */
    List<Expression> reads() {
        List<Expression> reads = new ArrayList<>();
        leaves().forEach(leaf -> reads.add(new Read(leaf.variable())));
        return reads;
    }
}
