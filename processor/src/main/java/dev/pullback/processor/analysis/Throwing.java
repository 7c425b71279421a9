package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computations that may throw, and so must not disappear from a forward sweep even if nobody reads their result. */
public final class Throwing {
    private Throwing() {}

    /** The scalars of {@code function} that no statement reads but whose computation may throw. */
    public static Set<Variable> deadVariables(Function function) {
        Set<Variable> read = Walk.reads(function.body());
        Set<Variable> result = new HashSet<>();
        Walk.statements(function.body(), s -> {
            Variable variable = assigned(s);
            if (variable != null && !read.contains(variable) && mayThrow(s)) {
                result.add(variable);
            }
        });
        return result;
    }

    private static @Nullable Variable assigned(Statement statement) {
        if (statement instanceof Declare d && d.initial() != null) {
            return d.variable();
        }
        return statement instanceof Assign a && a.target() instanceof Read r ? r.variable() : null;
    }

    private static boolean mayThrow(Statement statement) {
        boolean[] result = {false};
        Walk.inputs(statement).forEach(e -> Walk.expressions(e, x -> result[0] |= throwsItself(x)));
        return result[0];
    }

    private static boolean throwsItself(Expression e) {
        return e instanceof ArrayRead
                || e instanceof NewArray
                || e instanceof Call call && !call.method().owner().startsWith("java.lang.")
                || e instanceof Binary b
                        && b.type() != PrimitiveType.DOUBLE
                        && (b.operator() == Binary.Operator.DIVIDE || b.operator() == Binary.Operator.REMAINDER);
    }
}
