package dev.pullback.processor.rules;

import dev.pullback.processor.ir.Expression;
import java.util.List;

/**
 * The product of a seed with one partial derivative of an operation. The adjoint transform passes the result's adjoint as
 * seed, the tangent transform the argument's tangent: the product is linear in the seed, so one template serves both.
 */
@FunctionalInterface
public interface Partial {

    /**
     * Builds {@code seed * d(result)/d(argument)}.
     *
     * @param seed the adjoint or tangent to multiply with
     * @param arguments the operation's arguments, cheap to repeat
     * @param result the operation's value, cheap to repeat
     */
    Expression times(Expression seed, List<Expression> arguments, Expression result);
}
