package dev.pullback.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * A call of a gradient that is generated.
 *
 * @param choice the method that it is the gradient of
 * @param independents the parameters that the method is differentiated with respect to
 * @param intoBars whether it overwrites bars and returns the value of the method
 */
record GeneratedGradient(OverloadResolver.Choice choice, List<VariableElement> independents, boolean intoBars) {

    GeneratedGradient {
        independents = List.copyOf(independents);
    }

    String name() {
        return choice.method().getSimpleName().toString();
    }

    /** Whether the result is an object with one accessor for each independent. */
    boolean isObject() {
        return !intoBars && independents.size() > 1 && !arrays().isEmpty();
    }

    /** The independents that have a bar of their own. */
    List<VariableElement> arrays() {
        return independents.stream().filter(GeneratedGradient::isArray).toList();
    }

    /** The independents that share a bar. */
    List<VariableElement> scalars() {
        List<VariableElement> scalars = new ArrayList<>(independents);
        scalars.removeAll(arrays());
        return scalars;
    }

    /** How many bars follow the arguments of the method. */
    int barCount() {
        return !intoBars ? 0 : arrays().size() + (scalars().isEmpty() ? 0 : 1);
    }

    private static boolean isArray(VariableElement independent) {
        return independent.asType().getKind() == TypeKind.ARRAY;
    }
}
