package dev.pullback.processor.transform.taylor;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallCode;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.DerivativeForm;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Throw;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import dev.pullback.processor.ir.WorkspaceCalls;
import dev.pullback.processor.transform.FlatVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns a function into one that computes its Taylor coefficients: before each statement the series of what it assigns. */
public final class TaylorTransform {
    private static final ArrayType VECTOR = new ArrayType(PrimitiveType.DOUBLE);

    private final PrimalMethod method;
    private final ArrayRoots roots;
    private final SeriesOf series;
    private final SeriesExpressions expressions;
    private final Variable direction = Variable.temporary("direction", VECTOR);
    private final Variable coefficients = Variable.temporary("coefficients", VECTOR);
    private final Variable workspace = new Variable("workspace", ObjectType.WORKSPACE);
    private Variable result = coefficients;
    private Expression terms = new Length(new Read(coefficients));

    private TaylorTransform(Function primal, PrimalMethod method, ActivityResult activity) {
        this.method = method;
        this.roots = new ArrayRoots(primal);
        this.series = new SeriesOf(activity);
        this.expressions = new SeriesExpressions(series, this::newSeries);
    }

    /**
     * The coefficients of {@code primal} along a direction: parameters of the primal, the direction, the coefficients, the
     * workspace.
     *
     * @param method the primal, without records; it returns one number
     * @throws NoSeries if the primal does what there are no series of
     */
    public static Function apply(Function primal, PrimalMethod method, ActivityResult activity) {
        return new TaylorTransform(primal, method, activity).build(primal);
    }

    private Function build(Function primal) {
        List<Statement> body = new ArrayList<>();
        FlatVector flat = new FlatVector(direction, method.independents());
        method.independents().forEach(v -> take(v, flat, body));
        body.addAll(block(primal.body()).statements());
        List<Variable> parameters = new ArrayList<>(primal.parameters());
        parameters.addAll(List.of(direction, coefficients, workspace));
        return new Function(method.name() + "Taylor", parameters, PrimitiveType.VOID, new Block(body));
    }

    /**
     * The series of what {@code primal} gives, from those of its independents, which calls are composed of: parameters of the
     * primal, a series per independent or output, those of the result, the number of coefficients, the workspace. The series of an
     * output begins as that of its content before the call, and is overwritten.
     *
     * @param method the primal, without records; it overwrites no array but its outputs
     * @throws NoSeries if the primal does what there are no series of
     */
    public static Function composable(Function primal, PrimalMethod method, ActivityResult activity) {
        return new TaylorTransform(primal, method, activity).buildComposable(primal);
    }

    private Function buildComposable(Function primal) {
        Variable count = Variable.temporary("terms", PrimitiveType.INT);
        terms = new Read(count);
        Set<Variable> assigned = new Effects(roots).written(primal.body());
        List<Variable> parameters = new ArrayList<>(primal.parameters());
        List<Statement> body = new ArrayList<>();
        for (Variable v : method.tangents()) {
            Variable given = series.of(v);
            if (!method.independents().contains(v)) {
                body.add(constants(v, given));
            } else if (assigned.contains(v) && !v.type().isArray()) {
                series.use(v, SeriesOf.temporary(v.name() + "SeriesNow"));
                takeGiven(v, given, body);
            }
            parameters.add(given);
        }
        method.resultSeriesType().ifPresent(type -> {
            result = method.result().isPresent()
                    ? Variable.temporary("coefficients", type)
                    : series.typed("coefficients", primal.returnType());
            parameters.add(result);
        });
        List<Variable> constants =
                method.outputs().stream().filter(v -> !series.isActive(v)).toList();
        body.addAll(block(primal.body()).statements());
        constants.forEach(output -> body.add(constants(output, series.of(output))));
        parameters.addAll(List.of(count, workspace));
        return new Function(method.name() + "Series", parameters, PrimitiveType.VOID, new Block(body));
    }

    private Expression terms() {
        return terms;
    }

    private Expression newSeries() {
        return new Call(WorkspaceCalls.scratch(VECTOR), new Read(workspace), WorkspaceCalls.UNNUMBERED, terms());
    }

    /** The series of an independent: its value, then its entry of the direction. */
    private void take(Variable independent, FlatVector flat, List<Statement> out) {
        Variable own = series.of(independent);
        Read value = new Read(independent);
        ArrayType type = (ArrayType) own.type();
        if (type.rank() == 1) {
            out.add(new Declare(own, newSeries(), Origin.NONE));
            out.add(SeriesCalls.arithmetic("variable", Origin.NONE, value, flat.entry(independent), new Read(own)));
        } else if (type.rank() == 2) {
            Expression rows = new Call(
                    WorkspaceCalls.scratch(type),
                    new Read(workspace),
                    WorkspaceCalls.UNNUMBERED,
                    new Length(value),
                    terms());
            out.add(new Declare(own, rows, Origin.NONE));
            out.add(SeriesCalls.arithmetic(
                    "variables", Origin.NONE, value, new Read(direction), flat.offset(independent), new Read(own)));
        } else {
            Call made = SeriesCalls.matrix(
                    "variables", type, value, new Read(direction), flat.offset(independent), terms());
            out.add(new Declare(own, made, Origin.NONE));
        }
    }

    private static Statement constants(Variable array, Variable itsSeries) {
        return SeriesCalls.arithmetic("constants", Origin.NONE, new Read(array), new Read(itsSeries));
    }

    /** The series of a scalar that the method assigns; the caller's stays as it is. */
    private void takeGiven(Variable independent, Variable given, List<Statement> out) {
        Variable own = series.of(independent);
        out.add(new Declare(own, newSeries(), Origin.NONE));
        out.add(SeriesCalls.arithmetic("copy", Origin.NONE, new Read(given), new Read(own)));
    }

    private Block block(Block block) {
        List<Statement> out = new ArrayList<>();
        block.statements().forEach(s -> statement(s, out));
        return new Block(out);
    }

    private void statement(Statement statement, List<Statement> out) {
        if (statement instanceof Declare s) {
            place(s.origin(), () -> declare(s, out));
        } else if (statement instanceof Assign s) {
            place(s.origin(), () -> assign(s, out));
        } else if (statement instanceof Increment s) {
            place(s.origin(), () -> increment(s, out));
        } else if (statement instanceof If s) {
            out.add(new If(s.condition(), block(s.whenTrue()), block(s.whenFalse()), s.origin()));
        } else if (statement instanceof CountedLoop s) {
            out.add(s.withBody(block(s.body())));
        } else if (statement instanceof While s) {
            out.add(new While(s.condition(), block(s.body()), s.origin()));
        } else if (statement instanceof Invoke s) {
            place(s.origin(), () -> call(s, out));
        } else if (statement instanceof CallStatement s) {
            place(s.origin(), () -> refuseActive(s));
            out.add(s);
        } else if (statement instanceof Perform s) {
            place(s.origin(), () -> perform(s, out));
        } else if (statement instanceof Throw) {
            out.add(statement);
        } else if (statement instanceof Return s) {
            place(s.origin(), () -> deliver(s, out));
        } else {
            throw new IllegalStateException("not in normal form: " + statement);
        }
    }

    private void deliver(Return s, List<Statement> out) {
        if (method.result().isEmpty()) {
            s.values().forEach(value -> deliver(value, new Read(result), s.origin(), out));
            return;
        }
        for (int i = 0; i < s.values().size(); i++) {
            Expression value = s.values().get(i);
            if (value.type().isDifferentiable()) {
                SeriesOf.requireDouble("the result", value.type());
                deliver(value, new ArrayRead(new Read(result), Literal.of(i)), s.origin(), out);
            }
        }
    }

    private void deliver(Expression value, Place into, Origin origin, List<Statement> out) {
        if (!value.type().isArray()) {
            expressions.lower(value, value, into, origin, out);
        } else if (series.isActive((Place) value)) {
            out.add(WorkspaceCalls.elementwise("copy", series.of((Place) value), into));
        } else {
            out.add(SeriesCalls.arithmetic("constants", origin, value, into));
        }
    }

    private static void place(Origin origin, Runnable lowering) {
        try {
            lowering.run();
        } catch (NoSeries reason) {
            throw reason.at(origin);
        }
    }

    private void declare(Declare s, List<Statement> out) {
        out.add(s);
        Variable variable = s.variable();
        if (!variable.type().isDifferentiable() || !series.isActive(variable)) {
            return;
        }
        Variable own = series.of(variable);
        if (roots.isAlias(variable)) {
            out.add(new Declare(own, series.of((Place) s.value()), Origin.NONE));
        } else if (variable.type().isArray()) {
            out.add(new Declare(own, zeros(s, (ArrayType) own.type()), Origin.NONE));
        } else {
            out.add(new Declare(own, newSeries(), Origin.NONE));
            Expression initial = s.initial() == null ? Literal.zero(variable.type()) : s.initial();
            Expression value = s.initial() == null ? initial : new Read(variable);
            expressions.lower(initial, value, new Read(own), s.origin(), out);
        }
    }

    private Expression zeros(Declare array, ArrayType type) {
        if (!(array.initial() instanceof NewArray fresh) || !fresh.isWhole()) {
            throw new NoSeries("'" + array.variable().name() + "' is no new array");
        }
        if (fresh.isJagged()) {
            return SeriesCalls.matrix("constants", type, new Read(array.variable()), terms);
        }
        List<Expression> dimensions = new ArrayList<>(fresh.dimensions());
        dimensions.add(terms());
        return new NewArray(type, dimensions);
    }

    private void assign(Assign s, List<Statement> out) {
        if (series.isActive(s.target())) {
            Place into = series.of(s.target());
            if (readsRoot(s.value(), s.target())) {
                Variable before = SeriesOf.temporary(s.target().root().name() + "Next");
                out.add(new Declare(before, newSeries(), Origin.NONE));
                expressions.lower(s.value(), s.value(), new Read(before), s.origin(), out);
                out.add(SeriesCalls.arithmetic("copy", s.origin(), new Read(before), into));
            } else {
                expressions.lower(s.value(), s.value(), into, s.origin(), out);
            }
        }
        out.add(s);
    }

    private boolean readsRoot(Expression value, Place target) {
        Variable root = roots.root(target);
        return !(value instanceof Place) && Walk.reads(value).stream().anyMatch(v -> roots.root(v) == root);
    }

    private void increment(Increment s, List<Statement> out) {
        if (series.isActive(s.target())) {
            Place sum = series.of(s.target());
            if (expressions.isActive(s.value())) {
                Place addend = expressions.operand(s.value(), s.origin(), out);
                out.add(SeriesCalls.arithmetic("addTo", s.origin(), addend, sum));
            } else {
                out.add(new Increment(new ArrayRead(sum, Literal.of(0)), s.value(), s.origin()));
            }
        }
        out.add(s);
    }

    private void call(Invoke s, List<Statement> out) {
        boolean isActive = s.result() == null || series.isActive(s.variable());
        boolean isConstant = isActive && s.result() != null && !series.reaches(s);
        boolean hasSeries = s.result() != null && s.callee().forms().contains(DerivativeForm.TAYLOR);
        if (isActive && !isConstant && !hasSeries) {
            throw new NoSeries("it calls '" + s.callee().method().name() + "', which " + reason(s.callee()));
        }
        out.addAll(CallCode.primal(s));
        GivenSeries given = new GivenSeries(series, expressions, terms, workspace);
        CallSeries call = new CallSeries(series, given, workspace);
        if (isConstant) {
            call.constant(s, out);
        } else if (isActive && s.callee().rule().isPresent()) {
            new RuleSeries(series, given, workspace, s).lower(out);
        } else if (isActive) {
            call.lower(s, out);
        }
    }

    private static String reason(Callee callee) {
        return callee.rule().map(rule -> rule.advice().series()).orElse("is not asked for Derivative.TAYLOR");
    }

    /** A passive object gives a constant, even to a variable that varies later. */
    private void perform(Perform s, List<Statement> out) {
        out.add(s);
        if (s.result() != null && s.variable().type().isReal() && series.isActive(s.variable())) {
            out.add(new Declare(series.of(s.variable()), newSeries(), Origin.NONE));
            Read own = new Read(series.of(s.variable()));
            out.add(SeriesCalls.arithmetic("constant", s.origin(), new Read(s.variable()), own));
        }
    }

    private void refuseActive(CallStatement s) {
        boolean isActive = s.call().arguments().stream()
                .anyMatch(e -> e instanceof Place place && e.type().isDifferentiable() && series.isActive(place));
        if (isActive) {
            throw new NoSeries("it calls '" + s.call().method().name() + "'");
        }
    }
}
