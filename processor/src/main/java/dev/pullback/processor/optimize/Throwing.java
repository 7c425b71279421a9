package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.analysis.ThrowingExpressions;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Computations that may throw, and so must not disappear from a forward sweep even if nobody reads their result. */
public final class Throwing {
    private Throwing() {}

    /** The variables of {@code primal} that nobody needs but whose computation may throw; arrays by root. */
    public static Set<Variable> deadVariables(Function primal) {
        ArrayRoots roots = new ArrayRoots(primal);
        Set<Statement> live = Collections.newSetFromMap(new IdentityHashMap<>());
        Walk.statements(RemoveDeadCode.apply(primal).body(), live::add);
        Set<Variable> result = new HashSet<>();
        Walk.statements(primal.body(), s -> {
            if (!live.contains(s) && (mayThrow(s) || measures(s, primal.parameters(), roots))) {
                defined(s, roots).ifPresent(result::add);
            }
        });
        return result;
    }

    private static Optional<Variable> defined(Statement statement, ArrayRoots roots) {
        if (statement instanceof Declare d) {
            return Optional.of(d.variable());
        } else if (statement instanceof Invoke i) {
            return Optional.ofNullable(i.result());
        }
        return Optional.ofNullable(Effects.target(statement)).map(roots::root);
    }

    private static boolean mayThrow(Statement statement) {
        return statement instanceof Invoke || Walk.inputs(statement).stream().anyMatch(ThrowingExpressions::mayThrow);
    }

    /** Whether a statement asks for the length of an argument, which may be null. */
    private static boolean measures(Statement statement, List<Variable> parameters, ArrayRoots roots) {
        boolean[] found = {false};
        Walk.inputs(statement)
                .forEach(input -> Walk.expressions(
                        input,
                        e -> found[0] |= e instanceof Length length
                                && length.array() instanceof Place array
                                && parameters.contains(roots.root(array))));
        return found[0];
    }
}
