package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Walk;
import java.util.Set;

/**
 * A rough price of evaluating an expression, in additions. Storing and loading a value costs about {@link #STORE}, so what
 * is cheaper is computed again.
 */
public final class Cost {
    /** The price of writing a value to a tape and reading it back, cache misses shared over a line. */
    public static final int STORE = 6;

    private static final int DIVISION = 6;
    private static final int CHEAP_CALL = 2;
    private static final int FUNCTION = 20;
    private static final Set<String> CHEAP_CALLS =
            Set.of("abs", "max", "min", "floor", "ceil", "rint", "signum", "copySign", "toRadians", "toDegrees");

    private Cost() {}

    /** The price of one evaluation. */
    public static int of(Expression expression) {
        int cost = own(expression);
        for (Expression operand : Walk.operands(expression)) {
            cost += of(operand);
        }
        return cost;
    }

    /** Whether computing again is at most as expensive as storing. */
    public static boolean isCheap(Expression expression) {
        return of(expression) < STORE;
    }

    private static int own(Expression expression) {
        if (expression instanceof Read || expression instanceof Literal) {
            return 0;
        } else if (expression instanceof Call call) {
            return CHEAP_CALLS.contains(call.method().name()) ? CHEAP_CALL : FUNCTION;
        } else if (expression instanceof Binary binary && isDivision(binary)) {
            return DIVISION;
        } else if (expression instanceof NewArray || expression instanceof Opaque) {
            return FUNCTION;
        }
        return 1;
    }

    private static boolean isDivision(Binary binary) {
        return binary.operator() == Binary.Operator.DIVIDE
                || binary.operator() == Binary.Operator.REMAINDER && binary.type() != PrimitiveType.BOOLEAN;
    }
}
