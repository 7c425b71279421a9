package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which array variables may still be used behind a statement, for the array that they mean there. */
final class ArrayLives {
    private final Set<Variable> jumps;
    private final Map<Statement, Set<Variable>> behind = new IdentityHashMap<>();
    private final Map<Variable, Set<Variable>> behindJump = new HashMap<>();

    /**
     * For the body of a function.
     *
     * @param jumps the flags that stand for jumps
     */
    ArrayLives(Function function, Set<Variable> jumps) {
        this.jumps = jumps;
        before(function.body(), Set.of());
    }

    /** Whether a variable may be used behind a statement before it is defined anew. */
    boolean isUsedBehind(Statement statement, Variable array) {
        return behind.getOrDefault(statement, Set.of()).contains(array);
    }

    /** The array variable that a statement gives an array, also the result of a call; or null. */
    static @Nullable Variable defined(Statement statement) {
        Variable variable = ReferenceGroup.defined(statement);
        if (variable != null) {
            return variable;
        } else if (statement instanceof Invoke invoke) {
            return invoke.result();
        }
        return statement instanceof Perform perform ? perform.result() : null;
    }

    private Set<Variable> before(Block block, Set<Variable> after) {
        List<Statement> statements = block.statements();
        statements.forEach(s -> {
            if (s instanceof Declare flag && jumps.contains(flag.variable())) {
                behindJump.put(flag.variable(), after);
            }
        });
        Set<Variable> live = new HashSet<>(after);
        for (int i = statements.size() - 1; i >= 0; i--) {
            Statement statement = statements.get(i);
            behind.computeIfAbsent(statement, s -> new HashSet<>()).addAll(live);
            live = before(statement, live);
        }
        return live;
    }

    private Set<Variable> before(Statement statement, Set<Variable> after) {
        Set<Variable> live = new HashSet<>(after);
        Variable jump = jump(statement);
        if (jump != null) {
            live.addAll(behindJump.getOrDefault(jump, Set.of()));
        }
        List<Block> blocks = Walk.blocks(statement);
        if (statement instanceof If) {
            live.clear();
            blocks.forEach(block -> live.addAll(before(block, after)));
        } else if (!blocks.isEmpty()) {
            addUses(statement, live);
            int size;
            do {
                size = live.size();
                blocks.forEach(block -> live.addAll(before(block, Set.copyOf(live))));
            } while (live.size() > size);
        }
        Variable defined = defined(statement);
        if (defined != null) {
            live.remove(defined);
        }
        addUses(statement, live);
        return live;
    }

    /** The flag that a statement sets, if that is a jump. */
    private @Nullable Variable jump(Statement statement) {
        return statement instanceof Assign assign
                        && assign.target() instanceof Read flag
                        && jumps.contains(flag.variable())
                ? flag.variable()
                : null;
    }

    private static void addUses(Statement statement, Set<Variable> live) {
        Walk.inputs(statement)
                .forEach(input -> Walk.reads(input).stream()
                        .filter(variable -> variable.type().isArray())
                        .forEach(live::add));
    }
}
