package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The derivative of a method as a user wrote it.
 *
 * @param pullback adds to the bars; for a single scalar independent it returns what to add. Nothing for a pullback that is called as
 *     a method of its own
 * @param pushforward returns the directional derivative, if there is such a rule
 * @param second the pushforward of the pullback, if there is one
 * @param withoutSecond what to do if there is none, for messages
 */
public record CustomRule(
        Optional<Part> pullback, Optional<Part> pushforward, Optional<Part> second, String withoutSecond) {

    /**
     * One of them.
     *
     * @param method the rule
     * @param takesResult whether the primal's result comes after its arguments
     * @param takesWorkspace whether the last parameter is a workspace, as of generated code
     */
    public record Part(MethodRef method, boolean takesResult, boolean takesWorkspace) {

        /** The arguments of a call up to seed or tangents. */
        public List<Expression> arguments(Invoke primal) {
            List<Expression> arguments = new ArrayList<>(primal.arguments());
            if (takesResult) {
                arguments.add(new Read(primal.variable()));
            }
            return arguments;
        }
    }

    /** Whether the pullback returns its bar, so that it is a function like others. */
    public boolean returnsBar() {
        return pullback.isPresent() && pullback.get().method().returnType() != PrimitiveType.VOID;
    }

    /** The pullback as a method that is differentiated: its independents are those of the primal, the result and the seed. */
    public Callee pullbackAsCallee(List<Boolean> independents) {
        Part part = pullback.orElseThrow();
        List<Boolean> own = new ArrayList<>(independents);
        while (own.size() < part.method().parameterTypes().size()) {
            own.add(true);
        }
        return new Callee(part.method(), new CustomRule(Optional.empty(), second, Optional.empty(), ""), own);
    }
}
