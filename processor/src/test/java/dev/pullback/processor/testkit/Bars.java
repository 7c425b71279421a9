package dev.pullback.processor.testkit;

import java.util.ArrayList;
import java.util.List;

/** Bars as the generated methods take them: one per array, then one vector for all scalars. */
public final class Bars {
    private final Arguments typed;
    private final double[] scalars;

    /** The bars of these arguments' independents, with the flat content {@code initial}. */
    public Bars(Arguments arguments, double[] initial) {
        typed = arguments.apart().withFlat(initial);
        // The scalars keep their precision: only arrays are of the independents' type.
        scalars = new double
                [(int) typed.independents().stream()
                        .filter(Number.class::isInstance)
                        .count()];
        int entry = 0;
        int scalar = 0;
        for (Object bar : typed.independents()) {
            if (bar instanceof Number) {
                scalars[scalar++] = initial[entry];
            }
            entry += Arguments.flatten(List.of(bar)).length;
        }
    }

    /** The arrays to hand over. */
    public List<Object> values() {
        List<Object> values = new ArrayList<>();
        typed.independents().stream().filter(bar -> !(bar instanceof Number)).forEach(values::add);
        if (scalars.length > 0) {
            values.add(scalars);
        }
        return values;
    }

    /** Their content, flat. */
    public double[] flat() {
        List<Object> bars = new ArrayList<>(typed.independents());
        int next = 0;
        for (int i = 0; i < bars.size(); i++) {
            if (bars.get(i) instanceof Number) {
                bars.set(i, scalars[next++]);
            }
        }
        return Arguments.flatten(bars);
    }
}
