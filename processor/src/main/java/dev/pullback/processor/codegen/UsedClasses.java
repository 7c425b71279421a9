package dev.pullback.processor.codegen;

import com.palantir.javapoet.ClassName;
import dev.pullback.processor.codegen.MethodDerivatives.Sweeps;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.FieldAccess;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.HiddenField;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.StaticField;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Finds the classes that a generated class names: a variable of such a name would obscure the class. */
final class UsedClasses {

    private final Set<ClassName> classes = new LinkedHashSet<>();

    private UsedClasses() {}

    /**
     * The names that variables must not have: the simple names of the classes and, where two classes have one simple name and
     * are therefore written in full, the first segments of their packages.
     */
    static Set<String> names(DerivativeClass derivatives) {
        UsedClasses used = new UsedClasses();
        used.classes.addAll(JavaTypes.OURS);
        used.classes.add(JavaTypes.nested(derivatives.packageName(), derivatives.classNames()));
        used.classes.add(
                ClassName.get(derivatives.packageName(), String.join("_", derivatives.classNames()) + "Derivatives"));
        derivatives.methods().forEach(used::addMethod);
        Set<String> names = used.simpleNames();
        names.add("Double");
        names.add("Objects");
        return names;
    }

    private void addMethod(MethodDerivatives method) {
        PrimalMethod primal = method.primal();
        primal.parameters().forEach(p -> addType(p.variable().type()));
        primal.fields().forEach(p -> p.field().flatMap(FieldAccess::hidden).ifPresent(this::addField));
        primal.independents().forEach(v -> addType(primal.barType(v)));
        addType(primal.resultBarType());
        method.sweeps().ifPresent(this::addSweeps);
    }

    private void addSweeps(Sweeps sweeps) {
        sweeps.functions().forEach(this::addFunction);
    }

    private void addFunction(Function function) {
        function.parameters().forEach(v -> addType(v.type()));
        for (Variable v : Walk.declarations(function.body())) {
            addType(v.type());
        }
        Walk.statements(function.body(), s -> Walk.inputs(s).forEach(e -> Walk.expressions(e, this::addExpression)));
    }

    private void addExpression(Expression expression) {
        if (expression instanceof Call call
                && !call.method().owner().isEmpty()
                && call.method().isStatic()) {
            classes.add(JavaTypes.className(call.method().owner()));
        } else if (expression instanceof StaticField field && !field.owner().isEmpty()) {
            classes.add(JavaTypes.className(field.owner()));
        } else if (expression instanceof Opaque opaque) {
            for (Opaque.Piece piece : opaque.pieces()) {
                if (piece instanceof Opaque.Type type) {
                    addType(type.type());
                } else if (piece instanceof Opaque.Hidden hidden) {
                    addField(hidden.field());
                }
            }
        }
    }

    private void addField(HiddenField field) {
        addType(field.owner());
        addType(field.type());
    }

    private void addType(IrType type) {
        if (type instanceof ObjectType object) {
            classes.add(JavaTypes.className(object.qualifiedName()));
            object.arguments().forEach(argument -> addType(argument.type()));
        } else if (type instanceof ArrayType array) {
            addType(array.scalar());
        }
    }

    private Set<String> simpleNames() {
        Set<String> names = new HashSet<>();
        Map<String, ClassName> outermost = new HashMap<>();
        for (ClassName name : classes) {
            names.addAll(name.simpleNames());
            ClassName top = name.topLevelClassName();
            ClassName other = outermost.putIfAbsent(top.simpleName(), top);
            if (other != null && !other.equals(top)) {
                names.add(firstSegment(top));
                names.add(firstSegment(other));
            }
        }
        names.remove("");
        return names;
    }

    private static String firstSegment(ClassName name) {
        return name.packageName().split("\\.")[0];
    }
}
