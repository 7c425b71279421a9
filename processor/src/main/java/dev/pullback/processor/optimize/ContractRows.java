package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.ArrayLengths;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.ElementAccess;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps one row of a matrix instead of all where each iteration of a loop fills a row of its own and only that iteration reads
 * it. Bars of the matrices that {@code ExpandWorkArrays} makes are like that.
 */
public final class ContractRows extends IrRewriter {
    private final ArrayRoots roots;
    private final OverwrittenArrays overwritten;
    private final Set<Variable> redeclared;

    private ContractRows(Function function) {
        this.roots = new ArrayRoots(function);
        this.redeclared = Walk.redeclared(function.body());
        this.overwritten = new OverwrittenArrays(roots, new ArrayLengths(function, roots, Map.of()));
    }

    /** {@code function} with rows instead of matrices where one row is enough. */
    public static Function apply(Function function) {
        return function.withBody(new ContractRows(function).rewrite(function.body()));
    }

    @Override
    public Block rewrite(Block block) {
        List<Statement> statements = new ArrayList<>(super.rewrite(block).statements());
        for (int i = statements.size() - 1; i >= 0; i--) {
            if (statements.get(i) instanceof Declare d
                    && d.initial() instanceof NewArray matrix
                    && matrix.dimensions().size() == 2
                    && !matrix.isJagged()
                    && matrix.type().rank() == 2) {
                contract(d.variable(), matrix, statements.subList(i, statements.size()));
            }
        }
        return new Block(statements);
    }

    /** Replaces {@code matrix[k]}, all over the one loop that uses it, by an array declared in the matrix's place. */
    private void contract(Variable matrix, NewArray creation, List<Statement> scope) {
        List<Statement> users = scope.stream()
                .skip(1)
                .filter(s -> Walk.reads(Block.of(s)).contains(matrix))
                .toList();
        if (users.size() != 1 || !(users.get(0) instanceof CountedLoop loop)) {
            return;
        }
        List<Expression> own = List.of(new Read(loop.index()));
        Optional<Declare> alias = loop.body().statements().stream()
                .filter(s -> s instanceof Declare d && namesRow(d, matrix, own))
                .map(Declare.class::cast)
                .findFirst();
        if (alias.isEmpty()
                || !new ElementAccess(roots, matrix).isBelow(own, loop.body())
                || !overwritten.isOverwritten(loop.body().statements(), matrix, own)) {
            return;
        }
        Variable row = alias.get().variable();
        Declare declared = new Declare(
                row,
                new NewArray((ArrayType) row.type(), creation.dimensions().subList(1, 2)),
                alias.get().origin());
        Block body = useRow(loop.body(), new ArrayRead(new Read(matrix), own.get(0)), alias.get());
        if (!Walk.reads(body).contains(matrix)) {
            scope.set(scope.indexOf(loop), loop.withBody(body));
            scope.set(0, declared);
        }
    }

    private static Block useRow(Block body, ArrayRead row, Declare alias) {
        return new IrRewriter() {
            @Override
            protected void rewrite(Statement statement, List<Statement> out) {
                if (statement != alias) {
                    super.rewrite(statement, out);
                }
            }

            @Override
            public Expression rewrite(Expression expression) {
                return expression.equals(row) ? new Read(alias.variable()) : rewriteChildren(expression);
            }
        }.rewrite(body);
    }

    private boolean namesRow(Declare declare, Variable matrix, List<Expression> own) {
        return roots.isAlias(declare.variable())
                && !redeclared.contains(declare.variable())
                && roots.root(declare.variable()) == matrix
                && roots.indices(roots.aliased(declare.variable())).equals(own);
    }
}
