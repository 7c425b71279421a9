package dev.pullback.processor.transform.taylor;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import java.util.HashMap;
import java.util.Map;

/** The series that stand beside the active values: an array for a number, one dimension more for an array. */
final class SeriesOf {
    private static final ArrayType SERIES = new ArrayType(PrimitiveType.DOUBLE);
    private static final int DIMENSIONS = 3;

    private final ActivityResult activity;
    private final Map<Variable, Variable> series = new HashMap<>();

    SeriesOf(ActivityResult activity) {
        this.activity = activity;
    }

    /** A new series for a value that is no variable. */
    static Variable temporary(String name) {
        return Variable.temporary(name, SERIES);
    }

    /** A new variable for the series of a value. */
    Variable typed(String name, IrType value) {
        return Variable.temporary(name, type(name, value));
    }

    /** Makes a variable of the transform's own active. */
    void use(Variable variable, Variable itsSeries) {
        series.put(variable, itsSeries);
    }

    boolean isActive(Variable variable) {
        return series.containsKey(variable) || activity.isActive(variable);
    }

    boolean isActive(Place place) {
        return isActive(place.root());
    }

    /** Whether the series of a call's result is more than a constant. */
    boolean reaches(Invoke call) {
        return activity.reaches(call);
    }

    Variable of(Variable variable) {
        return series.computeIfAbsent(variable, v -> Variable.temporary(v.name() + "Series", type(v.name(), v.type())));
    }

    Place of(Place place) {
        return place instanceof ArrayRead element
                ? new ArrayRead(of(element.array()), element.index())
                : new Read(of(((Read) place).variable()));
    }

    /** Refuses what is computed in single precision. */
    static void requireDouble(String what, IrType type) {
        IrType scalar = type instanceof ArrayType array ? array.scalar() : type;
        if (scalar != PrimitiveType.DOUBLE) {
            throw new NoSeries(what + " is computed in single precision");
        }
    }

    private static ArrayType type(String name, IrType type) {
        requireDouble("'" + name + "'", type);
        if (!(type instanceof ArrayType array)) {
            return SERIES;
        }
        if (array.rank() + 1 > DIMENSIONS) {
            throw new NoSeries("'" + name + "' has more than two dimensions");
        }
        return new ArrayType(array);
    }
}
