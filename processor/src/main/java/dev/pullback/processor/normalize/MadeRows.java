package dev.pullback.processor.normalize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.analysis.IndexOrder;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CopyVariables;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A matrix whose rows are made one by one, each before it is used: {@code m[0] = new double[2]}, and {@code m[i] = new double[i +
 * 1]} in a loop. All its rows are made at once, with lengths that are computed first, and the new row becomes a name for its place. So
 * are the matrices of an array of three dimensions.
 */
final class MadeRows {

    private static final Set<IrType> SCALARS = Set.of(PrimitiveType.DOUBLE, PrimitiveType.FLOAT, PrimitiveType.INT);

    /**
     * A statement that makes rows.
     *
     * @param loop the loop whose iterations make one each, or null for one row
     */
    record Making(@Nullable CountedLoop loop, Declare row, Assign store) {

        /** The length of the row, or the numbers of rows and of columns of the matrix. */
        List<Expression> lengths() {
            return ((NewArray) row.value()).dimensions();
        }

        /** Which row it becomes. */
        Expression index() {
            return ((ArrayRead) store.target()).index();
        }

        /** The index with another value in the place of the loop's. */
        Expression index(Expression loopIndex) {
            if (loop == null) {
                return index();
            }
            CopyVariables copy = new CopyVariables();
            copy.replace(loop.index(), loopIndex);
            return copy.rewrite(index());
        }
    }

    private final Function function;
    private final Declare declaration;
    private final Variable matrix;
    private final ArrayRoots roots;
    private final Effects effects;
    private final IndexOrder order;
    private final Map<Integer, Making> makings = new HashMap<>();

    private MadeRows(Function function, Declare declaration) {
        this.function = function;
        this.declaration = declaration;
        this.matrix = declaration.variable();
        this.roots = new ArrayRoots(function);
        this.effects = new Effects(roots);
        this.order = new IndexOrder(function, roots);
    }

    /** The function in which the matrix is made with its rows, if all of them are made in the block that makes it. */
    static Optional<Function> resolve(Function function, Declare declaration) {
        ArrayType type = (ArrayType) declaration.variable().type();
        boolean isPossible = type.rank() == 2 && SCALARS.contains(type.scalar())
                || type.rank() == 3 && type.scalar() == PrimitiveType.DOUBLE;
        return isPossible ? new MadeRows(function, declaration).resolve() : Optional.empty();
    }

    private Optional<Function> resolve() {
        Block scope = scope(function.body()).orElseThrow();
        List<Statement> statements = scope.statements();
        int end = 0;
        for (int i = 0; i < statements.size(); i++) {
            Making making = making(statements.get(i), statements.subList(0, i));
            if (making != null) {
                makings.put(i, making);
                end = i + 1;
            }
        }
        boolean areAll = storesIn(new Block(statements.subList(0, end))) == makings.size();
        if (makings.isEmpty() || !areAll || !areMadeInOrder(statements.subList(0, end))) {
            return Optional.empty();
        }
        int start = start(statements);
        List<Making> inOrder = new ArrayList<>();
        for (int i = start; i < end; i++) {
            if (makings.containsKey(i)) {
                inOrder.add(makings.get(i));
            }
        }
        RowLengths lengths = new RowLengths(function, declaration, statements.subList(0, end), start);
        Optional<List<Statement>> allocation = lengths.allocation(inOrder);
        return allocation.map(code -> function.withBody(new Rewriter(start, code).rewrite(function.body())));
    }

    private Optional<Block> scope(Block block) {
        for (Statement statement : block.statements()) {
            if (statement == declaration) {
                return Optional.of(block);
            }
            for (Block inner : Walk.blocks(statement)) {
                Optional<Block> found = scope(inner);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private long storesIn(Block block) {
        return StoredRows.stores(block).stream()
                .filter(s -> roots.root(s.target()) == matrix)
                .count();
    }

    // ---- the form ----

    private @Nullable Making making(Statement statement, List<Statement> before) {
        if (statement instanceof CountedLoop loop && loop.step() == 1) {
            List<Statement> body = loop.body().statements();
            for (int i = 0; i < body.size(); i++) {
                Making making = making(loop, body.get(i), body.subList(0, i));
                if (making != null) {
                    return making;
                }
            }
        }
        return making(null, statement, before);
    }

    private @Nullable Making making(@Nullable CountedLoop loop, Statement statement, List<Statement> before) {
        if (!StoredRows.isStore(statement)
                || !(statement instanceof Assign store)
                || !roots.indices(store.target()).equals(List.of(((ArrayRead) store.target()).index()))
                || roots.root(store.target()) != matrix) {
            return null;
        }
        Place value = (Place) store.value();
        Variable row = roots.root(value);
        long stored = StoredRows.stores(function.body()).stream()
                .filter(s -> roots.root((Place) s.value()) == row)
                .count();
        return before.stream()
                .filter(s -> s instanceof Declare d
                        && d.variable() == row
                        && d.initial() instanceof NewArray made
                        && made.isWhole()
                        && !made.isJagged())
                .filter(s -> stored == 1 && roots.indices(value).isEmpty())
                .map(s -> new Making(loop, (Declare) s, store))
                .findFirst()
                .orElse(null);
    }

    /** Whether rows are made from the first to the last, and used only after they have been made. */
    private boolean areMadeInOrder(List<Statement> statements) {
        Expression made = Literal.of(0);
        Expression least = made;
        boolean isReached = true;
        for (int i = 0; i < statements.size(); i++) {
            Making making = makings.get(i);
            CountedLoop loop = making == null ? null : making.loop();
            if (making == null) {
                if (!uses(statements.get(i), made, List.of())) {
                    return false;
                }
            } else if (!isReached
                    || !order.areEqual(making.index(loop == null ? made : loop.from()), made)
                    || loop != null && !(counts(making, loop) && uses(loop, making))) {
                return false;
            } else {
                // A loop that does not get there would leave rows to be made twice.
                isReached = loop == null || order.isBelow(loop.from(), LoopHeader.plus(loop.to(), 1), List.of());
                least = made;
                made = loop == null ? LoopHeader.plus(made, 1) : making.index(loop.to());
            }
        }
        return areAll(((NewArray) declaration.value()).dimensions().get(0), least, made);
    }

    /** Whether a matrix has no more rows than are made, or than are made before its last loop if that does not run. */
    private boolean areAll(Expression rows, Expression least, Expression made) {
        return order.areEqual(made, rows)
                || rows instanceof Call call
                        && call.method().equals(LoopHeader.MAX)
                        && order.areEqual(call.arguments().get(0), least)
                        && order.areEqual(call.arguments().get(1), made);
    }

    /** Whether each iteration makes the row behind the one that the iteration before has made. */
    private boolean counts(Making making, CountedLoop loop) {
        Expression next = making.index(LoopHeader.plus(loop.from(), 1));
        return order.areEqual(next, LoopHeader.plus(making.index(loop.from()), 1));
    }

    private boolean uses(CountedLoop loop, Making making) {
        Expression made = making.index();
        for (Statement statement : loop.body().statements()) {
            if (statement == making.store()) {
                made = LoopHeader.plus(made, 1);
            } else if (!uses(statement, made, List.of(loop))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the statement uses rows below {@code made} only. */
    private boolean uses(Statement statement, Expression made, List<Statement> loops) {
        List<Expression> used = new ArrayList<>(Walk.inputs(statement));
        Place target = Effects.target(statement);
        if (target != null) {
            used.add(target);
        }
        boolean isName = statement instanceof Declare d
                && roots.isAlias(d.variable())
                && roots.indices(roots.aliased(d.variable())).isEmpty();
        if (!isName && !used.stream().allMatch(e -> uses(e, made, loops))) {
            return false;
        }
        List<Statement> inner = new ArrayList<>(loops);
        if (statement instanceof CountedLoop) {
            inner.add(statement);
        }
        return Walk.blocks(statement).stream()
                .flatMap(b -> b.statements().stream())
                .allMatch(s -> uses(s, made, inner));
    }

    private boolean uses(Expression expression, Expression made, List<Statement> loops) {
        if (expression instanceof Length length
                && length.array() instanceof Place place
                && roots.root(place) == matrix
                && roots.indices(place).isEmpty()) {
            return true;
        } else if (expression instanceof Place place && roots.root(place) == matrix) {
            List<Expression> indices = roots.indices(place);
            return !indices.isEmpty()
                    && order.isBelow(indices.get(0), made, loops)
                    && indices.stream().allMatch(e -> uses(e, made, loops));
        }
        return Walk.operands(expression).stream().allMatch(e -> uses(e, made, loops));
    }

    /** Where the matrix can be made at the latest: before it or one of its rows is used. */
    private int start(List<Statement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            boolean isRow =
                    makings.values().stream().anyMatch(making -> making.loop() == null && making.row() == statement);
            boolean isName =
                    statement instanceof Declare d && roots.root(d.variable()) == matrix && !d.equals(declaration);
            if (isRow
                    || isName
                    || statement != declaration
                            && Walk.reads(Block.of(statement)).contains(matrix)
                    || effects.touches(statement, matrix)) {
                return i;
            }
        }
        throw new IllegalStateException("no row is made");
    }

    // ---- the code ----

    private final class Rewriter extends IrRewriter {
        private final int start;
        private final List<Statement> allocation;

        Rewriter(int start, List<Statement> allocation) {
            this.start = start;
            this.allocation = allocation;
        }

        @Override
        public Block rewrite(Block block) {
            if (!block.statements().contains(declaration)) {
                return super.rewrite(block);
            }
            List<Statement> out = new ArrayList<>();
            for (int i = 0; i < block.statements().size(); i++) {
                if (i == start) {
                    out.addAll(allocation);
                }
                rewrite(block.statements().get(i), out);
            }
            return new Block(out);
        }

        @Override
        protected void rewrite(Statement statement, List<Statement> out) {
            Optional<Making> made = makings.values().stream()
                    .filter(making -> making.row() == statement)
                    .findFirst();
            boolean isGone = statement == declaration
                    || makings.values().stream().anyMatch(making -> making.store() == statement);
            if (made.isPresent()) {
                Place place = new ArrayRead(new Read(matrix), made.get().index());
                out.add(new Declare(
                        made.get().row().variable(), place, made.get().row().origin()));
            } else if (!isGone) {
                super.rewrite(statement, out);
            }
        }
    }
}
