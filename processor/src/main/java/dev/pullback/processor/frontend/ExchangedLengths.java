package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The lengths of arrays that take each other's places, as far as they are known where the array is made that has them as rows or pages.
 *
 * @param different one list per dimension, with the length of each array, unless all have the same ones
 * @param areChecked whether they are taken to be the same, which is checked when the code runs
 * @param areFollowed whether either holds, or they are known to be the same
 */
record ExchangedLengths(Optional<List<List<Expression>>> different, boolean areChecked, boolean areFollowed) {

    private static final ExchangedLengths SAME = new ExchangedLengths(Optional.empty(), false, true);
    private static final ExchangedLengths CHECKED = new ExchangedLengths(Optional.empty(), true, true);
    private static final ExchangedLengths UNKNOWN = new ExchangedLengths(Optional.empty(), false, false);

    /** The lengths of arguments and arrays that the outermost block makes. */
    static ExchangedLengths of(
            Function function, List<Variable> arrays, java.util.function.Function<Callee, HelperEffects> effects) {
        boolean areVectors = ((ArrayType) arrays.get(0).type()).rank() == 1;
        Set<Variable> fixed = fixed(function, arrays);
        List<List<Expression>> shapes = new ArrayList<>();
        boolean areKnown = true;
        boolean areOfOthers = true;
        for (Variable array : arrays) {
            // What is assigned later does not matter yet.
            KnownLengths known = new KnownLengths(upTo(array, function), effects, fixed, List.of());
            Optional<List<Expression>> shape = known.shape(array);
            shape.ifPresent(shapes::add);
            areKnown &= shape.isPresent();
            areOfOthers &= shape.isPresent() || known.dependsOnOthers();
        }
        boolean areSame = shapes.stream().distinct().count() <= 1;
        if (!areKnown) {
            return !areVectors || areSame && areOfOthers ? CHECKED : UNKNOWN;
        } else if (areSame) {
            return SAME;
        }
        List<List<Expression>> byDimension = IntStream.range(0, shapes.get(0).size())
                .mapToObj(dimension ->
                        shapes.stream().map(shape -> shape.get(dimension)).toList())
                .toList();
        boolean areCheap = shapes.stream().flatMap(List::stream).allMatch(KnownLengths::isCheap);
        return areCheap ? new ExchangedLengths(Optional.of(byDimension), false, true) : areVectors ? UNKNOWN : CHECKED;
    }

    /** The function up to the statement of its outermost block that makes the array. */
    private static Function upTo(Variable array, Function function) {
        List<Statement> statements = function.body().statements();
        int end = 0;
        for (int i = 0; i < statements.size(); i++) {
            if (Walk.declarations(Block.of(statements.get(i))).contains(array)) {
                end = i + 1;
            }
        }
        return function.withBody(new Block(statements.subList(0, end)));
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
