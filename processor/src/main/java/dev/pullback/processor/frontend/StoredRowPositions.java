package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a body says something about the rows of matrices, for messages.
 *
 * @param stored by the origin of the statement: what makes a matrix without rows, or stores one
 * @param shared the clones of matrices, which have the rows of others
 */
record StoredRowPositions(Map<Origin, Object> stored, List<Object> shared) {

    StoredRowPositions() {
        this(new HashMap<>(), new ArrayList<>());
    }

    void addAll(StoredRowPositions others) {
        stored.putAll(others.stored);
        shared.addAll(others.shared);
    }
}
