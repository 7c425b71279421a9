package dev.pullback.processor.frontend;

import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a body says something about the rows of matrices, for messages.
 *
 * @param stored by the origin of the statement: what makes a matrix without rows, or stores one
 * @param references by the origin of the statement: the errors about array variables whose arrays may become rows of a matrix
 * @param shared the clones of matrices, which have the rows of others
 */
public record StoredRowPositions(Map<Origin, Object> stored, Map<Origin, Diagnostic> references, List<Object> shared) {

    StoredRowPositions() {
        this(new HashMap<>(), new HashMap<>(), new ArrayList<>());
    }

    void addAll(StoredRowPositions others) {
        stored.putAll(others.stored);
        references.putAll(others.references);
        shared.addAll(others.shared);
    }

    /** The error about rows that cannot be followed, if something in the source is to blame for the statement. */
    public Optional<Diagnostic> refusal(Origin statement, DiagnosticCode code, Object... arguments) {
        return Optional.ofNullable(references.get(statement))
                .or(() -> Optional.ofNullable(stored.get(statement))
                        .map(position -> Diagnostic.of(code, position, arguments)));
    }
}
