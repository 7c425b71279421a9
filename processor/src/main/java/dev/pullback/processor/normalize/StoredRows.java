package dev.pullback.processor.normalize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves matrices that get whole rows. The stages from here on take a matrix to have its rows for its whole life: rows that are
 * made one by one are made at once ({@link MadeRows}), and rows that change places get numbers that do ({@link RowTable}).
 */
final class StoredRows {

    private StoredRows() {}

    /**
     * The function in which no row is stored.
     *
     * @param own the parameters whose rows may change places: nobody else has names for their rows
     * @throws RefusedRows if rows cannot be followed
     */
    static Function resolve(Function function, Set<Variable> own) {
        Function current = function;
        for (Optional<Function> next = withRows(current); next.isPresent(); next = withRows(current)) {
            current = next.get();
        }
        for (Declare matrix : made(current)) {
            if (!((NewArray) matrix.value()).isWhole()) {
                throw new RefusedRows(DiagnosticCode.AD208, matrix.origin());
            }
        }
        for (Assign exchange = first(current); exchange != null; exchange = first(current)) {
            current = RowTable.resolve(current, exchange, own);
        }
        return current;
    }

    /** The function with the rows of one more matrix made at once; how long they are may depend on another one. */
    private static Optional<Function> withRows(Function function) {
        return made(function).stream()
                .flatMap(matrix -> MadeRows.resolve(function, matrix).stream())
                .findFirst();
    }

    /** The declarations of new matrices that are made without rows or get others. */
    private static List<Declare> made(Function function) {
        ArrayRoots roots = new ArrayRoots(function);
        Set<Variable> storing = new HashSet<>();
        stores(function.body()).forEach(store -> storing.add(roots.root(store.target())));
        List<Declare> found = new ArrayList<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Declare d
                    && d.initial() instanceof NewArray array
                    && (!array.isWhole() || storing.contains(d.variable()))) {
                found.add(d);
            }
        });
        return found;
    }

    private static @Nullable Assign first(Function function) {
        List<Assign> stores = stores(function.body());
        return stores.isEmpty() ? null : stores.get(0);
    }

    /** The statements that store a row. */
    static List<Assign> stores(Block block) {
        List<Assign> result = new ArrayList<>();
        Walk.statements(block, s -> {
            if (isStore(s)) {
                result.add((Assign) s);
            }
        });
        return result;
    }

    /** Whether the statement stores an array into another. */
    static boolean isStore(Statement statement) {
        return statement instanceof Assign assign
                && assign.target() instanceof ArrayRead target
                && target.type() instanceof ArrayType
                && assign.value() instanceof Place;
    }
}
