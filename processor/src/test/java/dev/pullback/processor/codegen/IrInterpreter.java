package dev.pullback.processor.codegen;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Logical;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.While;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Executes the representation as its documentation defines it: the reference for the emitted Java. */
final class IrInterpreter {

    private final Map<Variable, Object> values = new HashMap<>();

    private IrInterpreter() {}

    /** Calls a function whose last statement is its return. */
    static Object call(Function function, Object... arguments) {
        IrInterpreter interpreter = new IrInterpreter();
        for (int i = 0; i < arguments.length; i++) {
            interpreter.values.put(function.parameters().get(i), arguments[i]);
        }
        List<Statement> statements = function.body().statements();
        interpreter.run(new Block(statements.subList(0, statements.size() - 1)));
        Return exit = (Return) statements.get(statements.size() - 1);
        return interpreter.value(exit.values().get(0));
    }

    private void run(Block block) {
        block.statements().forEach(this::run);
    }

    private void run(Statement statement) {
        if (statement instanceof Declare s) {
            values.put(s.variable(), s.initial() == null ? "unassigned" : value(s.initial()));
        } else if (statement instanceof Assign s) {
            store(s.target(), value(s.value()));
        } else if (statement instanceof Increment s) {
            store(s.target(), (double) value(s.target()) + (double) value(s.value()));
        } else if (statement instanceof If s) {
            run((boolean) value(s.condition()) ? s.whenTrue() : s.whenFalse());
        } else if (statement instanceof While s) {
            while ((boolean) value(s.condition())) {
                run(s.body());
            }
        } else if (statement instanceof CountedLoop s) {
            int step = s.step();
            for (int i = (int) value(s.from());
                    step > 0 ? i < (int) value(s.to()) : i > (int) value(s.to());
                    i += step) {
                values.put(s.index(), i);
                run(s.body());
            }
        } else {
            throw new AssertionError(statement);
        }
    }

    private void store(Place target, Object value) {
        if (target instanceof ArrayRead element) {
            ((double[]) value(element.array()))[(int) value(element.index())] = (double) value;
        } else {
            values.put(target.root(), value);
        }
    }

    Object value(Expression expression) {
        if (expression instanceof Literal e) {
            return e.value();
        } else if (expression instanceof Read e) {
            return values.get(e.variable());
        } else if (expression instanceof ArrayRead e) {
            return ((double[]) value(e.array()))[(int) value(e.index())];
        } else if (expression instanceof Length e) {
            return ((double[]) value(e.array())).length;
        } else if (expression instanceof Unary e) {
            return unary(e.operator(), value(e.operand()));
        } else if (expression instanceof Binary e) {
            return binary(e.operator(), value(e.left()), value(e.right()));
        } else if (expression instanceof Compare e) {
            return compare(e.operator(), value(e.left()), value(e.right()));
        } else if (expression instanceof Logical e) {
            boolean left = (boolean) value(e.left());
            return e.operator() == Logical.Operator.AND
                    ? left && (boolean) value(e.right())
                    : left || (boolean) value(e.right());
        } else if (expression instanceof Conditional e) {
            return value((boolean) value(e.condition()) ? e.whenTrue() : e.whenFalse());
        } else if (expression instanceof Cast e) {
            return cast(e.type(), (Number) value(e.operand()));
        } else if (expression instanceof Call e) {
            List<Object> arguments = e.arguments().stream().map(this::value).toList();
            return call(e.method().name(), arguments);
        } else if (expression instanceof NewArray e) {
            return new double[(int) value(e.dimensions().get(0))];
        }
        throw new AssertionError(expression);
    }

    private static Object call(String name, List<Object> arguments) {
        double x = ((Number) arguments.get(0)).doubleValue();
        return switch (name) {
            case "sqrt" -> Math.sqrt(x);
            case "floor" -> Math.floor(x);
            case "max" -> Math.max(x, (double) arguments.get(1));
            case "abs" -> arguments.get(0) instanceof Integer i ? (Object) Math.abs(i) : (Object) Math.abs(x);
            default -> throw new AssertionError(name);
        };
    }

    private static Object unary(Unary.Operator operator, Object x) {
        return switch (operator) {
            case NOT -> !(boolean) x;
            case COMPLEMENT -> x instanceof Integer i ? (Object) ~i : (Object) ~(long) x;
            case NEGATE ->
                x instanceof Double d ? (Object) (-d) : x instanceof Integer i ? (Object) (-i) : (Object) (-(long) x);
        };
    }

    private static Object binary(Binary.Operator operator, Object x, Object y) {
        if (x instanceof Double a) {
            double b = (double) y;
            return switch (operator) {
                case ADD -> a + b;
                case SUBTRACT -> a - b;
                case MULTIPLY -> a * b;
                case DIVIDE -> a / b;
                case REMAINDER -> a % b;
                default -> throw new AssertionError(operator);
            };
        } else if (x instanceof Integer a) {
            return (int) integral(operator, a, ((Number) y).longValue(), 32);
        } else if (x instanceof Long a) {
            return integral(operator, a, ((Number) y).longValue(), 64);
        }
        boolean a = (boolean) x;
        return switch (operator) {
            case BIT_AND -> a & (boolean) y;
            case BIT_OR -> a | (boolean) y;
            case BIT_XOR -> a ^ (boolean) y;
            default -> throw new AssertionError(operator);
        };
    }

    /** Integer arithmetic modulo 2^64, of which an int result takes the low bits. */
    private static long integral(Binary.Operator operator, long a, long b, int bits) {
        long distance = b & (bits - 1);
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case SHIFT_LEFT -> a << distance;
            case SHIFT_RIGHT -> a >> distance;
            case SHIFT_RIGHT_UNSIGNED -> bits == 32 ? (int) a >>> distance : a >>> distance;
            case BIT_AND -> a & b;
            case BIT_OR -> a | b;
            case BIT_XOR -> a ^ b;
        };
    }

    private static boolean compare(Compare.Operator operator, Object x, Object y) {
        if (x instanceof Boolean) {
            return (operator == Compare.Operator.EQUAL) == x.equals(y);
        } else if (x instanceof Double a) {
            double b = (double) y;
            return switch (operator) {
                case LESS -> a < b;
                case LESS_EQUAL -> a <= b;
                case GREATER -> a > b;
                case GREATER_EQUAL -> a >= b;
                case EQUAL -> a == b;
                case NOT_EQUAL -> a != b;
            };
        }
        int order = Long.compare(((Number) x).longValue(), ((Number) y).longValue());
        return switch (operator) {
            case LESS -> order < 0;
            case LESS_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_EQUAL -> order >= 0;
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
        };
    }

    private static Object cast(IrType type, Number x) {
        return switch ((PrimitiveType) type) {
            case INT -> x instanceof Double d ? (Object) (int) (double) d : (Object) x.intValue();
            case LONG -> x instanceof Double d ? (Object) (long) (double) d : (Object) x.longValue();
            case DOUBLE -> x.doubleValue();
            default -> throw new AssertionError(type);
        };
    }
}
