package dev.pullback.processor.fuzz;

import java.util.List;

/**
 * A method that random programs may call.
 *
 * @param method the method
 * @param parameters what it expects: lengths of arrays, ranges of ints
 * @param low least value of an int result
 * @param high greatest value of an int result
 */
record Callee(FuzzMethod method, List<Scope.Slot> parameters, int low, int high) {

    /** Whether a call may change an array, so that the order of evaluation shows. */
    boolean writes() {
        return parameters.stream().anyMatch(p -> p.isAssignable() && p.length() > 0);
    }
}
