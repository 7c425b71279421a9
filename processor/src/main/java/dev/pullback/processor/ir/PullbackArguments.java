package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the arguments of a call of a pullback are, of records their components.
 *
 * @param call the call
 * @param callee the method whose pullback it is
 */
public record PullbackArguments(Call call, Callee callee) {

    /** The arguments of the method itself. */
    public List<Expression> arguments() {
        return call.arguments().subList(0, callee.independents().size());
    }

    /** What the bars depend on besides the seeds: the arguments that the pullback has a bar for, and the result if it gets it. */
    public List<Expression> independents() {
        List<Expression> result = new ArrayList<>();
        for (int i = 0; i < callee.independents().size(); i++) {
            if (callee.independents().get(i)) {
                result.add(call.arguments().get(i));
            }
        }
        result.addAll(call.arguments().subList(callee.independents().size(), firstSeed()));
        return result;
    }

    /** The adjoint of the result, or those of the outputs, which the pullback overwrites. */
    public List<Expression> seeds() {
        return call.arguments().subList(firstSeed(), firstBar());
    }

    /** The bars: one per array, then the one of the scalars. */
    public List<Place> bars() {
        int end = call.arguments().size() - (callee.rule().isPresent() ? 0 : 1);
        return call.arguments().subList(firstBar(), end).stream()
                .map(Place.class::cast)
                .toList();
    }

    /** What a pullback's pushforward takes in front of the seeds: the method's arguments, and the result if the pullback gets it. */
    public List<Expression> primalArguments() {
        List<Expression> result = new ArrayList<>(PackedCall.arguments(callee, arguments()));
        result.addAll(call.arguments().subList(callee.independents().size(), firstSeed()));
        return result;
    }

    /** All that the pullback writes to. */
    public List<Place> written() {
        List<Place> places = new ArrayList<>();
        if (!callee.outputs().isEmpty()) {
            seeds().forEach(bar -> places.add((Place) bar));
        }
        places.addAll(bars());
        return places;
    }

    /** The vector of the bars of scalars, if there are any. */
    Optional<Variable> scalarBars() {
        List<Place> bars = bars();
        int arrays = 0;
        for (int i = 0; i < callee.independents().size(); i++) {
            boolean isArray = arguments().get(i).type().isArray();
            if (isArray && callee.independents().get(i) && !callee.outputs().contains(i)) {
                arrays++;
            }
        }
        return bars.size() == arrays
                ? Optional.empty()
                : Optional.of(bars.get(arrays).root());
    }

    private int firstSeed() {
        boolean takesResult = callee.rule()
                .flatMap(CustomRule::pullback)
                .filter(CustomRule.Part::takesResult)
                .isPresent();
        return callee.independents().size() + (takesResult ? 1 : 0);
    }

    private int firstBar() {
        return firstSeed() + Math.max(1, callee.outputs().size());
    }
}
