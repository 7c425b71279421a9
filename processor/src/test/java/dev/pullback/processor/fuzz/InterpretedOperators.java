package dev.pullback.processor.fuzz;

import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Unary;

/** The operators of the representation on boxed values; values of the small types are Integers. */
final class InterpretedOperators {

    private InterpretedOperators() {}

    static Object unary(Unary.Operator operator, Object value) {
        return switch (operator) {
            case NOT -> !(Boolean) value;
            case COMPLEMENT -> value instanceof Long wide ? (Object) ~wide : (Object) ~(Integer) value;
            case NEGATE -> {
                if (value instanceof Double real) {
                    yield -real;
                } else if (value instanceof Float single) {
                    yield -single;
                }
                yield value instanceof Long wide ? (Object) (-wide) : (Object) (-(Integer) value);
            }
        };
    }

    static Object binary(Binary.Operator operator, Object left, Object right) {
        if (left instanceof Double x) {
            return real(operator, x, (Double) right);
        } else if (left instanceof Float x) {
            return single(operator, x, (Float) right);
        } else if (left instanceof Long x) {
            return wide(operator, x, ((Number) right).longValue());
        } else if (left instanceof Boolean x) {
            return switch (operator) {
                case BIT_AND -> x & (Boolean) right;
                case BIT_OR -> x | (Boolean) right;
                case BIT_XOR -> x ^ (Boolean) right;
                default -> throw new IllegalStateException(operator.symbol());
            };
        }
        return narrow(operator, (Integer) left, (Integer) right);
    }

    private static double real(Binary.Operator operator, double x, double y) {
        return switch (operator) {
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
            case REMAINDER -> x % y;
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            default -> throw new IllegalStateException(operator.symbol());
        };
    }

    private static float single(Binary.Operator operator, float x, float y) {
        return switch (operator) {
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
            case REMAINDER -> x % y;
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            default -> throw new IllegalStateException(operator.symbol());
        };
    }

    private static int narrow(Binary.Operator operator, int x, int y) {
        return switch (operator) {
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
            case REMAINDER -> x % y;
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case SHIFT_LEFT -> x << y;
            case SHIFT_RIGHT -> x >> y;
            case SHIFT_RIGHT_UNSIGNED -> x >>> y;
            case BIT_AND -> x & y;
            case BIT_XOR -> x ^ y;
            case BIT_OR -> x | y;
        };
    }

    private static long wide(Binary.Operator operator, long x, long y) {
        return switch (operator) {
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
            case REMAINDER -> x % y;
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case SHIFT_LEFT -> x << y;
            case SHIFT_RIGHT -> x >> y;
            case SHIFT_RIGHT_UNSIGNED -> x >>> y;
            case BIT_AND -> x & y;
            case BIT_XOR -> x ^ y;
            case BIT_OR -> x | y;
        };
    }

    static boolean compare(Compare.Operator operator, Object left, Object right) {
        if (left instanceof Double || left instanceof Float) {
            double x = ((Number) left).doubleValue();
            double y = ((Number) right).doubleValue();
            return switch (operator) {
                case LESS -> x < y;
                case LESS_EQUAL -> x <= y;
                case GREATER -> x > y;
                case GREATER_EQUAL -> x >= y;
                case EQUAL -> x == y;
                case NOT_EQUAL -> x != y;
            };
        } else if (left instanceof Number x) {
            int sign = Long.compare(x.longValue(), ((Number) right).longValue());
            return switch (operator) {
                case LESS -> sign < 0;
                case LESS_EQUAL -> sign <= 0;
                case GREATER -> sign > 0;
                case GREATER_EQUAL -> sign >= 0;
                case EQUAL -> sign == 0;
                case NOT_EQUAL -> sign != 0;
            };
        }
        boolean isEqual = left instanceof Boolean ? left.equals(right) : left == right;
        return isEqual == (operator == Compare.Operator.EQUAL);
    }

    static Object cast(Object value, IrType type) {
        Number number = (Number) value;
        return switch ((PrimitiveType) type) {
            case BYTE -> (int) (byte) toInt(number);
            case SHORT -> (int) (short) toInt(number);
            case CHAR -> (int) (char) toInt(number);
            case INT -> toInt(number);
            case LONG ->
                number instanceof Double || number instanceof Float ? (long) number.doubleValue() : number.longValue();
            case FLOAT -> number.floatValue();
            case DOUBLE -> number.doubleValue();
            case BOOLEAN, VOID -> throw new IllegalStateException(type.toString());
        };
    }

    private static int toInt(Number number) {
        return number instanceof Double || number instanceof Float ? (int) number.doubleValue() : number.intValue();
    }
}
