package dev.pullback.processor.normalize;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Variable;
import java.util.LinkedHashSet;
import java.util.Set;

/** The passes that lead to normal form, in order. */
public final class NormalForm {

    private NormalForm() {}

    /**
     * The function with exactly one return, as its last statement, and without jumps.
     *
     * @param jumps flags of the function whose setting means: control goes to the end of the block that declares the flag
     */
    public static Function of(Function function, Set<Variable> jumps) {
        Set<Variable> allJumps = new LinkedHashSet<>(jumps);
        Function merged = MergeReturns.apply(function, allJumps);
        Function structured = StructureJumps.apply(merged, allJumps);
        return InitializeVariables.apply(structured);
    }
}
