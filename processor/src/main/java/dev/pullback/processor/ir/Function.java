package dev.pullback.processor.ir;

import java.util.List;

/**
 * A method in the representation: the primal, or one of its derivatives.
 *
 * @param name the method's name
 * @param parameters in declared order
 * @param returnType the result type
 * @param body in normal form it ends with its only {@link Return}
 */
public record Function(String name, List<Variable> parameters, IrType returnType, Block body) {

    public Function {
        parameters = List.copyOf(parameters);
    }

    /** This function with another body. */
    public Function withBody(Block newBody) {
        return new Function(name, parameters, returnType, newBody);
    }
}
