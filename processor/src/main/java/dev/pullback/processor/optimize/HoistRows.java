package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.ArrayLengths;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.analysis.IndexOrder;
import dev.pullback.processor.analysis.ThrowingExpressions;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Logical;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Looks up the rows of matrices that loops use once, before the loops: {@code double[] row = m[i]}. Only rows that exist
 * whether or not the loops run.
 */
public final class HoistRows {
    private final ArrayRoots roots;
    private final Effects effects;
    private final ArrayLengths lengths;
    private final IndexOrder order;
    private final Set<Variable> reassigned = new HashSet<>();

    private HoistRows(Function function, Map<Variable, Variable> twins) {
        this.roots = new ArrayRoots(function);
        this.effects = new Effects(roots);
        this.lengths = new ArrayLengths(function, roots, twins);
        this.order = new IndexOrder(function, roots);
        Walk.statements(function.body(), s -> {
            if (Effects.target(s) instanceof Read target) {
                reassigned.add(target.variable());
            }
        });
    }

    /**
     * {@code function} with rows in local variables.
     *
     * @param twins parameters that have the shape of the parameters they map to
     */
    public static Function apply(Function function, Map<Variable, Variable> twins) {
        Set<Variable> available = new HashSet<>(function.parameters());
        HoistRows pass = new HoistRows(function, twins);
        return function.withBody(pass.hoist(function.body(), List.of(), available));
    }

    /** Hoists as far out as the index is known, so from the outermost block to the innermost. */
    private Block hoist(Block block, List<Statement> loops, Set<Variable> available) {
        List<Statement> statements = new ArrayList<>(block.statements());
        Set<Variable> known = new HashSet<>(available);
        for (int i = 0; i < statements.size(); i++) {
            List<Statement> rest = statements.subList(i, statements.size());
            for (ArrayRead row : rowsInLoops(rest.get(0))) {
                // A row of a row that has a name by now is looked up there.
                if (!known.containsAll(Walk.reads(row)) || !uses(rest.get(0), row)) {
                    continue;
                }
                int at = exists(row, loops)
                        ? firstUse(row, statements)
                        : isReadIn(statements.subList(0, i), row) ? i : -1;
                if (at >= 0 && isConstant(row, statements.subList(at, statements.size()))) {
                    Variable local = new Variable(name(row), row.type());
                    replace(row, local, statements.subList(at, statements.size()));
                    statements.add(at, new Declare(local, row, Origin.NONE));
                    known.add(local);
                    i++;
                    rest = statements.subList(i, statements.size());
                }
            }
            if (rest.get(0) instanceof Declare declare) {
                known.add(declare.variable());
            }
            statements.set(i, inside(rest.get(0), loops, known));
        }
        return new Block(statements);
    }

    private Statement inside(Statement statement, List<Statement> loops, Set<Variable> known) {
        if (statement instanceof If s) {
            return new If(
                    s.condition(), hoist(s.whenTrue(), loops, known), hoist(s.whenFalse(), loops, known), s.origin());
        } else if (statement instanceof While s) {
            return s.withBody(hoist(s.body(), with(loops, s), known));
        } else if (statement instanceof CountedLoop s) {
            Set<Variable> inner = new HashSet<>(known);
            inner.add(s.index());
            return s.withBody(hoist(s.body(), with(loops, s), inner));
        }
        return statement;
    }

    private static List<Statement> with(List<Statement> loops, Statement loop) {
        List<Statement> result = new ArrayList<>(loops);
        result.add(loop);
        return result;
    }

    /** The rows whose elements a loop uses. */
    private static Set<ArrayRead> rowsInLoops(Statement statement) {
        Set<ArrayRead> result = new LinkedHashSet<>();
        if (statement instanceof CountedLoop || statement instanceof While) {
            Walk.statements(
                    Walk.blocks(statement).get(0),
                    s -> Walk.inputs(s)
                            .forEach(e -> Walk.expressions(e, inner -> {
                                if (inner instanceof ArrayRead row && row.type().isArray()) {
                                    result.add(row);
                                }
                            })));
        }
        return result;
    }

    private boolean isConstant(ArrayRead row, List<Statement> rest) {
        if (reassigned.contains(row.root())) {
            return false;
        }
        Set<Variable> written = effects.written(rest);
        for (Expression place = row; place instanceof ArrayRead element; place = element.array()) {
            if (!isSimple(element.index()) || !effects.isInvariant(element.index(), written)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSimple(Expression index) {
        boolean[] result = {true};
        Walk.expressions(index, e -> result[0] &= e instanceof Read || e instanceof Literal || e instanceof Binary);
        return result[0] && !ThrowingExpressions.mayThrow(index);
    }

    /** Where the row is used first; -1 if it no longer is, because it is a row of one that has a name now. */
    private static int firstUse(ArrayRead row, List<Statement> statements) {
        int first = 0;
        while (first < statements.size() && !uses(statements.get(first), row)) {
            first++;
        }
        return first < statements.size() ? first : -1;
    }

    private static boolean uses(Statement statement, ArrayRead row) {
        boolean[] result = {false};
        Walk.statements(
                Block.of(statement),
                s -> Walk.inputs(s).forEach(e -> Walk.expressions(e, inner -> result[0] |= inner.equals(row))));
        return result[0];
    }

    /** Whether the row can be looked up whether or not an inner loop runs. */
    private boolean exists(ArrayRead row, List<Statement> loops) {
        List<Expression> indices = roots.indices(row);
        List<Expression> outer = indices.subList(0, indices.size() - 1);
        return order.isWithin(row.index(), lengths.of(roots.root(row), outer), loops);
    }

    /** Whether one of the statements looks up the row, whatever happens. */
    private static boolean isReadIn(List<Statement> statements, ArrayRead row) {
        return statements.stream()
                .filter(s -> Walk.blocks(s).isEmpty())
                .flatMap(s -> Walk.inputs(s).stream())
                .anyMatch(e -> evaluates(e, row));
    }

    private static boolean evaluates(Expression expression, ArrayRead row) {
        if (expression.equals(row)) {
            return true;
        }
        List<Expression> operands = Walk.operands(expression);
        boolean isPartial = expression instanceof Conditional || expression instanceof Logical;
        return (isPartial ? operands.subList(0, 1) : operands).stream().anyMatch(e -> evaluates(e, row));
    }

    private static void replace(ArrayRead row, Variable local, List<Statement> statements) {
        Block replaced = new IrRewriter() {
            @Override
            public Expression rewrite(Expression expression) {
                return expression.equals(row) ? new Read(local) : rewriteChildren(expression);
            }
        }.rewrite(new Block(statements));
        for (int i = 0; i < statements.size(); i++) {
            statements.set(i, replaced.statements().get(i));
        }
    }

    private static String name(ArrayRead row) {
        String index = row.index() instanceof Read read ? read.variable().name() : "";
        return row.root().name()
                + "Row"
                + (index.isEmpty() ? "" : index.substring(0, 1).toUpperCase(Locale.ROOT) + index.substring(1));
    }
}
