package dev.pullback.processor.frontend;

import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;

/**
 * The arrays that a method returns. The caller must know which array it gets: the one that the method's last statement names,
 * or a variable of the whole method that all returns name.
 */
final class ArrayResults {

    /** A return statement and the array it names. */
    private record Result(TreePosition position, Place array) {}

    private final List<Result> results = new ArrayList<>();

    void add(TreePosition position, Place array) {
        results.add(new Result(position, array));
    }

    /** Rejects the first return that names another array, or one that {@code method}, its body, has out of scope at the end. */
    void check(Block method) {
        int last = method.statements().size() - 1;
        boolean isOnlyAtEnd =
                results.size() == 1 && last >= 0 && method.statements().get(last) instanceof Return;
        if (results.isEmpty() || isOnlyAtEnd) {
            return;
        }
        Place first = results.get(0).array();
        for (Result result : results) {
            boolean isSame =
                    result.array().equals(first) && first instanceof Read read && !isInner(read.variable(), method);
            if (!isSame) {
                throw new Unsupported(Diagnostic.of(DiagnosticCode.AD240, result.position()));
            }
        }
    }

    /** Whether a block inside the method declares the variable. */
    private static boolean isInner(Variable variable, Block method) {
        return method.statements().stream()
                .flatMap(statement -> Walk.blocks(statement).stream())
                .anyMatch(block -> Walk.declarations(block).contains(variable));
    }
}
