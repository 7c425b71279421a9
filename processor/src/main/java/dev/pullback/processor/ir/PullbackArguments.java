package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the arguments of a call of a pullback, or of its pushforward, are; of records their components.
 *
 * @param call the call
 * @param pullback what is called
 */
public record PullbackArguments(Call call, CalledPullback pullback) {

    /** The method whose pullback is called. */
    public Callee callee() {
        return pullback.callee();
    }

    /** The arguments of the method itself. */
    public List<Expression> arguments() {
        return call.arguments().subList(0, callee().independents().size());
    }

    /** The arguments of the method, and the result if a rule gets it. */
    public List<Expression> primalArguments() {
        return call.arguments().subList(0, firstSeed());
    }

    /** What the bars depend on besides the seeds: the arguments that the pullback has a bar for, and the result if it gets it. */
    public List<Expression> independents() {
        List<Expression> result = new ArrayList<>();
        for (int i = 0; i < callee().independents().size(); i++) {
            if (callee().independents().get(i)) {
                result.add(call.arguments().get(i));
            }
        }
        result.addAll(call.arguments().subList(callee().independents().size(), firstSeed()));
        return result;
    }

    /** The adjoint of the result, or those of the outputs, which the pullback overwrites. */
    public List<Expression> seeds() {
        return call.arguments().subList(firstSeed(), firstBar());
    }

    /** The bars: one per array, then the one of the scalars. */
    public List<Place> bars() {
        return places(call.arguments().subList(firstBar(), firstBar() + barCount()));
    }

    /** The tangents that a pullback's pushforward takes: of independents, seeds, and bars. */
    public List<Expression> tangents() {
        List<Expression> all = call.arguments();
        boolean takesWorkspace = all.get(all.size() - 1).type().equals(ObjectType.WORKSPACE);
        return all.subList(firstBar() + barCount(), all.size() - (takesWorkspace ? 1 : 0));
    }

    /** Those of them that are read: of independents and seeds. */
    public List<Expression> tangentInputs() {
        List<Expression> tangents = tangents();
        return tangents.isEmpty() ? tangents : tangents.subList(0, tangents.size() - barCount());
    }

    /** All that is written to. */
    public List<Place> written() {
        List<Expression> written = new ArrayList<>(callee().outputs().isEmpty() ? List.of() : seeds());
        written.addAll(bars());
        if (pullback.order() > 1) {
            List<Expression> tangents = tangents();
            written.addAll(tangents.subList(tangents.size() - written.size(), tangents.size()));
        }
        return places(written);
    }

    /** The vector of the bars of scalars, if there are any. */
    Optional<Variable> scalarBars() {
        return hasScalars() ? Optional.of(bars().get(barCount() - 1).root()) : Optional.empty();
    }

    private int firstSeed() {
        boolean takesResult = callee().rule()
                .flatMap(CustomRule::pullback)
                .filter(CustomRule.Part::takesResult)
                .isPresent();
        return callee().independents().size() + (takesResult ? 1 : 0);
    }

    /** To a pullback the adjoints of a record are one vector. */
    private int firstBar() {
        Callee callee = callee();
        int seeds = pullback.order() == 1 || callee.records().result().isEmpty()
                ? Math.max(1, callee.outputs().size())
                : (int) callee.records().result().get().leaves().stream()
                        .filter(leaf -> leaf.variable().type().isDifferentiable())
                        .count();
        return firstSeed() + seeds;
    }

    private int barCount() {
        int arrays = 0;
        for (int i = 0; i < arguments().size(); i++) {
            arrays += hasBar(i) && arguments().get(i).type().isArray() ? 1 : 0;
        }
        return arrays + (hasScalars() ? 1 : 0);
    }

    private boolean hasScalars() {
        for (int i = 0; i < arguments().size(); i++) {
            if (hasBar(i) && !arguments().get(i).type().isArray()) {
                return true;
            }
        }
        return false;
    }

    private boolean hasBar(int argument) {
        return callee().independents().get(argument) && !callee().outputs().contains(argument);
    }

    private static List<Place> places(List<? extends Expression> expressions) {
        return expressions.stream().map(Place.class::cast).toList();
    }
}
