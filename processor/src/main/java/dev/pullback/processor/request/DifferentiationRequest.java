package dev.pullback.processor.request;

import dev.pullback.annotations.Derivative;
import dev.pullback.processor.ir.PrimalMethod;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/**
 * One annotated method and what is asked of it.
 *
 * @param method the annotated method
 * @param primal its signature, with the independents chosen
 * @param derivatives the derivatives asked for besides the default ones
 */
public record DifferentiationRequest(ExecutableElement method, PrimalMethod primal, Set<Derivative> derivatives) {

    public DifferentiationRequest {
        derivatives = Set.copyOf(derivatives);
    }
}
