package dev.pullback.processor.codegen;

import dev.pullback.processor.ir.Function;
import java.util.Optional;

/**
 * How the pattern of a Jacobian or Hessian is found.
 *
 * @param function computes it from sizes and passive arguments; empty if it is detected at a point
 * @param reason why it is detected, as the end of a sentence
 */
public record PatternCode(Optional<Function> function, String reason) {

    /** A pattern that holds for all values of the independents. */
    public static PatternCode of(Function function) {
        return new PatternCode(Optional.of(function), "");
    }

    /** A pattern that holds where the method takes the branches that it takes at the point. */
    public static PatternCode detected(String reason) {
        return new PatternCode(Optional.empty(), reason);
    }
}
