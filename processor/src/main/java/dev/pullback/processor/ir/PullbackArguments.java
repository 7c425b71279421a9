package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * What the arguments of a call of a pullback are.
 *
 * @param call the call
 * @param callee the method whose pullback it is
 */
public record PullbackArguments(Call call, Callee callee) {

    /** The arguments of the primal. */
    public List<Expression> primal() {
        return call.arguments().subList(0, callee.independents().size());
    }

    /** Those that the pullback has a bar for. */
    public List<Expression> independents() {
        List<Expression> result = new ArrayList<>();
        for (int i = 0; i < callee.independents().size(); i++) {
            if (callee.independents().get(i)) {
                result.add(call.arguments().get(i));
            }
        }
        return result;
    }

    /** The adjoint of the result. */
    public Expression seed() {
        return call.arguments().get(callee.independents().size());
    }

    /** The bars: one per array, then the one of the scalars. */
    public List<Place> bars() {
        return call
                .arguments()
                .subList(callee.independents().size() + 1, call.arguments().size() - 1)
                .stream()
                .map(Place.class::cast)
                .toList();
    }
}
