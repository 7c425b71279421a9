package dev.pullback.processor.normalize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Computes the lengths of rows that are made one by one, before the first of them is made. */
final class RowLengths {

    private final Declare declaration;
    private final ArrayRoots roots;
    private final Set<Variable> late;
    private final Set<Variable> written;
    private final Set<Variable> reassigned;
    private final Set<Variable> replaced = new HashSet<>();
    private final Map<Variable, Declare> declarations = new HashMap<>();
    private final Variable lengths;

    /**
     * For one matrix.
     *
     * @param statements those of the block, until all rows are made
     * @param start the position at which the lengths are wanted
     */
    RowLengths(Function function, Declare declaration, List<Statement> statements, int start) {
        this.declaration = declaration;
        this.roots = new ArrayRoots(function);
        Effects effects = new Effects(roots);
        List<Statement> making = statements.subList(start, statements.size());
        this.late = Walk.declarations(new Block(making));
        this.written = effects.written(
                statements.subList(Math.min(start, statements.indexOf(declaration)), statements.size()));
        this.reassigned = effects.written(function.body());
        this.lengths = Variable.temporary(declaration.variable().name() + "Lengths", NewArray.LENGTHS);
        StoredRows.stores(new Block(making)).forEach(store -> replaced.add(roots.root(store.target())));
        Walk.statements(new Block(making), s -> {
            if (s instanceof Declare d) {
                declarations.put(d.variable(), d);
            }
        });
    }

    /** The statements that make the matrix with all its rows, if their lengths are known at this point. */
    Optional<List<Statement>> allocation(List<MadeRows.Making> makings) {
        AtStart atStart = new AtStart(Map.of());
        Expression count = atStart.rewrite(creation().dimensions().get(0));
        boolean isKnown = atStart.isKnown;
        List<Statement> code = new ArrayList<>();
        List<Expression> all = new ArrayList<>();
        for (MadeRows.Making making : makings) {
            Variable k = new Variable("k", PrimitiveType.INT);
            CountedLoop loop = making.loop();
            AtStart known = new AtStart(loop == null ? Map.of() : Map.of(loop.index(), new Read(k)));
            Expression length = known.rewrite(making.length());
            Place place = new ArrayRead(new Read(lengths), known.rewrite(making.index()));
            Assign assign = new Assign(place, length, making.row().origin());
            code.add(
                    loop == null
                            ? assign
                            : new CountedLoop(
                                    k,
                                    known.rewrite(loop.from()),
                                    known.rewrite(loop.to()),
                                    1,
                                    Block.of(assign),
                                    loop.origin()));
            all.add(Walk.reads(length).contains(k) ? new Read(lengths) : length);
            isKnown &= known.isKnown;
        }
        boolean isOne =
                all.stream().distinct().count() == 1 && !Walk.reads(all.get(0)).contains(lengths);
        return isKnown ? Optional.of(isOne ? rectangle(count, all.get(0)) : jagged(count, code)) : Optional.empty();
    }

    private NewArray creation() {
        return (NewArray) declaration.value();
    }

    private List<Statement> jagged(Expression count, List<Statement> code) {
        List<Statement> out = new ArrayList<>();
        out.add(new Declare(lengths, new NewArray(NewArray.LENGTHS, List.of(count)), Origin.NONE));
        out.addAll(code);
        out.add(matrix(count, new Read(lengths)));
        return out;
    }

    /** All rows have one length, which matters only if there are any. */
    private List<Statement> rectangle(Expression count, Expression length) {
        boolean isHarmless = length instanceof Literal
                || length instanceof Length known && known.array() instanceof Read
                || count instanceof Literal literal && !literal.equals(Literal.of(0));
        Compare hasRows = new Compare(Compare.Operator.GREATER, count, Literal.of(0));
        Expression columns = isHarmless ? length : new Conditional(hasRows, length, Literal.of(0));
        return List.of(matrix(count, columns));
    }

    private Declare matrix(Expression rows, Expression columns) {
        ArrayType type = (ArrayType) declaration.variable().type();
        return new Declare(declaration.variable(), new NewArray(type, List.of(rows, columns)), declaration.origin());
    }

    /** Expressions in terms of what is known at the start. */
    private final class AtStart extends IrRewriter {
        private final Map<Variable, Read> indices;
        private boolean isKnown = true;

        AtStart(Map<Variable, Read> indices) {
            this.indices = indices;
        }

        @Override
        public Expression rewrite(Expression e) {
            if (e instanceof Length length && length.array() instanceof Place place) {
                return length(place);
            } else if (e instanceof Read read) {
                return scalar(read);
            } else if (e instanceof Place element) {
                return place(element);
            }
            isKnown &= !(e instanceof Opaque);
            return rewriteChildren(e);
        }

        private Expression scalar(Read read) {
            Variable variable = read.variable();
            Declare declare = declarations.get(variable);
            if (indices.containsKey(variable)) {
                return indices.get(variable);
            } else if (!late.contains(variable)) {
                isKnown &= !written.contains(variable);
                return read;
            } else if (declare == null || declare.initial() == null || reassigned.contains(variable)) {
                isKnown = false;
                return read;
            }
            return rewrite(declare.value());
        }

        private Place place(Place element) {
            Variable root = roots.root(element);
            isKnown &= !late.contains(root) && !written.contains(root);
            return through(root, roots.indices(element));
        }

        private Place through(Variable root, List<Expression> path) {
            Place place = new Read(root);
            for (Expression index : path) {
                place = new ArrayRead(place, rewrite(index));
            }
            return place;
        }

        private Expression length(Place array) {
            Variable root = roots.root(array);
            List<Expression> path = roots.indices(array);
            Declare declare = declarations.get(root);
            if (root == declaration.variable()) {
                return path.isEmpty()
                        ? rewrite(creation().dimensions().get(0))
                        : new ArrayRead(new Read(lengths), rewrite(path.get(0)));
            } else if (!late.contains(root)) {
                isKnown &= path.isEmpty() || !replaced.contains(root);
                return new Length(through(root, path));
            } else if (declare != null
                    && declare.initial() instanceof NewArray created
                    && path.size() < created.dimensions().size()) {
                return rewrite(created.length(path));
            }
            isKnown = false;
            return new Length(array);
        }
    }
}
