package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import java.util.HashMap;
import java.util.Map;

/** Puts places where variables are read or assigned; a subclass takes the statements that define the variables. */
class Substitution extends IrRewriter {
    private final Map<Variable, Place> places = new HashMap<>();

    /** Puts {@code place} where {@code variable} stands. */
    final void replace(Variable variable, Place place) {
        places.put(variable, place);
    }

    @Override
    public final Expression rewrite(Expression expression) {
        Place place = expression instanceof Read read ? places.get(read.variable()) : null;
        return place == null ? rewriteChildren(expression) : place;
    }
}
