package dev.pullback.processor.normalize;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Cost;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import dev.pullback.processor.rules.DerivativeRule;
import dev.pullback.processor.rules.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names the values that partial derivatives need: compound operands of nonlinear operations, and results that a rule refers
 * to. Afterwards every needed operand is cheap to repeat, every needed result is a variable that is assigned once, and active
 * conditionals are {@code if} statements.
 */
public final class SplitExpressions {
    private final ActivityResult activity;
    private final Set<Variable> reassigned;
    private List<Statement> out = new ArrayList<>();
    private Origin origin = Origin.NONE;

    private SplitExpressions(ActivityResult activity, Set<Variable> reassigned) {
        this.activity = activity;
        this.reassigned = reassigned;
    }

    /** {@code function} with the needed values named. */
    public static Function apply(Function function, ActivityResult activity) {
        Set<Variable> reassigned = new Effects(new ArrayRoots(function)).written(function.body());
        return function.withBody(new SplitExpressions(activity, reassigned).split(function.body()));
    }

    private Block split(Block block) {
        List<Statement> enclosing = out;
        out = new ArrayList<>();
        for (Statement statement : block.statements()) {
            origin = statement.origin();
            out.add(split(statement));
        }
        Block result = new Block(out);
        out = enclosing;
        return result;
    }

    private Statement split(Statement statement) {
        if (statement instanceof Declare s && s.initial() != null && activity.isActive(s.variable())) {
            boolean isResult = !reassigned.contains(s.variable());
            return new Declare(s.variable(), value(s.initial(), isResult), s.origin());
        } else if (statement instanceof Assign s && activity.isActivePlace(s.target())) {
            return s.value() instanceof Conditional conditional && keepsTarget(conditional, s.target())
                    ? assignUnlessKept(s.target(), conditional)
                    : new Assign(s.target(), value(s.value(), false), s.origin());
        } else if (statement instanceof Increment s && activity.isActivePlace(s.target())) {
            return new Increment(s.target(), value(s.value(), false), s.origin());
        } else if (statement instanceof Return s) {
            return new Return(
                    s.values().stream().map(value -> value(value, false)).toList(), s.origin());
        } else if (statement instanceof Invoke s) {
            return new Invoke(s.result(), s.callee(), arguments(s.arguments()), s.origin());
        } else if (statement instanceof CallStatement s && s.pullback() != null) {
            Call call = new Call(s.call().method(), arguments(s.call().arguments()));
            return new CallStatement(call, s.pullback(), s.origin());
        } else if (statement instanceof If s) {
            return new If(s.condition(), split(s.whenTrue()), split(s.whenFalse()), s.origin());
        } else if (statement instanceof CountedLoop s) {
            return s.withBody(split(s.body()));
        } else if (statement instanceof While s) {
            return s.withBody(split(s.body()));
        }
        return statement;
    }

    private List<Expression> arguments(List<Expression> arguments) {
        List<Expression> result = new ArrayList<>();
        for (Expression argument : arguments) {
            result.add(
                    argument.type().isArray() || argument.type() instanceof ObjectType
                            ? argument
                            : repeatable(value(argument, false)));
        }
        return result;
    }

    private Expression value(Expression e, boolean isResult) {
        if (!activity.carries(e) || isAtom(e)) {
            return e;
        }
        if (e instanceof Conditional conditional) {
            return new Read(choose(conditional));
        }
        DerivativeRule rule = RuleTable.find(e).orElseThrow(() -> new IllegalStateException("no rule: " + e));
        List<Expression> operands = Walk.operands(e);
        List<Expression> split = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            Expression operand = value(operands.get(i), false);
            split.add(isNeeded(rule, operands, i) ? repeatable(operand) : operand);
        }
        Expression result = rebuild(e, split);
        return needsResult(rule, operands) && !isResult ? name(result) : result;
    }

    private boolean isNeeded(DerivativeRule rule, List<Expression> operands, int operand) {
        for (int k = 0; k < operands.size(); k++) {
            if (activity.carries(operands.get(k)) && rule.needsArgument(k, operand)) {
                return true;
            }
        }
        return false;
    }

    private boolean needsResult(DerivativeRule rule, List<Expression> operands) {
        for (int k = 0; k < operands.size(); k++) {
            if (activity.carries(operands.get(k)) && rule.needsResult(k)) {
                return true;
            }
        }
        return false;
    }

    /** The value in a form that can be evaluated again at the mirrored place of the reverse sweep. */
    private Expression repeatable(Expression e) {
        boolean isCheapConstant = !activity.carries(e) && Cost.of(e) <= 3;
        return isAtom(e) || isCheapConstant ? e : name(e);
    }

    private static boolean isAtom(Expression e) {
        if (e instanceof Unary unary) {
            return isAtom(unary.operand()) && !(unary.operand() instanceof Unary);
        }
        if (e instanceof Cast cast) {
            return isAtom(cast.operand());
        }
        return e instanceof Read
                || e instanceof Literal
                || e instanceof ArrayRead
                || Walk.operands(e).isEmpty();
    }

    private Expression name(Expression e) {
        Variable variable = Variable.temporary(nameFor(e), e.type());
        out.add(new Declare(variable, e, origin));
        return new Read(variable);
    }

    private Variable choose(Conditional conditional) {
        Variable chosen = Variable.temporary("chosen", conditional.type());
        out.add(new Declare(chosen, Literal.zero(chosen.type()), origin));
        out.add(new If(
                conditional.condition(),
                branch(new Read(chosen), conditional.whenTrue()),
                branch(new Read(chosen), conditional.whenFalse()),
                origin));
        return chosen;
    }

    private static boolean keepsTarget(Conditional conditional, Place target) {
        return target instanceof Read
                && (conditional.whenTrue().equals(target)
                        != conditional.whenFalse().equals(target));
    }

    /** {@code m = c ? e : m} does nothing where it keeps its target. */
    private If assignUnlessKept(Place target, Conditional conditional) {
        return conditional.whenFalse().equals(target)
                ? new If(conditional.condition(), branch(target, conditional.whenTrue()), Block.EMPTY, origin)
                : new If(
                        new Unary(Unary.Operator.NOT, conditional.condition()),
                        branch(target, conditional.whenFalse()),
                        Block.EMPTY,
                        origin);
    }

    private Block branch(Place target, Expression value) {
        List<Statement> enclosing = out;
        out = new ArrayList<>();
        out.add(new Assign(target, value(value, false), origin));
        Block result = new Block(out);
        out = enclosing;
        return result;
    }

    private static Expression rebuild(Expression e, List<Expression> operands) {
        if (e instanceof Unary unary) {
            return new Unary(unary.operator(), operands.get(0));
        } else if (e instanceof Binary binary) {
            return new Binary(binary.operator(), operands.get(0), operands.get(1));
        }
        return e instanceof Cast cast ? cast.of(operands.get(0)) : new Call(((Call) e).method(), operands);
    }

    private static String nameFor(Expression e) {
        if (e instanceof Call call) {
            return call.method().name();
        } else if (e instanceof Binary binary) {
            return switch (binary.operator()) {
                case ADD -> "sum";
                case SUBTRACT -> "difference";
                case MULTIPLY -> "product";
                case DIVIDE -> "quotient";
                case REMAINDER -> "remainder";
                default -> "bits";
            };
        }
        return "value";
    }
}
