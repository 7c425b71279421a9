package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** References that are always rows of one matrix: {@code row = m[i]} becomes the index {@code rowAt = i}. */
final class RowCursors extends Substitution {
    private final Read matrix;
    private final Map<Variable, Variable> cursors = new LinkedHashMap<>();

    private RowCursors(Read matrix, ReferenceGroup group) {
        this.matrix = matrix;
        for (Variable variable : group.variables()) {
            Variable cursor = new Variable(variable.name() + "At", PrimitiveType.INT);
            cursors.put(variable, cursor);
            replace(variable, new ArrayRead(matrix, new Read(cursor)));
        }
    }

    /** The function with indices in place of the group, if all its arrays are rows of one matrix, which keeps its rows. */
    static Optional<Function> resolve(
            Function function, ReferenceGroup group, java.util.function.Function<Callee, HelperEffects> effects) {
        List<Place> matrices = group.sources().stream()
                .map(source -> source instanceof ArrayRead row ? row.array() : source)
                .distinct()
                .toList();
        boolean areRows = group.sources().stream().allMatch(ArrayRead.class::isInstance);
        if (!areRows || group.hasNewArrays() || matrices.size() != 1 || !(matrices.get(0) instanceof Read matrix)) {
            return Optional.empty();
        }
        boolean keepsRows = !Effects.of(function.body().statements(), effects).replacesRows();
        return !keepsRows || ReferenceGroup.isReference(matrix.variable(), function)
                ? Optional.empty()
                : Optional.of(function.withBody(new RowCursors(matrix, group).rewrite(function.body())));
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        Variable cursor = cursors.get(ReferenceGroup.defined(statement));
        if (cursor == null) {
            super.rewrite(statement, out);
            return;
        }
        Place source = ReferenceGroup.source(statement);
        Expression index = source == null ? null : index(source);
        out.add(
                statement instanceof Declare
                        ? new Declare(cursor, index, statement.origin())
                        : new Assign(new Read(cursor), Objects.requireNonNull(index), statement.origin()));
        if (source instanceof ArrayRead) {
            // Java looks the row up here, and an index out of bounds is an error even if nobody uses the row.
            Variable columns = Variable.temporary("columns", PrimitiveType.INT);
            out.add(new Declare(columns, new Length(new ArrayRead(matrix, new Read(cursor))), Origin.NONE));
        }
    }

    private Expression index(Place source) {
        return source instanceof ArrayRead row
                ? rewrite(row.index())
                : new Read(Objects.requireNonNull(cursors.get(((Read) source).variable())));
    }
}
