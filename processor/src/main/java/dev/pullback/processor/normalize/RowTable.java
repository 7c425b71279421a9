package dev.pullback.processor.normalize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A matrix whose rows change places, as in {@code t = m[i]; m[i] = m[j]; m[j] = t}. The rows stay where they are, and a table
 * tells which of them stands at each place: {@code m[i]} becomes {@code m[mOrder[i]]}. The rows of an argument are put in order
 * at the end, where the caller looks for them.
 */
final class RowTable extends IrRewriter {

    private final Function function;
    private final Variable matrix;
    private final ArrayRoots roots;
    private final Variable table;
    private final Map<Variable, Variable> places = new HashMap<>();

    private RowTable(Function function, Variable matrix, ArrayRoots roots) {
        this.function = function;
        this.matrix = matrix;
        this.roots = roots;
        this.table = Variable.temporary(matrix.name() + "Order", NewArray.LENGTHS);
    }

    /**
     * The function in which the matrix of {@code exchange} keeps its rows.
     *
     * @param own the parameters whose rows may change places
     * @throws RefusedRows if its rows cannot be followed
     */
    static Function resolve(Function function, Assign exchange, Set<Variable> own) {
        ArrayRoots roots = new ArrayRoots(function);
        RowTable form = new RowTable(function, roots.root(exchange.target()), roots);
        form.check(own);
        return form.resolve();
    }

    // ---- the form ----

    private void check(Set<Variable> own) {
        String name = matrix.name();
        for (Assign store : StoredRows.stores(function.body())) {
            Place row = (Place) store.value();
            if (roots.root(store.target()) == matrix) {
                require(isRow(store.target()), store, "'" + name + "' has more than two dimensions");
                require(isRow(row), store, "the array is no row of '" + name + "', and other names remain for it");
                boolean isOwn = own.contains(matrix) || isMadeHere();
                require(isOwn, store, "others may have names for the rows of '" + name + "'");
                require(!isUsedWhole(), store, "'" + name + "' is returned or passed on as a whole");
            }
        }
    }

    private static void require(boolean isTrue, Assign store, String reason) {
        if (!isTrue) {
            throw new RefusedRows(DiagnosticCode.AD209, store.origin(), reason);
        }
    }

    private boolean isRow(Place place) {
        return roots.root(place) == matrix
                && roots.indices(place).size() == 1
                && ((ArrayType) matrix.type()).rank() == 2;
    }

    private boolean isMadeHere() {
        boolean[] result = {false};
        Walk.statements(function.body(), s -> result[0] |= makes(s));
        return result[0];
    }

    private boolean makes(Statement statement) {
        return statement instanceof Declare d && d.variable() == matrix && d.initial() instanceof NewArray
                || statement instanceof Invoke call && call.result() == matrix;
    }

    /** Whether code looks at all rows, in their order, other than through their indices. */
    private boolean isUsedWhole() {
        boolean[] result = {false};
        Walk.statements(function.body(), s -> {
            boolean isName = s instanceof Declare d && roots.isAlias(d.variable());
            for (Expression e : isName ? List.<Expression>of() : Walk.inputs(s)) {
                boolean isTarget = s instanceof Assign a && a.target() instanceof ArrayRead t && t.array() == e;
                result[0] |= isWhole(e) && !isTarget || usesWhole(e);
            }
        });
        return result[0];
    }

    private boolean usesWhole(Expression expression) {
        boolean isStep = expression instanceof ArrayRead || expression instanceof Length;
        return Walk.operands(expression).stream().anyMatch(e -> usesWhole(e) || !isStep && isWhole(e));
    }

    private boolean isWhole(Expression expression) {
        return expression instanceof Place place
                && roots.root(place) == matrix
                && roots.indices(place).isEmpty();
    }

    // ---- the code ----

    private Function resolve() {
        List<Statement> out = new ArrayList<>();
        boolean isArgument = function.parameters().contains(matrix);
        Variable columns = Variable.temporary(matrix.name() + "Columns", PrimitiveType.INT);
        if (isArgument) {
            MethodRef method =
                    MethodRef.ofStatic("dev.pullback.runtime.Ranges", "columns", PrimitiveType.INT, matrix.type());
            out.add(new Declare(columns, new Call(method, new Read(matrix)), Origin.NONE));
            inOrder(out);
        }
        out.addAll(rewrite(function.body()).statements());
        if (isArgument) {
            boolean endsWithReturn = out.get(out.size() - 1) instanceof Return;
            Optional<Return> exit =
                    endsWithReturn ? Optional.of((Return) out.remove(out.size() - 1)) : Optional.empty();
            Optional<Return> last = exit.map(result -> evaluated(result, out));
            out.addAll(putInOrder(columns));
            last.ifPresent(out::add);
        }
        return function.withBody(new Block(out));
    }

    /** The exit with results that were computed while the rows stood where they did. */
    private static Return evaluated(Return exit, List<Statement> out) {
        List<Expression> values = new ArrayList<>();
        for (Expression value : exit.values()) {
            if (value.type().isArray() || value instanceof Literal) {
                values.add(value);
            } else {
                Variable result = Variable.temporary("result", value.type());
                out.add(new Declare(result, value, exit.origin()));
                values.add(new Read(result));
            }
        }
        return new Return(values, exit.origin());
    }

    /** At first, each row stands at its own place. */
    private void inOrder(List<Statement> out) {
        Variable k = new Variable("k", PrimitiveType.INT);
        Length count = new Length(new Read(matrix));
        Assign same = new Assign(new ArrayRead(new Read(table), new Read(k)), new Read(k), Origin.NONE);
        out.add(new Declare(table, new NewArray(NewArray.LENGTHS, List.of(count)), Origin.NONE));
        out.add(new CountedLoop(k, Literal.of(0), count, 1, Block.of(same), Origin.NONE));
    }

    /** Copies each row to the place where it stands. */
    private List<Statement> putInOrder(Variable columns) {
        ArrayType type = (ArrayType) matrix.type();
        Variable ordered = Variable.temporary(matrix.name() + "Ordered", type);
        Variable k = new Variable("k", PrimitiveType.INT);
        Place from = row(new Read(matrix), new Read(k));
        NewArray rows = new NewArray(type, List.of(new Length(new Read(matrix)), new Read(columns)));
        Variable l = new Variable("k", PrimitiveType.INT);
        return List.of(
                new Declare(ordered, rows, Origin.NONE),
                copy(k, from, new ArrayRead(new Read(ordered), new Read(k)), columns),
                copy(
                        l,
                        new ArrayRead(new Read(ordered), new Read(l)),
                        new ArrayRead(new Read(matrix), new Read(l)),
                        columns));
    }

    private CountedLoop copy(Variable index, Place from, Place into, Variable columns) {
        Read j = new Read(new Variable("j", PrimitiveType.INT));
        Assign element = new Assign(new ArrayRead(into, j), new ArrayRead(from, j), Origin.NONE);
        CountedLoop row =
                new CountedLoop(j.variable(), Literal.of(0), new Read(columns), 1, Block.of(element), Origin.NONE);
        return new CountedLoop(index, Literal.of(0), new Length(new Read(matrix)), 1, Block.of(row), Origin.NONE);
    }

    private ArrayRead row(Place array, Expression index) {
        return new ArrayRead(array, new ArrayRead(new Read(table), index));
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        if (statement instanceof Declare d && d.initial() instanceof ArrayRead row && isRow(row)) {
            Variable place = Variable.temporary(d.variable().name() + "At", PrimitiveType.INT);
            places.put(d.variable(), place);
            out.add(new Declare(place, placeOf(row), d.origin()));
            out.add(new Declare(
                    d.variable(), new ArrayRead((Place) rewrite(row.array()), new Read(place)), d.origin()));
        } else if (StoredRows.isStore(statement)
                && statement instanceof Assign store
                && roots.root(store.target()) == matrix) {
            Expression index = rewrite(((ArrayRead) store.target()).index());
            Place target = new ArrayRead(new Read(table), index);
            out.add(new Assign(target, placeOf((Place) store.value()), store.origin()));
        } else {
            super.rewrite(statement, out);
            if (makes(statement)) {
                inOrder(out);
            }
        }
    }

    /** Where a row is, whatever place it stands at. */
    private Expression placeOf(Place row) {
        if (row instanceof ArrayRead element) {
            return new ArrayRead(new Read(table), rewrite(element.index()));
        }
        Variable name = ((Read) row).variable();
        Variable place = places.get(name);
        return place != null ? new Read(place) : placeOf(roots.aliased(name));
    }

    @Override
    public Expression rewrite(Expression expression) {
        if (expression instanceof ArrayRead row && row.type().isArray() && isRow(row)) {
            return row((Place) rewrite(row.array()), rewrite(row.index()));
        }
        return rewriteChildren(expression);
    }
}
