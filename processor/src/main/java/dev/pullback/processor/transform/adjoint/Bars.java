package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import java.util.HashMap;
import java.util.Map;

/** The adjoint variable of each active variable. An array's adjoint mirrors the array, element by element. */
final class Bars {
    private final Map<Variable, Variable> bars = new HashMap<>();

    /** The adjoint variable of {@code variable}. */
    Variable of(Variable variable) {
        return bars.computeIfAbsent(variable, v -> Variable.temporary(v.name() + "Bar", v.type()));
    }

    /** The place of the adjoint of {@code place}. */
    Place of(Place place) {
        if (place instanceof ArrayRead element) {
            return new ArrayRead(of(element.array()), element.index());
        }
        return new Read(of(((Read) place).variable()));
    }

    /** Makes {@code bar} the adjoint of {@code variable}; returns what it was. */
    Variable replace(Variable variable, Variable bar) {
        Variable before = of(variable);
        bars.put(variable, bar);
        return before;
    }
}
