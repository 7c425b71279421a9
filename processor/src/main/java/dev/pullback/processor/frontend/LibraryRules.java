package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.MethodRef;
import java.util.Optional;

/** What lowering has to know about the calculus. */
public interface LibraryRules {

    /** Whether a library method can be differentiated. */
    boolean hasRule(MethodRef method);

    /** A method that overwrites an array, as its callers see it, if its pullback is known. */
    Optional<Callee> overwriting(MethodRef method);

    /** Why a method without a rule has none, if there is more to say. */
    Optional<String> reasonAgainst(MethodRef method);
}
