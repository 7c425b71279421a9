package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.analysis.ThrowingExpressions;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Pop;
import dev.pullback.processor.ir.Push;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.TapeSlot;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Decides where the values on the tape live: a value recorded once per run of its block in a local variable, one recorded in
 * counted loops of fixed trip counts in an array of exact size, any other on a growable stack.
 */
public final class TapeLayout {

    /** The ways to keep a slot's values. */
    public enum Kind {
        LOCAL,
        EXACT,
        STACK
    }

    /**
     * The home of one slot.
     *
     * @param kind how the values are kept
     * @param loops the forward loops between the home block and the push, from the outermost; their reverse counterparts
     *     hold the pop
     * @param popLoops the loops between the home block and the pop
     * @param ownBlock whether the push stands in the home block itself
     * @param isNested whether the push stands in a loop inside the outermost of the loops, so that the tape's size is a product
     *     of trip counts
     */
    public record Home(
            Kind kind, List<CountedLoop> loops, List<CountedLoop> popLoops, boolean ownBlock, boolean isNested) {}

    /** A position: the statement of the home block, the loops below it. */
    private record Path(int statement, List<CountedLoop> loops, boolean inWhile, boolean direct) {}

    private final Effects effects;
    private final Map<Variable, Expression> values = new HashMap<>();
    private final Map<TapeSlot, Home> homes = new LinkedHashMap<>();
    private final Map<Block, Map<Integer, List<TapeSlot>>> declarations = new IdentityHashMap<>();

    private TapeLayout(Function function) {
        this.effects = new Effects(new ArrayRoots(function));
        Set<Variable> written = effects.written(function.body());
        Set<Variable> redeclared = new HashSet<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Declare d && d.initial() != null && !written.contains(d.variable())) {
                Expression before = values.put(d.variable(), d.initial());
                if (before != null && !before.equals(d.initial())) {
                    redeclared.add(d.variable());
                }
            }
        });
        values.keySet().removeAll(redeclared);
        visit(function.body());
    }

    /** Lays out all slots of {@code function}. */
    public static TapeLayout of(Function function) {
        return new TapeLayout(function);
    }

    /** Where the values of each slot are kept. */
    public Map<TapeSlot, Home> homes() {
        return homes;
    }

    /** The home of a slot. */
    Home home(TapeSlot slot) {
        return Objects.requireNonNull(homes.get(slot), "popped where it was not pushed");
    }

    /** The slots to declare in front of a block's statement; blocks are told apart by identity of their content. */
    List<TapeSlot> declaredBefore(Block block, int statement) {
        return declarations.getOrDefault(block, Map.of()).getOrDefault(statement, List.of());
    }

    private void visit(Block block) {
        Map<TapeSlot, Path> pushes = new LinkedHashMap<>();
        Map<TapeSlot, Path> pops = new HashMap<>();
        for (int i = 0; i < block.statements().size(); i++) {
            locate(block.statements().get(i), new Path(i, List.of(), false, true), pushes, pops);
        }
        pushes.forEach((slot, push) -> {
            Path pop = pops.get(slot);
            if (pop != null && pop.statement() != push.statement()) {
                homes.put(slot, home(block, push, pop));
                declarations
                        .computeIfAbsent(block, b -> new HashMap<>())
                        .computeIfAbsent(push.statement(), i -> new ArrayList<>())
                        .add(slot);
            }
        });
        block.statements().forEach(s -> Walk.blocks(s).forEach(this::visit));
    }

    private static void locate(Statement statement, Path path, Map<TapeSlot, Path> pushes, Map<TapeSlot, Path> pops) {
        if (statement instanceof Push push) {
            if (push.slot().checkpoints() == null) {
                pushes.put(push.slot(), path);
            }
        } else if (statement instanceof Pop pop) {
            pops.put(pop.slot(), path);
        } else {
            Path inner = inside(statement, path);
            Walk.blocks(statement).forEach(b -> b.statements().forEach(s -> locate(s, inner, pushes, pops)));
        }
    }

    private static Path inside(Statement statement, Path path) {
        List<CountedLoop> loops = path.loops();
        if (statement instanceof CountedLoop loop) {
            loops = new ArrayList<>(loops);
            loops.add(loop);
        }
        boolean inWhile = path.inWhile() || statement instanceof While;
        return new Path(path.statement(), loops, inWhile, false);
    }

    private Home home(Block block, Path push, Path pop) {
        Statement statement = block.statements().get(push.statement());
        List<CountedLoop> loops =
                push.loops().stream().map(loop -> resolve(loop, statement)).toList();
        Kind kind = Kind.STACK;
        if (push.loops().isEmpty() && !push.inWhile()) {
            kind = Kind.LOCAL;
        } else if (!push.inWhile() && isRectangular(statement, loops)) {
            kind = Kind.EXACT;
        }
        boolean isNested =
                push.loops().size() > 1 || push.inWhile() && !push.loops().isEmpty();
        return new Home(kind, kind == Kind.EXACT ? loops : push.loops(), pop.loops(), push.direct(), isNested);
    }

    /** The loop with bounds that do without the variables which the statement itself declares, as far as possible. */
    private CountedLoop resolve(CountedLoop loop, Statement statement) {
        Set<Variable> declared = Walk.declarations(Block.of(statement));
        return new CountedLoop(
                loop.index(),
                resolve(loop.from(), declared),
                resolve(loop.to(), declared),
                loop.step(),
                loop.body(),
                loop.origin());
    }

    private Expression resolve(Expression bound, Set<Variable> declared) {
        return new IrRewriter() {
            @Override
            public Expression rewrite(Expression e) {
                Expression value = e instanceof Read read && declared.contains(read.variable())
                        ? values.get(read.variable())
                        : null;
                return value == null || value.type().isArray() ? rewriteChildren(e) : rewrite(value);
            }
        }.rewrite(bound);
    }

    /** Whether all trip counts are known before the statement runs, and can be computed then without throwing. */
    private boolean isRectangular(Statement statement, List<CountedLoop> loops) {
        Block alone = Block.of(statement);
        Set<Variable> written = effects.written(alone);
        Set<Variable> declared = Walk.declarations(alone);
        boolean isReached = true;
        List<Statement> block = List.of(statement);
        for (CountedLoop loop : loops) {
            Optional<CountedLoop> direct = direct(loop, block);
            isReached &= direct.isPresent();
            block = direct.map(l -> l.body().statements()).orElse(List.of());
            for (Expression bound : List.of(loop.from(), loop.to())) {
                if (!effects.isInvariant(bound, written)
                        || reads(bound, declared)
                        || !isReached && ThrowingExpressions.mayThrow(bound)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The loop among the statements of a block, where it runs whenever the block does. */
    private static Optional<CountedLoop> direct(CountedLoop loop, List<Statement> block) {
        return block.stream()
                .filter(s -> s instanceof CountedLoop l && l.index() == loop.index())
                .map(CountedLoop.class::cast)
                .findFirst();
    }

    private static boolean reads(Expression expression, Set<Variable> variables) {
        return Walk.reads(expression).stream().anyMatch(variables::contains);
    }

    /** The local arrays whose contents cross on the tape. */
    public Set<Variable> savedArrays() {
        Set<Variable> result = new LinkedHashSet<>();
        for (TapeSlot slot : homes.keySet()) {
            if (slot.array() != null) {
                result.add(slot.array());
            }
        }
        return result;
    }

    /** The loops of the function's own level whose tape would grow with the loops inside them. */
    public List<CountedLoop> loopsWithInnerTape() {
        List<CountedLoop> result = new ArrayList<>();
        for (Home home : homes.values()) {
            if (home.isNested() && !result.contains(home.loops().get(0))) {
                result.add(home.loops().get(0));
            }
        }
        return result;
    }

    /**
     * The index variables of loops that run in the same direction in both sweeps although a stack is popped in them.
     */
    public Set<Variable> wrongDirections() {
        Set<Variable> result = new LinkedHashSet<>();
        homes.values().forEach(home -> result.addAll(wrongDirections(home)));
        return result;
    }

    /** The slots on stacks that such loops pop. */
    public Set<TapeSlot> slotsInWrongDirection() {
        Set<TapeSlot> result = new HashSet<>();
        homes.forEach((slot, home) -> {
            if (!wrongDirections(home).isEmpty()) {
                result.add(slot);
            }
        });
        return result;
    }

    private static Set<Variable> wrongDirections(Home home) {
        Set<Variable> result = new LinkedHashSet<>();
        if (home.kind() == Kind.STACK) {
            for (CountedLoop forward : home.loops()) {
                for (CountedLoop reverse : home.popLoops()) {
                    if (forward.index() == reverse.index() && forward.step() == reverse.step()) {
                        result.add(forward.index());
                    }
                }
            }
        }
        return result;
    }
}
