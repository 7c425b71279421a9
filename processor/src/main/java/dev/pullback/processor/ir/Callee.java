package dev.pullback.processor.ir;

import java.util.List;

/**
 * A differentiable method as its callers see it.
 *
 * @param method the primal method
 * @param derivatives canonical name of the generated class, empty for a helper of the class being compiled, or a function of the one being
 *     generated
 * @param independents one entry per parameter: whether the callee's derivatives have a bar for it
 */
public record Callee(MethodRef method, String derivatives, List<Boolean> independents) {

    public Callee {
        independents = List.copyOf(independents);
    }

    /** Whether the callee's body is at hand, in the same class. */
    public boolean isLocal() {
        return derivatives.isEmpty();
    }
}
