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

    /** What the bars depend on besides the seed: the arguments that the pullback has a bar for, and the result if it gets it. */
    public List<Expression> independents() {
        List<Expression> result = new ArrayList<>();
        for (int i = 0; i < callee.independents().size(); i++) {
            if (callee.independents().get(i)) {
                result.add(call.arguments().get(i));
            }
        }
        result.addAll(call.arguments().subList(callee.independents().size(), seedIndex()));
        return result;
    }

    /** The adjoint of the result. */
    public Expression seed() {
        return call.arguments().get(seedIndex());
    }

    /** The bars: one per array, then the one of the scalars. */
    public List<Place> bars() {
        int end = call.arguments().size() - (callee.rule().isPresent() ? 0 : 1);
        return call.arguments().subList(seedIndex() + 1, end).stream()
                .map(Place.class::cast)
                .toList();
    }

    /** The position of the adjoint of the result. */
    public int seedIndex() {
        boolean takesResult = callee.rule()
                .flatMap(CustomRule::pullback)
                .filter(CustomRule.Part::takesResult)
                .isPresent();
        return callee.independents().size() + (takesResult ? 1 : 0);
    }
}
