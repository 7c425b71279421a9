package dev.pullback.processor.normalize;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.TupleType;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
            return function.withBody(Block.of(pass.scope(statements, List.of())));
        }
        return function.withBody(pass.merge(returns.get(0)));
    }

    private Block merge(Return any) {
        List<Statement> merged = new ArrayList<>();
        List<Expression> results = new ArrayList<>();
        Set<Variable> mentioned = new HashSet<>();
        for (int i = 0; i < any.values().size(); i++) {
            Expression value = any.values().get(i);
            if (value.type().isArray()) {
                mentioned.addAll(Walk.reads(value));
                results.add(value);
            } else {
                Variable result = new Variable(name(i), value.type());
                merged.add(new Declare(result, null, Origin.NONE));
                results.add(new Read(result));
            }
        }
        List<Statement> statements = function.body().statements();
        int rest = 0;
        for (int i = 0; i < statements.size(); i++) {
            if (declaresAny(statements.get(i), mentioned)) {
                rest = i + 1;
            }
        }
        merged.addAll(statements.subList(0, rest));
        merged.add(scope(statements.subList(rest, statements.size()), results));
        merged.add(new Return(results, Origin.NONE));
        return new Block(merged);
    }

    private String name(int value) {
        return function.returnType() instanceof TupleType tuple ? tuple.names().get(value) : "result";
    }

    private static boolean declaresAny(Statement statement, Set<Variable> variables) {
        return Walk.blocks(statement).isEmpty()
                && Walk.declarations(Block.of(statement)).stream().anyMatch(variables::contains);
    }

    /** The reach of the jumps that returns become; their values go to {@code results}. */
    private If scope(List<Statement> statements, List<Expression> results) {
        List<Statement> inner = new ArrayList<>();
        inner.add(new Declare(returned, Literal.FALSE, Origin.NONE));
        inner.addAll(new ReturnRewriter(results).rewrite(new Block(statements)).statements());
        return new If(Literal.TRUE, new Block(inner), Block.EMPTY, Origin.NONE);
    }

    private final class ReturnRewriter extends IrRewriter {
        private final List<Expression> results;

        ReturnRewriter(List<Expression> results) {
            this.results = results;
        }

        @Override
        protected void rewrite(Statement statement, List<Statement> out) {
            if (!(statement instanceof Return exit)) {
                super.rewrite(statement, out);
                return;
            }
            for (int i = 0; i < results.size(); i++) {
                if (!results.get(i).type().isArray()) {
                    out.add(new Assign((Read) results.get(i), exit.values().get(i), exit.origin()));
                }
            }
            out.add(new Assign(new Read(returned), Literal.TRUE, exit.origin()));
        }
    }
}
