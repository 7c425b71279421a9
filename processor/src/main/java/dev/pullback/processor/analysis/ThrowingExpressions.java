package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.MathClasses;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Walk;

/** Expressions whose evaluation may end in an exception, which must neither get lost nor come where there was none. */
public final class ThrowingExpressions {
    private ThrowingExpressions() {}

    /** Whether evaluating the expression may throw. */
    public static boolean mayThrow(Expression expression) {
        return throwsItself(expression) || Walk.operands(expression).stream().anyMatch(ThrowingExpressions::mayThrow);
    }

    private static boolean throwsItself(Expression e) {
        return e instanceof ArrayRead
                || e instanceof NewArray
                || e instanceof Call call && !LoopHeader.isAtLeastZero(call) && MathClasses.mayThrow(call.method())
                || e instanceof Binary b
                        && !b.type().isReal()
                        && (b.operator() == Binary.Operator.DIVIDE || b.operator() == Binary.Operator.REMAINDER);
    }
}
