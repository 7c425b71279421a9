package dev.pullback.processor.transform;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.ClassChecks;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.ObjectCode;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.TupleType;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives derivatives the parameters of their contract. The transforms know the components of records only; here a record is one
 * argument again, which is taken apart at the start, and its bars or tangents are one twin.
 */
public final class RecordArguments {

    /** A field of a twin. */
    private record Field(Variable twin, RecordParameter.Leaf leaf) {}

    private final Function function;
    private final PrimalMethod method;
    private final Iterator<Variable> given;
    private final List<Variable> parameters = new ArrayList<>();
    private final Map<Variable, Field> fields = new HashMap<>();
    private final Map<Variable, Variable> locals = new HashMap<>();
    private final List<Place> sharedBars = new ArrayList<>();
    private @Nullable Variable scalarBars;

    private RecordArguments(Function function, PrimalMethod method) {
        this.function = function;
        this.method = method;
        this.given = function.parameters().iterator();
    }

    /** An adjoint with the arguments and bars of {@code method}. */
    public static Function ofAdjoint(Function function, PrimalMethod method) {
        return hasRecords(method) ? new RecordArguments(function, method).adjoint() : function;
    }

    /** A pushforward with the arguments and tangents of {@code method}. */
    public static Function ofTangent(Function function, PrimalMethod method) {
        return hasRecords(method) ? new RecordArguments(function, method).tangent() : function;
    }

    /** A derivative over flat vectors with the arguments of {@code method}. */
    public static Function ofFlatVectors(Function function, PrimalMethod method) {
        return hasRecords(method) ? new RecordArguments(function, method).flatVectors() : function;
    }

    private static boolean hasRecords(PrimalMethod method) {
        return method.result().isPresent()
                || method.parameters().stream()
                        .anyMatch(parameter -> parameter.record().isPresent());
    }

    // ---- parameters ----

    private Function adjoint() {
        takeArguments();
        PrimalMethod flat = method.flat();
        boolean isPullback = function.returnType() == PrimitiveType.VOID;
        if (isPullback && method.result().isPresent()) {
            takeTwin(
                    new Variable("resultBar", method.resultBarType()),
                    method.result().get());
        } else if (isPullback && method.returnType() != PrimitiveType.VOID) {
            parameters.add(given.next());
        }
        if (isPullback) {
            method.outputs().forEach(output -> parameters.add(given.next()));
        }
        Map<Variable, Variable> arrayBars = new HashMap<>();
        for (Variable array : isPullback ? flat.arrayInputs() : flat.arrayIndependents()) {
            arrayBars.put(array, given.next());
        }
        for (Variable independent : isPullback ? method.barInputs() : method.barIndependents()) {
            if (method.record(independent).isEmpty()) {
                parameters.add(arrayBars.get(independent));
                continue;
            }
            Variable twin = twin(independent, "Bar");
            for (RecordParameter.Leaf leaf : method.record(independent).get().leaves()) {
                Field field = new Field(twin, leaf);
                fields.put(leaf.variable(), field);
                if (arrayBars.containsKey(leaf.variable())) {
                    bind(arrayBars.get(leaf.variable()), field);
                }
            }
        }
        if (!flat.scalarIndependents().isEmpty()) {
            scalarBars = given.next();
            shareScalarBars(scalarBars);
        }
        parameters.add(given.next());
        return build();
    }

    /** The scalars that stand in no record move up in the array of their bars. */
    private void shareScalarBars(Variable bars) {
        List<Variable> scalars = method.scalarIndependents();
        if (!scalars.isEmpty()) {
            parameters.add(bars);
        }
        for (Variable scalar : method.flat().scalarIndependents()) {
            sharedBars.add(new ArrayRead(new Read(bars), Literal.of(scalars.indexOf(scalar))));
        }
    }

    private Function tangent() {
        takeArguments();
        for (Variable independent : method.tangents()) {
            if (method.record(independent).isEmpty()) {
                parameters.add(given.next());
                continue;
            }
            takeTwin(
                    new Variable(independent.name() + "Dot", method.barType(independent)),
                    method.record(independent).get());
        }
        parameters.add(given.next());
        return build();
    }

    /** One twin in the place of the parameters for a record's components. */
    private void takeTwin(Variable twin, RecordParameter record) {
        parameters.add(twin);
        record.leaves().stream()
                .filter(leaf -> leaf.variable().type().isDifferentiable())
                .forEach(leaf -> bind(given.next(), new Field(twin, leaf)));
    }

    private Function flatVectors() {
        takeArguments();
        given.forEachRemaining(parameters::add);
        return build();
    }

    private void takeArguments() {
        for (PrimalMethod.Parameter parameter : method.parameters()) {
            parameter.record().ifPresentOrElse(record -> record.leaves().forEach(leaf -> given.next()), given::next);
            parameters.add(parameter.variable());
        }
    }

    private Variable twin(Variable independent, String suffix) {
        Variable twin = new Variable(independent.name() + suffix, method.barType(independent));
        parameters.add(twin);
        return twin;
    }

    /** Makes a former parameter a local variable that is read from a field of a twin at the start. */
    private void bind(Variable parameter, Field field) {
        Variable local = new Variable(parameter.name(), parameter.type());
        locals.put(parameter, local);
        fields.put(local, field);
    }

    // ---- body ----

    private Function build() {
        Rewriter rewriter = new Rewriter();
        Block body = rewriter.rewrite(function.body());
        List<Statement> all = new ArrayList<>();
        for (PrimalMethod.Parameter parameter : method.parameters()) {
            parameter.record().ifPresent(record -> requireClass(new Read(parameter.variable()), record.type(), all));
            parameter
                    .record()
                    .ifPresent(record -> record.leaves().stream()
                            .filter(leaf -> rewriter.read.contains(leaf.variable()))
                            .forEach(leaf -> all.add(new Declare(
                                    leaf.variable(),
                                    ObjectCode.component(new Read(parameter.variable()), record.type(), leaf.path()),
                                    Origin.NONE))));
        }
        for (Variable parameter : function.parameters()) {
            Variable local = locals.get(parameter);
            Field field = fields.get(local);
            if (local != null && field != null && rewriter.read.contains(local)) {
                all.add(new Declare(local, value(field), Origin.NONE));
            }
        }
        all.addAll(body.statements());
        IrType returned = function.returnType() instanceof TupleType ? method.resultBarType() : function.returnType();
        return new Function(function.name(), parameters, returned, new Block(all));
    }

    /** An object of a subclass could give other values than the methods of the class itself. */
    private static void requireClass(Expression object, RecordType type, List<Statement> out) {
        if (!type.isFinal()) {
            out.add(ClassChecks.exactly(object, new ObjectType(type.qualifiedName())));
        }
        for (RecordType.Component component : type.components()) {
            component
                    .record()
                    .ifPresent(inner -> requireClass(ObjectCode.component(object, type, component), inner, out));
        }
    }

    private static Expression value(Field field) {
        IrType type = field.leaf().variable().type();
        Opaque value = ObjectCode.field(new Read(field.twin()), field.leaf());
        return type.equals(value.type()) ? value : new Cast((PrimitiveType) type, value);
    }

    private static Statement assign(Field field, String operator, Expression value, Origin origin) {
        return ObjectCode.assign(new Read(field.twin()), field.leaf(), operator, value, origin);
    }

    /** Puts fields of twins in the place of their bars, and notes what is read. */
    private final class Rewriter extends IrRewriter {
        private final Set<Variable> read = new HashSet<>();

        @Override
        protected void rewrite(Statement statement, List<Statement> out) {
            Field field = statement instanceof Assign assign
                    ? bar(assign.target())
                    : statement instanceof Increment increment ? bar(increment.target()) : null;
            if (statement instanceof Return exit && function.returnType() instanceof TupleType) {
                Iterator<Expression> values =
                        exit.values().stream().map(this::rewrite).iterator();
                RecordType result = method.result().orElseThrow().type();
                out.add(new Return(ObjectCode.twin(result, method.qualifiedDerivativesName(), values), exit.origin()));
            } else if (field == null) {
                super.rewrite(statement, out);
            } else if (statement instanceof Assign assign) {
                out.add(assign(field, " = ", rewrite(assign.value()), assign.origin()));
            } else if (statement instanceof Increment increment) {
                out.add(assign(field, " += ", rewrite(increment.value()), increment.origin()));
            }
        }

        /** The field that holds the bar at {@code place}, if one does. */
        private @Nullable Field bar(Place place) {
            return place instanceof ArrayRead element && element.root() == scalarBars
                    ? fields.get(method.flat().scalarIndependents().get(position(element)))
                    : null;
        }

        private int position(ArrayRead element) {
            return (Integer) ((Literal) element.index()).value();
        }

        @Override
        public Expression rewrite(Expression expression) {
            if (expression instanceof ArrayRead element && element.root() == scalarBars) {
                return sharedBars.get(position(element));
            } else if (expression instanceof Read name) {
                Variable variable = locals.getOrDefault(name.variable(), name.variable());
                read.add(variable);
                return new Read(variable);
            }
            return super.rewrite(expression);
        }
    }
}
