package dev.pullback.processor.transform;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.ClassChecks;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Length;
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
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives derivatives the parameters of their contract. The transforms know the components of records only; here a record is one
 * argument again, which is taken apart at the start, and its bars or tangents are one twin. The same goes for arrays of records;
 * their bars are collected in arrays ({@link RecordElements}).
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
    private final Map<Variable, Variable> arrays = new HashMap<>();
    private final List<RecordElements> tangents = new ArrayList<>();
    private final List<RecordElements> bars = new ArrayList<>();
    private final List<Place> sharedBars = new ArrayList<>();
    private @Nullable Variable scalarBars;

    private RecordArguments(Function function, PrimalMethod method) {
        this.function = function;
        this.method = method;
        this.given = function.parameters().iterator();
        for (PrimalMethod.Parameter parameter : method.parameters()) {
            parameter
                    .record()
                    .filter(RecordParameter::isArray)
                    .ifPresent(record ->
                            record.leaves().forEach(leaf -> arrays.put(leaf.variable(), parameter.variable())));
        }
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
            RecordParameter record = method.record(independent).get();
            if (record.isArray()) {
                bars.add(elements(twin, record, leaf -> arrayBars.get(leaf.variable())));
                continue;
            }
            for (RecordParameter.Leaf leaf : record.leaves()) {
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
        if (record.isArray()) {
            tangents.add(elements(twin, record, leaf -> given.next()));
            return;
        }
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

    /** Makes the former parameters for the components of an array of records local variables. */
    private RecordElements elements(
            Variable twins, RecordParameter record, java.util.function.Function<RecordParameter.Leaf, Variable> given) {
        List<RecordElements.Column> columns = new ArrayList<>();
        for (RecordParameter.Leaf leaf : record.leaves()) {
            if (leaf.variable().type().isDifferentiable()) {
                Variable parameter = given.apply(leaf);
                Variable local = new Variable(parameter.name(), parameter.type());
                locals.put(parameter, local);
                columns.add(new RecordElements.Column(leaf, local));
            }
        }
        return new RecordElements(twins, record, columns);
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
            parameter
                    .record()
                    .ifPresent(record -> takeApart(parameter.variable(), record, rewriter.read::contains, all));
        }
        for (Variable parameter : function.parameters()) {
            Variable local = locals.get(parameter);
            Field field = fields.get(local);
            if (local != null && field != null && rewriter.read.contains(local)) {
                all.add(new Declare(local, value(field), Origin.NONE));
            }
        }
        for (RecordElements tangent : tangents) {
            RecordElements used = tangent.only(rewriter.read::contains);
            all.addAll(used.declarations());
            all.addAll(used.readTwins());
        }
        bars.forEach(bar -> all.addAll(bar.only(rewriter.read::contains).declarations()));
        all.addAll(body.statements());
        deliver(rewriter, all);
        IrType returned = function.returnType() instanceof TupleType ? method.resultBarType() : function.returnType();
        return new Function(function.name(), parameters, returned, new Block(all));
    }

    /** Reads the components that are needed, of an object or of all objects in an array. */
    private static void takeApart(
            Variable parameter, RecordParameter record, Predicate<Variable> isNeeded, List<Statement> out) {
        List<RecordParameter.Leaf> needed = record.leaves().stream()
                .filter(leaf -> isNeeded.test(leaf.variable()))
                .toList();
        if (!record.isArray()) {
            requireClass(new Read(parameter), record.type(), out);
            needed.forEach(leaf -> out.add(new Declare(
                    leaf.variable(),
                    ObjectCode.component(new Read(parameter), record.type(), leaf.path()),
                    Origin.NONE)));
            return;
        }
        RecordElements elements = new RecordElements(
                parameter,
                record,
                needed.stream()
                        .map(leaf -> new RecordElements.Column(leaf, leaf.variable()))
                        .toList());
        elements.checks(element -> {
                    List<Statement> checks = new ArrayList<>();
                    requireClass(element, record.type(), checks);
                    return checks;
                })
                .ifPresent(out::add);
        out.addAll(elements.declarations());
        out.addAll(elements.readRecords());
    }

    /** Writes the bars that were collected in arrays to their twins, at the end, when nothing can throw any more. */
    private void deliver(Rewriter rewriter, List<Statement> all) {
        boolean isGradient = function.returnType() != PrimitiveType.VOID;
        boolean returns = !all.isEmpty() && all.get(all.size() - 1) instanceof Return;
        List<Statement> delivery = new ArrayList<>();
        for (RecordElements bar : bars) {
            RecordElements used = bar.only(v -> rewriter.read.contains(v) || rewriter.collected.containsKey(v))
                    .with(rewriter.collected);
            delivery.addAll(used.writeTwins(isGradient ? " = " : " += "));
            if (isGradient) {
                delivery.addAll(used.requireOwn());
            }
        }
        all.addAll(returns ? all.size() - 1 : all.size(), delivery);
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
        private final Map<Variable, Variable> collected = new HashMap<>();
        private final Set<Variable> barColumns = bars.stream()
                .flatMap(bar -> bar.columns().stream())
                .map(RecordElements.Column::values)
                .collect(Collectors.toSet());

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
            } else if (statement instanceof CallStatement call && isDelivery(call.call())) {
                deliver(call.call().arguments());
            } else if (field == null) {
                super.rewrite(statement, out);
            } else if (statement instanceof Assign assign) {
                out.add(assign(field, " = ", rewrite(assign.value()), assign.origin()));
            } else if (statement instanceof Increment increment) {
                out.add(assign(field, " += ", rewrite(increment.value()), increment.origin()));
            }
        }

        /** Whether a call clears the bar of an array of records, or gives it what was collected elsewhere. */
        private boolean isDelivery(Call call) {
            boolean isFill = WorkspaceCalls.isFill(call);
            return (isFill || WorkspaceCalls.isElementwise(call))
                    && call.arguments().get(isFill ? 0 : 1) instanceof Read bar
                    && barColumns.contains(locals.get(bar.variable()));
        }

        /** A bar that is collected already needs no other array; one that is cleared has zeros from the start. */
        private void deliver(List<Expression> arguments) {
            if (arguments.get(1) instanceof Read bar && arguments.get(0) instanceof Read sum) {
                collected.put(locals.get(bar.variable()), sum.variable());
            } else if (arguments.get(0) instanceof Read cleared) {
                read.add(locals.get(cleared.variable()));
            }
        }

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
            } else if (expression instanceof Length length
                    && length.array() instanceof Read name
                    && arrays.containsKey(name.variable())) {
                return new Length(new Read(arrays.get(name.variable())));
            } else if (expression instanceof Read name) {
                Variable variable = locals.getOrDefault(name.variable(), name.variable());
                read.add(variable);
                return new Read(variable);
            }
            return super.rewrite(expression);
        }
    }
}
