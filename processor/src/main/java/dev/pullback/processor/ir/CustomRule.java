package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The derivative of a method as a user wrote it.
 *
 * @param pullback adds to the bars; for a single scalar independent it returns what to add
 * @param pushforward returns the directional derivative, if there is such a rule
 */
public record CustomRule(Part pullback, Optional<Part> pushforward) {

    /**
     * One of the two.
     *
     * @param method the rule
     * @param takesResult whether the primal's result comes after its arguments
     */
    public record Part(MethodRef method, boolean takesResult) {

        /** The arguments of a call up to seed or tangents. */
        public List<Expression> arguments(Invoke primal) {
            List<Expression> arguments = new ArrayList<>(primal.arguments());
            if (takesResult) {
                arguments.add(new Read(primal.variable()));
            }
            return arguments;
        }
    }
}
