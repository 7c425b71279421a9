package dev.pullback.processor.transform.taylor;

import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MathClasses;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.rules.DerivativeRule;
import dev.pullback.processor.rules.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Computes the series of an expression, one call of the runtime per operation. A function without a recurrence of its own is
 * the integral of its derivative, whose series the function's rule gives.
 */
final class SeriesExpressions {
    private static final Set<String> PLAIN = Set.of("exp", "expm1", "sqrt", "cbrt");
    private static final Set<String> WITH_COMPANION = Set.of("sin", "cos", "tan", "sinh", "cosh", "tanh");

    private final SeriesOf series;
    private final Supplier<Expression> newSeries;

    /**
     * For one function.
     *
     * @param newSeries allocates a series with any content
     */
    SeriesExpressions(SeriesOf series, Supplier<Expression> newSeries) {
        this.series = series;
        this.newSeries = newSeries;
    }

    /**
     * Appends the computation of an expression's series.
     *
     * @param value repeats the value of the expression
     * @param into what receives the series; no operand
     */
    void lower(Expression e, Expression value, Place into, Origin origin, List<Statement> out) {
        if (!isActive(e)) {
            out.add(SeriesCalls.arithmetic("constant", origin, e, into));
        } else if (e instanceof Place place) {
            out.add(SeriesCalls.arithmetic("copy", origin, series.of(place), into));
        } else if (e instanceof Unary unary) {
            out.add(SeriesCalls.arithmetic("negate", origin, operand(unary.operand(), origin, out), into));
        } else if (e instanceof Cast cast && cast.type() == PrimitiveType.DOUBLE) {
            lower(cast.operand(), cast.operand(), into, origin, out);
        } else if (e instanceof Binary binary && binary.operator() != Binary.Operator.REMAINDER) {
            lower(binary, into, origin, out);
        } else if (e instanceof Conditional choice) {
            choose(choice.condition(), choice.whenTrue(), choice.whenFalse(), into, origin, out);
        } else if (e instanceof Call call
                && MathClasses.NAMES.contains(call.method().owner())) {
            function(call, value, into, origin, out);
        } else {
            byRule(e, value, into, origin, out);
        }
    }

    /** Whether the value depends on an active one; a call without a rule counts as one that does. */
    boolean isActive(Expression e) {
        if (!e.type().isReal()) {
            return false;
        }
        if (e instanceof Place place) {
            return series.isActive(place);
        }
        if (e instanceof Conditional choice) {
            return isActive(choice.whenTrue()) || isActive(choice.whenFalse());
        }
        DerivativeRule rule = RuleTable.find(e).orElse(null);
        List<Expression> operands = Walk.operands(e);
        for (int i = 0; i < operands.size(); i++) {
            if ((rule == null || rule.dependsOn(i)) && isActive(operands.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The series of an operand, computed before if it is no place. */
    Place operand(Expression e, Origin origin, List<Statement> out) {
        if (e instanceof Place place) {
            return series.of(place);
        }
        Read result = new Read(SeriesOf.temporary(name(e) + "Series"));
        out.add(new Declare(result.variable(), newSeries.get(), Origin.NONE));
        lower(e, e, result, origin, out);
        return result;
    }

    private static String name(Expression e) {
        if (e instanceof Call call) {
            return call.method().name();
        }
        if (e instanceof Binary binary) {
            return switch (binary.operator()) {
                case ADD -> "sum";
                case SUBTRACT -> "difference";
                case MULTIPLY -> "product";
                case DIVIDE -> "quotient";
                default -> "term";
            };
        }
        return "term";
    }

    private void lower(Binary e, Place into, Origin origin, List<Statement> out) {
        boolean isLeft = isActive(e.left());
        boolean isRight = isActive(e.right());
        Expression left = isLeft ? operand(e.left(), origin, out) : e.left();
        Expression right = isRight ? operand(e.right(), origin, out) : e.right();
        Statement statement = switch (e.operator()) {
            case ADD ->
                isLeft
                        ? SeriesCalls.arithmetic("add", origin, left, right, into)
                        : SeriesCalls.arithmetic("add", origin, right, left, into);
            case SUBTRACT -> SeriesCalls.arithmetic("subtract", origin, left, right, into);
            case MULTIPLY -> product(left, right, isLeft && isRight, isLeft, into, origin);
            case DIVIDE -> SeriesCalls.arithmetic("divide", origin, left, right, into);
            default ->
                throw new NoSeries("there is no series of " + e.operator().symbol());
        };
        out.add(statement);
    }

    private static Statement product(
            Expression left, Expression right, boolean areBoth, boolean isLeft, Place into, Origin origin) {
        if (areBoth) {
            return SeriesCalls.arithmetic("multiply", origin, left, right, into);
        }
        return isLeft
                ? SeriesCalls.arithmetic("scale", origin, left, right, into)
                : SeriesCalls.arithmetic("scale", origin, right, left, into);
    }

    private void choose(
            Expression condition,
            Expression whenTrue,
            Expression whenFalse,
            Place into,
            Origin origin,
            List<Statement> out) {
        List<Statement> first = new ArrayList<>();
        List<Statement> second = new ArrayList<>();
        lower(whenTrue, whenTrue, into, origin, first);
        lower(whenFalse, whenFalse, into, origin, second);
        out.add(new If(condition, new Block(first), new Block(second), origin));
    }

    // ---- functions ----

    private void function(Call call, Expression value, Place into, Origin origin, List<Statement> out) {
        String name = call.method().name();
        List<Expression> arguments = call.arguments();
        if (PLAIN.contains(name)) {
            Place argument = operand(arguments.get(0), origin, out);
            out.add(SeriesCalls.function(name, origin, argument, value, into));
        } else if (WITH_COMPANION.contains(name)) {
            Place argument = operand(arguments.get(0), origin, out);
            out.add(SeriesCalls.function(name, origin, argument, value, scratch("companion", out), into));
        } else if (name.equals("hypot")) {
            Place first = any(arguments.get(0), origin, out);
            Place second = any(arguments.get(1), origin, out);
            out.add(SeriesCalls.function(name, origin, first, second, value, scratch("square", out), into));
        } else if (name.equals("pow")) {
            power(arguments.get(0), arguments.get(1), value, into, origin, out);
        } else {
            byRule(call, value, into, origin, out);
        }
    }

    private void power(
            Expression base, Expression exponent, Expression value, Place into, Origin origin, List<Statement> out) {
        if (!isActive(exponent)) {
            Expression number = Cast.to(PrimitiveType.DOUBLE, exponent);
            out.add(SeriesCalls.function("pow", origin, operand(base, origin, out), number, value, into));
        } else if (!isActive(base)) {
            out.add(SeriesCalls.function("pow", origin, base, operand(exponent, origin, out), value, into));
        } else {
            Place first = operand(base, origin, out);
            Place second = operand(exponent, origin, out);
            out.add(SeriesCalls.function("pow", origin, first, second, value, scratch("log", out), into));
        }
    }

    /** The series of an operand, of a constant too. */
    Place any(Expression e, Origin origin, List<Statement> out) {
        if (isActive(e)) {
            return operand(e, origin, out);
        }
        Place result = scratch("constant", out);
        out.add(SeriesCalls.arithmetic("constant", origin, e, result));
        return result;
    }

    private Read scratch(String name, List<Statement> out) {
        Read result = new Read(SeriesOf.temporary(name + "Series"));
        out.add(new Declare(result.variable(), newSeries.get(), Origin.NONE));
        return result;
    }

    /** The value, and the integral of each partial derivative along its argument. */
    private void byRule(Expression e, Expression value, Place into, Origin origin, List<Statement> out) {
        DerivativeRule rule = RuleTable.find(e).orElseThrow(() -> new NoSeries("there is no series of " + text(e)));
        List<Expression> operands = named(Walk.operands(e), origin, out);
        if (rule.selection().isPresent()) {
            Expression condition = rule.selection().get().condition().apply(operands);
            choose(condition, operands.get(0), operands.get(1), into, origin, out);
            return;
        }
        Variable result = Variable.temporary("value", e.type());
        Expression known = value instanceof Place ? value : new Read(result);
        if (!(value instanceof Place)) {
            out.add(new Declare(result, value, origin));
        }
        out.add(SeriesCalls.arithmetic("constant", origin, known, into));
        for (int i = 0; i < operands.size(); i++) {
            if (rule.dependsOn(i) && isActive(operands.get(i))) {
                addPartial(e, rule, i, operands, into, origin, out);
            }
        }
    }

    private void addPartial(
            Expression e,
            DerivativeRule rule,
            int i,
            List<Expression> operands,
            Place into,
            Origin origin,
            List<Statement> out) {
        Variable marker = Variable.temporary("result", e.type());
        series.use(marker, SeriesOf.temporary("none"));
        Expression partial = rule.partial(i).orElseThrow().times(Literal.ONE, operands, new Read(marker));
        if (Walk.reads(partial).contains(marker)) {
            throw new NoSeries("there is no series of " + text(e));
        }
        Place argument = operand(operands.get(i), origin, out);
        if (isActive(partial)) {
            out.add(SeriesCalls.arithmetic("addIntegral", origin, operand(partial, origin, out), argument, into));
        } else {
            out.add(SeriesCalls.arithmetic("addPowers", origin, argument, partial, into));
        }
    }

    /** Names the active operands, because partials repeat them. */
    private List<Expression> named(List<Expression> operands, Origin origin, List<Statement> out) {
        List<Expression> names = new ArrayList<>();
        for (Expression operand : operands) {
            if (operand instanceof Place || operand instanceof Literal || !isActive(operand)) {
                names.add(operand);
                continue;
            }
            Variable name = Variable.temporary(name(operand), operand.type());
            out.add(new Declare(name, operand, origin));
            series.use(name, operand(operand, origin, out).root());
            names.add(new Read(name));
        }
        return names;
    }

    private static String text(Expression e) {
        return e instanceof Call call ? "'" + call.method().name() + "'" : "this operation";
    }
}
