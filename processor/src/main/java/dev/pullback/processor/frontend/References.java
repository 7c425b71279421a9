package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Variable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves array variables that are assigned again. The stages behind the frontend take an array variable for one array for
 * its whole life; here a reference becomes an index, which they reverse like any integer, or a copy of an array that is at its
 * end. What fits none of these forms is rejected.
 */
final class References {

    /** Resolves one group, or leaves it to the next form. */
    private interface Form {
        Optional<Function> resolve(Function function, ReferenceGroup group);
    }

    private final List<Form> forms;
    private final Set<Variable> jumps;
    private final java.util.function.Function<Variable, Unsupported> rejection;

    /**
     * For the bodies of one method.
     *
     * @param effects what a call means for arrays
     * @param isHelper whether the caller's arguments may be the same array without a check
     * @param jumps the flags that stand for jumps
     * @param rejection the error about a variable
     */
    References(
            java.util.function.Function<Callee, HelperEffects> effects,
            boolean isHelper,
            Set<Variable> jumps,
            java.util.function.Function<Variable, Unsupported> rejection) {
        this.forms = List.of(
                (function, group) -> RowCursors.resolve(function, group, effects),
                (function, group) -> ChosenArrays.resolve(function, group, jumps),
                (function, group) -> MovedArrays.resolve(function, group, effects),
                (function, group) -> ExchangedArrays.resolve(function, group, effects, isHelper),
                (function, group) -> MovedArrays.resolveLengths(function, group, effects),
                (function, group) -> OwnArrays.resolve(function, group, effects, jumps));
        this.jumps = jumps;
        this.rejection = rejection;
    }

    /** The function in which every array variable means one array. */
    Function resolve(Function lowered) {
        Function separate = SeparateLives.apply(ReferenceGroup.withOwnParameters(lowered));
        Function function = ReferenceGroup.withoutIdleDefinitions(PassingNames.apply(separate, jumps));
        Optional<ReferenceGroup> group = ReferenceGroup.first(function);
        while (group.isPresent()) {
            function = resolve(function, group.get());
            group = ReferenceGroup.first(function);
        }
        return function;
    }

    private Function resolve(Function function, ReferenceGroup group) {
        return forms.stream()
                .flatMap(form -> form.resolve(function, group).stream())
                .findFirst()
                .orElseThrow(() -> rejection.apply(group.assigned()));
    }
}
