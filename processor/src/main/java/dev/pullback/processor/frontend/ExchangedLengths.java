package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lengths of arrays that take each other's places, as far as they are known where the matrix is made that has them as rows.
 *
 * @param different the length of each array, unless all have the same one
 * @param areChecked whether they are taken to be the same, which is checked when the code runs
 * @param areFollowed whether either holds, or they are known to be the same
 */
record ExchangedLengths(Optional<List<Expression>> different, boolean areChecked, boolean areFollowed) {

    /** The lengths of arguments and arrays that the outermost block makes; of matrices nothing is asked. */
    static ExchangedLengths of(
            Function function,
            List<Variable> arrays,
            java.util.function.Function<Callee, HelperEffects> effects) {
        if (((ArrayType) arrays.get(0).type()).rank() > 1) {
            return new ExchangedLengths(Optional.empty(), true, true);
        }
        KnownLengths known = new KnownLengths(function, effects, fixed(function, arrays), null);
        Set<Expression> lengths = new HashSet<>();
        boolean areKnown = true;
        boolean areChecked = false;
        boolean areFollowed = true;
        for (Variable array : arrays) {
            Optional<Expression> length = known.of(new Read(array));
            length.ifPresent(lengths::add);
            areKnown &= length.isPresent();
            areChecked |= length.isEmpty() && known.dependsOnOthers();
            areFollowed &= length.isPresent() || known.dependsOnOthers();
        }
        if (areKnown && lengths.size() > 1) {
            List<Expression> each = arrays.stream()
                    .map(array -> known.of(new Read(array)).orElseThrow())
                    .toList();
            return new ExchangedLengths(Optional.of(each), false, each.stream().allMatch(KnownLengths::isCheap));
        }
        return new ExchangedLengths(Optional.empty(), areChecked, areFollowed && lengths.size() <= 1);
    }

    /** What keeps its value from where the matrix is made. */
    private static Set<Variable> fixed(Function function, List<Variable> arrays) {
        boolean hasArguments = arrays.stream().anyMatch(function.parameters()::contains);
        return hasArguments
                ? new HashSet<>(function.parameters())
                : KnownLengths.declaredBefore(making(function, arrays).orElseThrow(), function);
    }

    /** The first of the arrays that the outermost block makes. */
    static Optional<Variable> firstMade(Function function, List<Variable> arrays) {
        return making(function, arrays)
                .flatMap(statement -> arrays.stream()
                        .filter(Walk.declarations(Block.of(statement))::contains)
                        .findFirst());
    }

    private static Optional<Statement> making(Function function, List<Variable> arrays) {
        return function.body().statements().stream()
                .filter(s -> Walk.declarations(Block.of(s)).stream().anyMatch(arrays::contains))
                .findFirst();
    }
}
