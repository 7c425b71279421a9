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
import java.util.LinkedHashSet;
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
    private final List<Variable> lengths = new ArrayList<>();

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
        String name = declaration.variable().name();
        boolean isMatrix = ((ArrayType) declaration.variable().type()).rank() == 2;
        for (String kind : isMatrix ? List.of("Lengths") : List.of("Rows", "Columns")) {
            lengths.add(Variable.temporary(name + kind, NewArray.LENGTHS));
        }
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
        List<Set<Expression>> all = new ArrayList<>();
        lengths.forEach(v -> all.add(new LinkedHashSet<>()));
        for (MadeRows.Making making : makings) {
            Variable k = new Variable("k", PrimitiveType.INT);
            CountedLoop loop = making.loop();
            AtStart known = new AtStart(loop == null ? Map.of() : Map.of(loop.index(), new Read(k)));
            List<Statement> assignments = new ArrayList<>();
            for (int i = 0; i < lengths.size(); i++) {
                Expression length = known.rewrite(making.lengths().get(i));
                Place place = new ArrayRead(new Read(lengths.get(i)), known.rewrite(making.index()));
                assignments.add(new Assign(place, length, making.row().origin()));
                all.get(i).add(Walk.reads(length).contains(k) ? new Read(lengths.get(i)) : length);
            }
            Expression from = loop == null ? Literal.of(0) : known.rewrite(loop.from());
            Expression to = loop == null ? Literal.of(0) : known.rewrite(loop.to());
            if (loop == null) {
                code.addAll(assignments);
            } else {
                code.add(new CountedLoop(k, from, to, 1, new Block(assignments), loop.origin()));
            }
            isKnown &= known.isKnown;
        }
        boolean areOne = all.stream()
                .allMatch(each -> each.size() == 1
                        && lengths.stream().noneMatch(Walk.reads(each.iterator().next())::contains));
        if (!isKnown) {
            return Optional.empty();
        }
        List<Expression> common =
                all.stream().map(each -> each.iterator().next()).toList();
        return Optional.of(areOne ? rectangle(count, common) : jagged(count, code));
    }

    private NewArray creation() {
        return (NewArray) declaration.value();
    }

    private List<Statement> jagged(Expression count, List<Statement> code) {
        List<Statement> out = new ArrayList<>();
        List<Expression> each = new ArrayList<>();
        for (Variable vector : lengths) {
            out.add(new Declare(vector, new NewArray(NewArray.LENGTHS, List.of(count)), Origin.NONE));
            each.add(new Read(vector));
        }
        out.addAll(code);
        out.add(matrix(count, each));
        return out;
    }

    /** All rows have one length, which matters only if there are any. */
    private List<Statement> rectangle(Expression count, List<Expression> shape) {
        boolean hasRows = count instanceof Literal literal && !literal.equals(Literal.of(0));
        return List.of(matrix(
                count,
                shape.stream()
                        .map(length -> hasRows || isHarmless(length) ? length : ofRows(count, length))
                        .toList()));
    }

    private static boolean isHarmless(Expression length) {
        return length instanceof Literal || length instanceof Length known && known.array() instanceof Read;
    }

    private static Expression ofRows(Expression count, Expression length) {
        Compare hasRows = new Compare(Compare.Operator.GREATER, count, Literal.of(0));
        return new Conditional(hasRows, length, Literal.of(0));
    }

    private Declare matrix(Expression count, List<Expression> others) {
        ArrayType type = (ArrayType) declaration.variable().type();
        List<Expression> dimensions = new ArrayList<>(List.of(count));
        dimensions.addAll(others);
        return new Declare(declaration.variable(), new NewArray(type, dimensions), declaration.origin());
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
                        : new ArrayRead(new Read(lengths.get(path.size() - 1)), rewrite(path.get(0)));
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
