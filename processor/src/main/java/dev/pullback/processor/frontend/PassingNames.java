package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names that an array has for a while, as in {@code double[] before = state; .. state = next;}: where the first name keeps its meaning as
 * long as the second one is used, the first one does for both.
 */
final class PassingNames extends Substitution {
    private final Variable name;

    private PassingNames(Variable name, Read array) {
        this.name = name;
        replace(name, array);
    }

    /** The function without such names. */
    static Function apply(Function lowered, Set<Variable> jumps) {
        Function function = lowered;
        Optional<Declare> passing = first(function, jumps);
        while (passing.isPresent()) {
            PassingNames names = new PassingNames(
                    passing.get().variable(), (Read) passing.get().value());
            function = function.withBody(names.rewrite(function.body()));
            passing = first(function, jumps);
        }
        return function;
    }

    private static Optional<Declare> first(Function function, Set<Variable> jumps) {
        Set<Variable> assigned = ReferenceGroup.assigned(function);
        if (assigned.isEmpty()) {
            return Optional.empty();
        }
        ArrayLives lives = new ArrayLives(function, jumps);
        List<Declare> result = new ArrayList<>();
        Walk.statements(function.body(), s -> {
            if (result.isEmpty()
                    && s instanceof Declare declare
                    && ReferenceGroup.source(s) instanceof Read array
                    && assigned.contains(array.variable())
                    && !assigned.contains(declare.variable())
                    && keepsMeaning(array.variable(), declare.variable(), function, lives)) {
                result.add(declare);
            }
        });
        return result.stream().findFirst();
    }

    /** Whether the array's variable is not assigned where the name is still used. */
    private static boolean keepsMeaning(Variable array, Variable name, Function function, ArrayLives lives) {
        boolean[] keeps = {true};
        Walk.statements(function.body(), s -> {
            keeps[0] &= ArrayLives.defined(s) != array || !lives.isUsedBehind(s, name);
        });
        return keeps[0];
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        if (ReferenceGroup.defined(statement) != name) {
            super.rewrite(statement, out);
        }
    }
}
