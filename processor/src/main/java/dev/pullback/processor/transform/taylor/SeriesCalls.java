package dev.pullback.processor.transform.taylor;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Statement;
import java.util.Arrays;

/** Calls of the runtime's series arithmetic. */
final class SeriesCalls {
    private static final String ARITHMETIC = "dev.pullback.runtime.taylor.Series";
    private static final String FUNCTIONS = "dev.pullback.runtime.taylor.SeriesFunctions";

    private SeriesCalls() {}

    /** A sum, product, quotient or copy. */
    static Statement arithmetic(String name, Origin origin, Expression... arguments) {
        return statement(ARITHMETIC, name, origin, arguments);
    }

    /** An elementary function. */
    static Statement function(String name, Origin origin, Expression... arguments) {
        return statement(FUNCTIONS, name, origin, arguments);
    }

    /** New series of the elements of a matrix: of independents, {@code variables}, or of {@code constants}. */
    static Call matrix(String name, ArrayType result, Expression... arguments) {
        return new Call(MethodRef.ofStatic(ARITHMETIC, name, result, types(arguments)), arguments);
    }

    private static Statement statement(String owner, String name, Origin origin, Expression... arguments) {
        MethodRef method = MethodRef.ofStatic(owner, name, PrimitiveType.VOID, types(arguments));
        return new CallStatement(new Call(method, arguments), origin);
    }

    private static IrType[] types(Expression... arguments) {
        return Arrays.stream(arguments).map(Expression::type).toArray(IrType[]::new);
    }
}
