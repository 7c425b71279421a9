package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.CheckpointCalls;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Pop;
import dev.pullback.processor.ir.Push;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.TapeSlot;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Removes what nobody reads, backwards from the end. On an adjoint this is the to-be-recorded analysis: a pop whose value the
 * rest of the reverse sweep never uses goes, then its push, then what was computed for the push alone.
 *
 * <p>Arrays count as a whole, by root; parameters of array type are read by the caller.
 */
public final class RemoveDeadCode {
    private final ArrayRoots roots;
    private final Predicate<TapeSlot> keptSlots;
    private final Set<Variable> kept;
    private final Set<TapeSlot> liveSlots = new HashSet<>();

    /** Snapshots that code between here and the return to one of them restores something from. */
    private final Set<Variable> restored = new HashSet<>();

    /** Snapshots that anything is restored from, or that say where to start again. */
    private final Set<Variable> liveCheckpoints = new HashSet<>();

    /** Variables assigned by code that stays, within their scope. */
    private final Set<Variable> mentioned = new HashSet<>();

    private final Set<Variable> created = new HashSet<>();

    /** Arrays whose length is read, or whose elements are restored, by code that stays, within their scope. */
    private final Set<Variable> measured = new HashSet<>();

    private RemoveDeadCode(Function function, Predicate<TapeSlot> keptSlots, Set<Variable> kept) {
        this.roots = new ArrayRoots(function);
        this.keptSlots = keptSlots;
        this.kept = kept;
        Walk.statements(function.body(), s -> {
            if (s instanceof Declare d && d.initial() instanceof NewArray) {
                created.add(d.variable());
            }
        });
    }

    /** {@code function} without dead code. */
    public static Function apply(Function function) {
        return apply(function, slot -> false, Set.of());
    }

    /**
     * {@code function} without dead code, but for what is to be kept.
     *
     * @param keptSlots the slots whose pops stay even if unread: the store-all mode that tests compare with
     * @param kept variables whose assignments stay because they may throw
     */
    public static Function apply(Function function, Predicate<TapeSlot> keptSlots, Set<Variable> kept) {
        Set<Variable> live = new HashSet<>();
        function.parameters().stream().filter(v -> v.type().isArray()).forEach(live::add);
        RemoveDeadCode pass = new RemoveDeadCode(function, keptSlots, kept);
        return function.withBody(pass.prune(function.body(), live));
    }

    /** Prunes a block; {@code live} is what is read after it and becomes what is read from its start on. */
    private Block prune(Block block, Set<Variable> live) {
        List<Statement> result = new ArrayList<>();
        for (int i = block.statements().size() - 1; i >= 0; i--) {
            Statement pruned = prune(block.statements().get(i), live);
            if (pruned != null) {
                result.add(pruned);
            }
        }
        Collections.reverse(result);
        return new Block(result);
    }

    private @Nullable Statement prune(Statement statement, Set<Variable> live) {
        if (statement instanceof Declare s) {
            boolean isUnused = s.initial() == null && !mentioned.contains(s.variable()) && !live.contains(s.variable());
            return isUnused ? null : declare(s, s.variable(), live);
        } else if (statement instanceof Assign s) {
            return s.target() instanceof Read r ? define(s, r.variable(), live) : store(s, s.target(), live);
        } else if (statement instanceof Increment s) {
            return store(s, s.target(), live);
        } else if (statement instanceof Invoke s) {
            return s.result() == null ? use(s, live) : declare(s, s.result(), live);
        } else if (statement instanceof CallStatement s && isStore(s.call())) {
            return store(s, (Place) s.call().arguments().get(WorkspaceCalls.isFill(s.call()) ? 0 : 1), live);
        } else if (statement instanceof CallStatement s && CheckpointCalls.isOne(s.call())) {
            return snapshot(s, live);
        } else if (statement instanceof Perform s) {
            return perform(s, live);
        } else if (statement instanceof Pop s) {
            return pop(s, live);
        } else if (statement instanceof Push s) {
            return liveSlots.contains(s.slot()) ? use(s, live) : null;
        } else if (statement instanceof If s) {
            return branch(s, live);
        } else if (statement instanceof CountedLoop s) {
            Block body = loop(s.body(), live, null);
            if (body.isEmpty()) {
                return null;
            }
            read(s.from(), live);
            read(s.to(), live);
            return s.withBody(body);
        } else if (statement instanceof While s) {
            return s.withBody(loop(s.body(), live, s.condition()));
        }
        return use(statement, live);
    }

    /** A declaration whose value is not needed stays, without it, if the variable is assigned later on. */
    private @Nullable Statement declare(Statement s, Variable variable, Set<Variable> live) {
        boolean isMentioned = mentioned.remove(variable);
        if (measured.remove(variable)) {
            live.add(variable);
        }
        Statement kept = define(s, variable, live);
        return kept == null && isMentioned ? new Declare(variable, null, s.origin()) : kept;
    }

    private @Nullable Statement define(Statement s, Variable variable, Set<Variable> live) {
        if (!live.contains(variable) && !kept.contains(variable)) {
            return null;
        }
        live.remove(variable);
        return use(s, live);
    }

    /** What is performed has effects even if nobody wants its result. */
    private Statement perform(Perform s, Set<Variable> live) {
        Variable result = s.result();
        boolean isMentioned = mentioned.remove(result);
        boolean isWanted = live.remove(result) || isMentioned;
        return use(isWanted || !isCall(s.code()) ? s : s.with(null, s.code()), live);
    }

    /** Whether the code can stand alone: a field or an operator is no statement of Java. */
    private static boolean isCall(Opaque code) {
        return code.precedence() == Opaque.PRIMARY
                && code.pieces().get(code.pieces().size() - 1) instanceof Opaque.Text text
                && text.java().endsWith(")");
    }

    private static boolean isStore(Call call) {
        return WorkspaceCalls.isFill(call) || WorkspaceCalls.isElementwise(call);
    }

    private @Nullable Statement store(Statement s, Place target, Set<Variable> live) {
        return live.contains(roots.root(target)) || kept.contains(roots.root(target)) ? use(s, live) : null;
    }

    private @Nullable Statement pop(Pop s, Set<Variable> live) {
        if (!keptSlots.test(s.slot()) && !live.contains(roots.root(s.target()))) {
            return null;
        }
        liveSlots.add(s.slot());
        if (s.slot().checkpoints() != null) {
            restored.add(s.slot().checkpoints());
            liveCheckpoints.add(s.slot().checkpoints());
        }
        if (s.target() instanceof Read r) {
            live.remove(r.variable());
            if (r.type().isArray()) {
                measured.add(r.variable());
            }
        }
        return use(s, live);
    }

    /** Snapshots from which nothing is restored are not taken; going back before a loop is of use only to restore something. */
    private @Nullable Statement snapshot(CallStatement s, Set<Variable> live) {
        Variable checkpoints = ((Read) s.call().arguments().get(0)).variable();
        boolean isWanted = CheckpointCalls.isRewind(s.call())
                ? restored.contains(checkpoints)
                : liveCheckpoints.contains(checkpoints);
        if (CheckpointCalls.isReturn(s.call())) {
            restored.remove(checkpoints);
        }
        return isWanted ? use(s, live) : null;
    }

    private @Nullable Statement branch(If s, Set<Variable> live) {
        Set<Variable> otherwise = new HashSet<>(live);
        Block whenTrue = prune(s.whenTrue(), live);
        Block whenFalse = prune(s.whenFalse(), otherwise);
        live.addAll(otherwise);
        if (whenTrue.isEmpty() && whenFalse.isEmpty()) {
            return null;
        }
        read(s.condition(), live);
        if (whenTrue.isEmpty()) {
            return new If(Negation.of(s.condition()), whenFalse, Block.EMPTY, s.origin());
        }
        return new If(s.condition(), whenTrue, whenFalse, s.origin());
    }

    /** What one iteration needs from the next counts as read at the end of the body. */
    private Block loop(Block body, Set<Variable> live, @Nullable Expression condition) {
        Set<Variable> atEnd = new HashSet<>(live);
        if (condition != null) {
            read(condition, atEnd);
        }
        Block pruned;
        int slots;
        boolean grown;
        do {
            slots = liveSlots.size() + liveCheckpoints.size();
            Set<Variable> atStart = new HashSet<>(atEnd);
            pruned = prune(body, atStart);
            grown = atEnd.addAll(atStart);
        } while (grown || liveSlots.size() + liveCheckpoints.size() > slots);
        live.addAll(atEnd);
        return pruned;
    }

    private Statement use(Statement statement, Set<Variable> live) {
        Place target = Effects.target(statement);
        if (target instanceof Read r) {
            mentioned.add(r.variable());
        }
        Walk.inputs(statement).forEach(e -> read(e, live));
        return statement;
    }

    /** The length of a new array does not depend on its elements. */
    private void read(Expression expression, Set<Variable> live) {
        if (expression instanceof Length length
                && length.array() instanceof Read array
                && created.contains(array.variable())) {
            measured.add(array.variable());
        } else if (expression instanceof Read read) {
            live.add(read.variable());
            live.add(roots.root(read.variable()));
        } else {
            if (expression instanceof Call call && CheckpointCalls.isPosition(call)) {
                liveCheckpoints.add(((Read) call.arguments().get(0)).variable());
            }
            Walk.operands(expression).forEach(operand -> read(operand, live));
        }
    }
}
