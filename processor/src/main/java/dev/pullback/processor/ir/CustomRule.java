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
 * @param third the pushforward of that, if there is one
 * @param series the series of the bars that the pullback adds to, if there are any
 * @param advice what to do if something is missing
 */
public record CustomRule(
        Optional<Part> pullback,
        Optional<Part> pushforward,
        Optional<Part> second,
        Optional<Part> third,
        Optional<Part> series,
        Advice advice) {

    /**
     * What to do if something is missing, for messages.
     *
     * @param second if there is no pushforward of the pullback
     * @param third if there is none of that
     * @param series why there are no series, behind the name of the method
     */
    public record Advice(String second, String third, String series) {
        private static final Advice NONE = new Advice("", "", "");
    }

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
        return asCallee(pullback.orElseThrow(), independents, second, third);
    }

    /** The pushforward as a method that is differentiated: by the primal's independents, the result, and the tangents. */
    public Callee pushforwardAsCallee(List<Boolean> independents) {
        return asCallee(pushforward.orElseThrow(), independents, second, Optional.empty());
    }

    /** A rule, with its own pushforward and the pushforward of that. */
    private static Callee asCallee(Part part, List<Boolean> independents, Optional<Part> first, Optional<Part> next) {
        List<IrType> types = part.method().parameterTypes();
        List<Boolean> own = new ArrayList<>(independents);
        types.subList(own.size(), types.size()).forEach(type -> own.add(type.isDifferentiable()));
        CustomRule rule =
                new CustomRule(Optional.empty(), first, next, Optional.empty(), Optional.empty(), Advice.NONE);
        return new Callee(part.method(), rule, own);
    }
}
