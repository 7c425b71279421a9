package dev.pullback.processor.request;

import dev.pullback.annotations.Derivative;
import dev.pullback.processor.ir.PrimalMethod;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/**
 * One annotated method and what is asked of it.
 *
 * @param method the annotated method
 * @param primal its signature, with the independents chosen
 * @param fields the fields of the receiver that are independents
 * @param derivatives the derivatives asked for besides the default ones
 */
public record DifferentiationRequest(
        ExecutableElement method, PrimalMethod primal, List<OwnFields.Field> fields, Set<Derivative> derivatives) {

    /** Whether the method is the derivative of another one itself. */
    public boolean isRule() {
        return RuleSignature.isRule(method);
    }

    public DifferentiationRequest {
        fields = List.copyOf(fields);
        derivatives = Set.copyOf(derivatives);
    }
}
