package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which array variables may mean one array, or parts of one, wherever a statement stands. What is asked of a statement is asked with all
 * that may have happened before it, along whatever way.
 */
final class ArrayNames {

    /** What is told of each statement, perhaps several times. */
    interface Visitor {
        void visit(Statement statement, Names before);
    }

    /** Pairs of variables. */
    static final class Names {
        private final Map<Variable, Set<Variable>> others = new HashMap<>();

        /** The other variables that may share memory with an array. */
        Set<Variable> of(Variable array) {
            return others.getOrDefault(array, Set.of());
        }

        private Names copy() {
            Names result = new Names();
            result.add(this);
            return result;
        }

        private boolean add(Names names) {
            boolean[] changed = {false};
            names.others.forEach((variable, set) -> changed[0] |=
                    others.computeIfAbsent(variable, v -> new HashSet<>()).addAll(set));
            return changed[0];
        }

        private void join(Variable first, Variable second) {
            if (first != second) {
                others.computeIfAbsent(first, v -> new HashSet<>()).add(second);
                others.computeIfAbsent(second, v -> new HashSet<>()).add(first);
            }
        }

        private void forget(Variable array) {
            others.remove(array);
            others.values().forEach(set -> set.remove(array));
        }

        private void define(Variable array, Variable source) {
            Set<Variable> shared = new HashSet<>(of(source));
            if (array != source) {
                forget(array);
            }
            shared.forEach(other -> join(array, other));
            join(array, source);
        }
    }

    private final java.util.function.Function<Callee, HelperEffects> effects;
    private final Set<Variable> jumps;
    private final Visitor visitor;
    private final Map<Variable, Names> atJump = new HashMap<>();

    private ArrayNames(
            java.util.function.Function<Callee, HelperEffects> effects, Set<Variable> jumps, Visitor visitor) {
        this.effects = effects;
        this.jumps = jumps;
        this.visitor = visitor;
    }

    /** Follows the statements of a function, whose arguments may be one array. */
    static void follow(
            Function function,
            java.util.function.Function<Callee, HelperEffects> effects,
            Set<Variable> jumps,
            Visitor visitor) {
        Names names = new Names();
        List<Variable> arguments = function.parameters().stream()
                .filter(parameter -> parameter.type().isArray())
                .toList();
        arguments.forEach(first -> arguments.forEach(second -> names.join(first, second)));
        new ArrayNames(effects, jumps, visitor).follow(function.body(), names);
    }

    private void follow(Block block, Names names) {
        block.statements().forEach(statement -> follow(statement, names));
        for (Statement statement : block.statements()) {
            if (statement instanceof Declare flag) {
                names.add(atJump.getOrDefault(flag.variable(), new Names()));
            }
        }
    }

    private void follow(Statement statement, Names names) {
        visitor.visit(statement, names);
        List<Block> blocks = Walk.blocks(statement);
        if (statement instanceof If) {
            Names before = names.copy();
            names.others.clear();
            for (Block block : blocks) {
                Names branch = before.copy();
                follow(block, branch);
                names.add(branch);
            }
        } else if (!blocks.isEmpty()) {
            boolean changes = true;
            while (changes) {
                Names iteration = names.copy();
                blocks.forEach(block -> follow(block, iteration));
                changes = names.add(iteration);
            }
        } else {
            define(statement, names);
        }
    }

    private void define(Statement statement, Names names) {
        Variable defined = ArrayLives.defined(statement);
        Place source = ReferenceGroup.source(statement);
        if (statement instanceof Assign assign
                && assign.target() instanceof Read flag
                && jumps.contains(flag.variable())) {
            atJump.computeIfAbsent(flag.variable(), f -> new Names()).add(names);
        } else if (defined != null && source != null) {
            names.define(defined, source.root());
        } else if (statement instanceof Invoke invoke && defined != null) {
            names.forget(defined);
            effects.apply(invoke.callee())
                    .returned()
                    .ifPresent(index ->
                            names.define(defined, ((Place) invoke.arguments().get(index)).root()));
        } else if (defined != null) {
            names.forget(defined);
        } else if (statement instanceof Assign store
                && store.target() instanceof ArrayRead target
                && store.value() instanceof Place row
                && row.type().isArray()) {
            names.of(row.root()).forEach(other -> names.join(target.root(), other));
            names.join(target.root(), row.root());
        }
    }

    /** The variables through which a statement may write elements. */
    static Set<Variable> written(Statement statement, java.util.function.Function<Callee, HelperEffects> effects) {
        Set<Variable> result = new HashSet<>();
        if (statement instanceof Assign assign && assign.target() instanceof ArrayRead target) {
            result.add(target.root());
        } else if (statement instanceof Increment increment && increment.target() instanceof ArrayRead target) {
            result.add(target.root());
        } else if (statement instanceof Invoke invoke) {
            effects.apply(invoke.callee())
                    .written()
                    .forEach(index -> result.add(((Place) invoke.arguments().get(index)).root()));
        } else if (statement instanceof CallStatement) {
            Walk.inputs(statement).forEach(input -> result.addAll(Walk.reads(input)));
        }
        return result;
    }
}
