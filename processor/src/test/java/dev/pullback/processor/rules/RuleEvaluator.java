package dev.pullback.processor.rules;

import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Logical;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.StaticField;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/** Evaluates the expressions that rules are made of. */
final class RuleEvaluator {
    private final Map<Variable, Double> values;

    /** With these values of the variables. */
    RuleEvaluator(Map<Variable, Double> values) {
        this.values = values;
    }

    /** The value of a numeric expression. */
    double number(Expression e) {
        if (e instanceof Literal literal) {
            return ((Number) literal.value()).doubleValue();
        } else if (e instanceof Read read) {
            return values.get(read.variable());
        } else if (e instanceof Unary unary && unary.operator() == Unary.Operator.NEGATE) {
            return -number(unary.operand());
        } else if (e instanceof Binary binary) {
            return binary(binary.operator(), number(binary.left()), number(binary.right()));
        } else if (e instanceof Conditional conditional) {
            return number(truth(conditional.condition()) ? conditional.whenTrue() : conditional.whenFalse());
        } else if (e instanceof Cast cast) {
            return number(cast.operand());
        } else if (e instanceof Call call) {
            return call(call);
        } else if (e instanceof StaticField field
                && field.owner().equals("java.lang.Math")
                && field.name().equals("PI")) {
            return Math.PI;
        }
        throw new AssertionError("not in rules: " + e);
    }

    /** The value of a boolean expression. */
    boolean truth(Expression e) {
        if (e instanceof Logical logical) {
            boolean isAnd = logical.operator() == Logical.Operator.AND;
            return truth(logical.left()) == isAnd ? truth(logical.right()) : !isAnd;
        }
        Compare compare = (Compare) e;
        double left = number(compare.left());
        double right = number(compare.right());
        return switch (compare.operator()) {
            case LESS -> left < right;
            case LESS_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_EQUAL -> left >= right;
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
        };
    }

    private static double binary(Binary.Operator operator, double left, double right) {
        return switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case REMAINDER -> left % right;
            default -> throw new AssertionError("not in rules: " + operator);
        };
    }

    private double call(Call call) {
        Class<?>[] types = new Class<?>[call.arguments().size()];
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            IrType type = call.method().parameterTypes().get(i);
            double argument = number(call.arguments().get(i));
            types[i] = type == PrimitiveType.INT ? int.class : double.class;
            arguments[i] = types[i] == int.class ? (Object) (int) argument : (Object) argument;
        }
        try {
            Object result = Class.forName(call.method().owner())
                    .getMethod(call.method().name(), types)
                    .invoke(null, arguments);
            return ((Number) result).doubleValue();
        } catch (InvocationTargetException e) {
            // Math.clamp rejects bounds in the wrong order: there is no value there.
            if (e.getCause() instanceof IllegalArgumentException) {
                return Double.NaN;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
