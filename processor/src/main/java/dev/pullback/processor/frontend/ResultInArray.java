package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * A method that returns a number and overwrites arrays, as one that leaves the number in an array of one element, its last argument: a
 * call of it has results of one kind.
 */
final class ResultInArray {

    /** The type of the argument. */
    static final ArrayType TYPE = new ArrayType(PrimitiveType.DOUBLE);

    private ResultInArray() {}

    /** The method with the argument. */
    static MethodRef of(MethodRef method) {
        List<IrType> parameters = new ArrayList<>(method.parameterTypes());
        parameters.add(TYPE);
        return new MethodRef(method.owner(), method.name(), parameters, PrimitiveType.VOID, method.isStatic());
    }

    /** The function with the parameter. */
    static Function of(Function function) {
        Variable result = new Variable("result", TYPE);
        List<Variable> parameters = new ArrayList<>(function.parameters());
        parameters.add(result);
        IrRewriter returns = new IrRewriter() {
            @Override
            protected void rewrite(Statement statement, List<Statement> out) {
                if (statement instanceof Return exit) {
                    ArrayRead element = new ArrayRead(new Read(result), Literal.of(0));
                    out.add(new Assign(element, exit.values().get(0), exit.origin()));
                    out.add(new Return(List.of(), exit.origin()));
                } else {
                    super.rewrite(statement, out);
                }
            }
        };
        return new Function(function.name(), parameters, PrimitiveType.VOID, returns.rewrite(function.body()));
    }
}
