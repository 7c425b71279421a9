package dev.pullback.processor.normalize;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Leaves one return, the last statement. Every early return stores its value and becomes a jump to the end of the function;
 * {@link StructureJumps} then removes the jumps.
 */
final class MergeReturns {

    private MergeReturns() {}

    /** The function with one return; the flag of the jumps it needs is added to {@code jumps}. */
    static Function apply(Function function, Set<Variable> jumps) {
        List<Statement> statements = function.body().statements();
        ReturnCounter counter = new ReturnCounter();
        counter.rewrite(function.body());
        boolean endsWithReturn = !statements.isEmpty() && statements.get(statements.size() - 1) instanceof Return;
        if (counter.count == 1 && endsWithReturn) {
            return function;
        }
        Variable result = new Variable("result", function.returnType());
        Variable returned = new Variable("returned", PrimitiveType.BOOLEAN);
        jumps.add(returned);
        List<Statement> inner = new ArrayList<>();
        inner.add(new Declare(returned, Literal.FALSE, Origin.NONE));
        inner.addAll(
                new ReturnRewriter(result, returned).rewrite(function.body()).statements());
        return function.withBody(Block.of(
                new Declare(result, null, Origin.NONE),
                new If(Literal.TRUE, new Block(inner), Block.EMPTY, Origin.NONE),
                new Return(new Read(result), Origin.NONE)));
    }

    private static final class ReturnCounter extends IrRewriter {
        private int count;

        @Override
        protected void rewrite(Statement statement, List<Statement> out) {
            count += statement instanceof Return ? 1 : 0;
            super.rewrite(statement, out);
        }
    }

    private static final class ReturnRewriter extends IrRewriter {
        private final Variable result;
        private final Variable returned;

        ReturnRewriter(Variable result, Variable returned) {
            this.result = result;
            this.returned = returned;
        }

        @Override
        protected void rewrite(Statement statement, List<Statement> out) {
            if (statement instanceof Return exit) {
                if (exit.value() != null) {
                    out.add(new Assign(new Read(result), exit.value(), exit.origin()));
                }
                out.add(new Assign(new Read(returned), Literal.TRUE, exit.origin()));
            } else {
                super.rewrite(statement, out);
            }
        }
    }
}
