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

    /** The parameter that bounds the recursion of a method that may call itself: it gets smaller with each call. */
    static final String DEPTH = "depth";

    /** Its greatest value. */
    static final int MOST_DEPTH = 3;

    /** Whether a call may change an array, so that the order of evaluation shows. */
    boolean writes() {
        return parameters.stream().anyMatch(p -> p.isAssignable() && p.length() > 0);
    }
}
