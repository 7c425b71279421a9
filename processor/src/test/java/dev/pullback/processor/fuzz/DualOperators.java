package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.MathCall;
import java.util.Arrays;

/** Java's operators on the evaluator's values, with binary numeric promotion. */
final class DualOperators {

    private DualOperators() {}

    static Dual toDual(Object value) {
        return value instanceof Dual dual ? dual : Dual.of(((Number) value).doubleValue());
    }

    static Object unary(String operator, Object value) {
        if (value instanceof Boolean truth) {
            return !truth;
        } else if (value instanceof Integer number) {
            return operator.equals("~") ? ~number : -number;
        } else if (value instanceof Long number) {
            return operator.equals("~") ? ~number : -number;
        }
        Dual dual = (Dual) value;
        return dual.map(-dual.value(), -1, 0);
    }

    static Object cast(Object value, FuzzType type) {
        double real = value instanceof Dual dual ? dual.value() : 0;
        return switch (type) {
            case DOUBLE -> toDual(value);
            case INT -> value instanceof Dual ? (Object) (int) real : (Object) ((Number) value).intValue();
            case LONG -> value instanceof Dual ? (Object) (long) real : (Object) ((Number) value).longValue();
            default -> throw new IllegalStateException(type.java());
        };
    }

    static Object binary(String operator, Object left, Object right) {
        if (left instanceof Dual || right instanceof Dual) {
            Dual x = toDual(left);
            Dual y = toDual(right);
            if (FuzzExpression.BOOLEAN_OPERATORS.contains(operator)) {
                return compare(operator, x.value(), y.value());
            }
            return DualMath.arithmetic(operator, x, y);
        }
        if (left instanceof Boolean x) {
            return logical(operator, x, (Boolean) right);
        }
        long x = ((Number) left).longValue();
        long y = ((Number) right).longValue();
        if (FuzzExpression.BOOLEAN_OPERATORS.contains(operator)) {
            return compare(operator, x, y);
        }
        boolean isLong = left instanceof Long || right instanceof Long;
        return isLong ? (Object) wide(operator, x, y) : (Object) narrow(operator, (int) x, (int) y);
    }

    private static boolean compare(String operator, double x, double y) {
        return switch (operator) {
            case "<" -> x < y;
            case "<=" -> x <= y;
            case ">" -> x > y;
            case ">=" -> x >= y;
            case "==" -> x == y;
            case "!=" -> x != y;
            default -> throw new IllegalStateException(operator);
        };
    }

    private static boolean logical(String operator, boolean x, boolean y) {
        return switch (operator) {
            case "==" -> x == y;
            case "!=", "^" -> x != y;
            case "&" -> x & y;
            case "|" -> x | y;
            default -> throw new IllegalStateException(operator);
        };
    }

    private static int narrow(String operator, int x, int y) {
        return switch (operator) {
            case "+" -> x + y;
            case "-" -> x - y;
            case "*" -> x * y;
            case "/" -> x / y;
            case "%" -> x % y;
            case "&" -> x & y;
            case "|" -> x | y;
            case "^" -> x ^ y;
            case "<<" -> x << y;
            case ">>" -> x >> y;
            case ">>>" -> x >>> y;
            default -> throw new IllegalStateException(operator);
        };
    }

    private static long wide(String operator, long x, long y) {
        return switch (operator) {
            case "+" -> x + y;
            case "-" -> x - y;
            case "*" -> x * y;
            case "/" -> x / y;
            case "%" -> x % y;
            case "&" -> x & y;
            case "|" -> x | y;
            case "^" -> x ^ y;
            case "<<" -> x << y;
            case ">>" -> x >> y;
            case ">>>" -> x >>> y;
            default -> throw new IllegalStateException(operator);
        };
    }

    static Object math(MathCall call, Object[] operands) {
        if (call.type() == FuzzType.INT) {
            int x = (Integer) operands[0];
            return switch (call.name()) {
                case "abs" -> Math.abs(x);
                case "max" -> Math.max(x, (Integer) operands[1]);
                case "min" -> Math.min(x, (Integer) operands[1]);
                case "floorMod" -> Math.floorMod(x, (Integer) operands[1]);
                default -> throw new IllegalStateException(call.name());
            };
        }
        Dual[] duals = Arrays.stream(operands).map(DualOperators::toDual).toArray(Dual[]::new);
        return DualMath.call(call.owner(), call.name(), duals);
    }
}
