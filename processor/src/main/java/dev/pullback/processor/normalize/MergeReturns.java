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
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves one return, the last statement, or none in a function without a result. Every early return stores its value and
 * becomes a jump to the end of the function; {@link StructureJumps} then removes the jumps.
 *
 * <p>An array is not stored, since an array variable means one array only: all returns name the same variable, which the
 * frontend has checked, and what follows its declaration is the reach of the jumps.
 */
final class MergeReturns {

    private final Function function;
    private final Variable returned = new Variable("returned", PrimitiveType.BOOLEAN);

    private MergeReturns(Function function) {
        this.function = function;
    }

    /** The function with one return; the flag of the jumps it needs is added to {@code jumps}. */
    static Function apply(Function function, Set<Variable> jumps) {
        List<Statement> statements = function.body().statements();
        List<Return> returns = new ArrayList<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Return exit) {
                returns.add(exit);
            }
        });
        boolean isVoid = function.returnType() == PrimitiveType.VOID;
        boolean endsWithReturn = !statements.isEmpty() && statements.get(statements.size() - 1) instanceof Return;
        if (returns.size() == 1 && endsWithReturn) {
            return isVoid ? function.withBody(new Block(statements.subList(0, statements.size() - 1))) : function;
        } else if (returns.isEmpty()) {
            return function;
        }
        MergeReturns pass = new MergeReturns(function);
        jumps.add(pass.returned);
        if (isVoid) {
            return function.withBody(Block.of(pass.scope(statements, null)));
        }
        return function.withBody(
                function.returnType().isArray() ? pass.mergeArray(returns.get(0)) : pass.mergeScalar());
    }

    private Block mergeScalar() {
        Variable result = new Variable("result", function.returnType());
        return Block.of(
                new Declare(result, null, Origin.NONE),
                scope(function.body().statements(), result),
                new Return(new Read(result), Origin.NONE));
    }

    private Block mergeArray(Return any) {
        Set<Variable> mentioned = Walk.reads(any.result());
        List<Statement> statements = function.body().statements();
        int rest = 0;
        for (int i = 0; i < statements.size(); i++) {
            if (declaresAny(statements.get(i), mentioned)) {
                rest = i + 1;
            }
        }
        List<Statement> merged = new ArrayList<>(statements.subList(0, rest));
        merged.add(scope(statements.subList(rest, statements.size()), null));
        merged.add(new Return(any.result(), Origin.NONE));
        return new Block(merged);
    }

    private static boolean declaresAny(Statement statement, Set<Variable> variables) {
        return Walk.blocks(statement).isEmpty()
                && Walk.declarations(Block.of(statement)).stream().anyMatch(variables::contains);
    }

    /** The reach of the jumps that returns become; their values go to {@code result} if there is one. */
    private If scope(List<Statement> statements, @Nullable Variable result) {
        List<Statement> inner = new ArrayList<>();
        inner.add(new Declare(returned, Literal.FALSE, Origin.NONE));
        inner.addAll(new ReturnRewriter(result).rewrite(new Block(statements)).statements());
        return new If(Literal.TRUE, new Block(inner), Block.EMPTY, Origin.NONE);
    }

    private final class ReturnRewriter extends IrRewriter {
        private final @Nullable Variable result;

        ReturnRewriter(@Nullable Variable result) {
            this.result = result;
        }

        @Override
        protected void rewrite(Statement statement, List<Statement> out) {
            if (!(statement instanceof Return exit)) {
                super.rewrite(statement, out);
                return;
            }
            if (result != null) {
                out.add(new Assign(new Read(result), exit.result(), exit.origin()));
            }
            out.add(new Assign(new Read(returned), Literal.TRUE, exit.origin()));
        }
    }
}
