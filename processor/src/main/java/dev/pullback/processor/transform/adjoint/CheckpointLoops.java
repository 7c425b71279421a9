package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CheckpointCalls;
import dev.pullback.processor.ir.Checkpointing;
import dev.pullback.processor.ir.CopyVariables;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Pop;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Push;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.TapeSlot;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reverses loops from snapshots. The forward loop takes snapshots of its state, what one iteration leaves to the next. The
 * reverse loop goes back to the last snapshot before its iteration, runs the iterations in between again, and then runs and
 * reverses its own one at once.
 */
final class CheckpointLoops {

    /** The snapshots of one loop. */
    private final class Snapshots {
        private final Variable checkpoints = CheckpointCalls.variable();
        private final Map<Variable, TapeSlot> slots = new LinkedHashMap<>();

        Snapshots(Set<Variable> state) {
            declarations.add(CheckpointCalls.declare(checkpoints, workspace));
            state.forEach(v -> slots.put(v, TapeSlot.inSnapshot(checkpoints, v)));
        }

        List<Statement> takeFirst(Statement start) {
            List<Statement> result = new ArrayList<>();
            result.add(start);
            result.addAll(take(Literal.of(0)));
            return result;
        }

        private List<Statement> take(Expression iteration) {
            List<Statement> result = new ArrayList<>();
            slots.forEach((variable, slot) -> result.add(new Push(slot, new Read(variable), Origin.NONE)));
            result.add(CheckpointCalls.commit(checkpoints, iteration));
            return result;
        }

        /** The body of a loop, with snapshots where they are due. */
        Block taking(Expression iteration, Block body) {
            List<Statement> result = new ArrayList<>();
            Expression isDue = CheckpointCalls.isDue(checkpoints, iteration);
            result.add(new If(isDue, new Block(take(iteration)), Block.EMPTY, Origin.NONE));
            result.addAll(body.statements());
            return new Block(result);
        }

        List<Statement> restore(Statement goBack) {
            List<Statement> result = new ArrayList<>();
            result.add(goBack);
            slots.forEach((variable, slot) -> result.add(new Pop(slot, new Read(variable), Origin.NONE)));
            return result;
        }
    }

    private final BlockReversal blocks;
    private final ArrayRoots roots;
    private final Effects effects;
    private final LoopPlan plan;
    private final Variable workspace;
    private final List<Declare> declarations = new ArrayList<>();

    CheckpointLoops(BlockReversal blocks, ArrayRoots roots, LoopPlan plan, Variable workspace) {
        this.blocks = blocks;
        this.roots = roots;
        this.effects = new Effects(roots);
        this.plan = plan;
        this.workspace = workspace;
    }

    /** What the function has to declare for its checkpointed loops before anything else. */
    List<Declare> declarations() {
        return declarations;
    }

    /** Whether a loop that is to be reversed from snapshots has to be reversed, and can be. */
    boolean accepts(Statement loop, Block body) {
        if (blocks.split(body).isPassive()) {
            return false;
        }
        boolean isInside = blocks.isRecording() || !leavesOthersAlone(body);
        if (isInside || performs(body) || !isNumeric(state(body))) {
            plan.refuseCheckpoints(loop, isInside);
            return false;
        }
        return true;
    }

    /** Both sweeps of a counted loop that was {@linkplain #accepts accepted}. */
    void reverse(CountedLoop loop, Sweeps sweeps) {
        Snapshots snapshots = new Snapshots(state(loop.body()));
        Variable checkpoints = snapshots.checkpoints;
        Checkpointing how = loop.checkpointing().orElseThrow();
        sweeps.forward(snapshots.takeFirst(CheckpointCalls.start(checkpoints, how, LoopHeader.trips(loop))));
        Expression iteration = LoopHeader.iteration(loop);
        sweeps.forward(loop.withBody(snapshots.taking(iteration, once(loop.body()))));
        List<Statement> body = snapshots.restore(CheckpointCalls.restart(checkpoints, iteration));
        body.add(again(loop, snapshots));
        body.addAll(reversed(loop.body()));
        sweeps.reverse(snapshots.restore(CheckpointCalls.rewind(checkpoints)));
        sweeps.reverse(List.of(blocks.opposite(loop, new Block(body))));
    }

    /** The loop from the last snapshot to the iteration that is being reversed. */
    private CountedLoop again(CountedLoop loop, Snapshots snapshots) {
        Variable index = new Variable("again", PrimitiveType.INT);
        CopyVariables copy = new CopyVariables();
        copy.rename(loop.index(), index);
        copy.fresh(loop.index());
        Block body = copy.rewrite(repeated(loop.body()));
        CountedLoop whole = new CountedLoop(index, loop.from(), loop.to(), loop.step(), body, loop.origin());
        Expression run = CheckpointCalls.position(snapshots.checkpoints);
        int stride = Math.abs(loop.step());
        Expression distance = stride == 1 ? run : new Binary(Binary.Operator.MULTIPLY, run, Literal.of(stride));
        Expression from;
        if (loop.step() < 0) {
            from = new Binary(Binary.Operator.SUBTRACT, loop.from(), distance);
        } else if (loop.from().equals(Literal.of(0))) {
            from = distance;
        } else {
            from = new Binary(Binary.Operator.ADD, loop.from(), distance);
        }
        return new CountedLoop(
                index,
                from,
                new Read(loop.index()),
                loop.step(),
                snapshots.taking(LoopHeader.iteration(whole), body),
                loop.origin());
    }

    /**
     * Both sweeps of a loop with an unknown number of iterations that was {@linkplain #accepts accepted}; the forward sweep counts
     * them.
     */
    void reverse(While loop, Sweeps sweeps, List<Declare> declared) {
        Snapshots snapshots = new Snapshots(state(loop.body()));
        Variable checkpoints = snapshots.checkpoints;
        Variable count = new Variable("iterations", PrimitiveType.INT);
        declared.add(new Declare(count, null, Origin.NONE));
        sweeps.forward(new Declare(count, Literal.of(0), Origin.NONE));
        sweeps.forward(snapshots.takeFirst(
                CheckpointCalls.start(checkpoints, loop.checkpointing().orElseThrow())));
        List<Statement> counting = new ArrayList<>(
                snapshots.taking(new Read(count), once(loop.body())).statements());
        counting.add(new Assign(new Read(count), LoopHeader.plus(new Read(count), 1), Origin.NONE));
        sweeps.forward(loop.withBody(new Block(counting)));

        Variable iteration = new Variable("iteration", PrimitiveType.INT);
        Variable again = new Variable("again", PrimitiveType.INT);
        List<Statement> body = snapshots.restore(CheckpointCalls.restart(checkpoints, new Read(iteration)));
        body.add(new CountedLoop(
                again,
                CheckpointCalls.position(checkpoints),
                new Read(iteration),
                1,
                snapshots.taking(new Read(again), new CopyVariables().rewrite(repeated(loop.body()))),
                loop.origin()));
        body.addAll(reversed(loop.body()));
        sweeps.reverse(snapshots.restore(CheckpointCalls.rewind(checkpoints)));
        sweeps.reverse(List.of(LoopHeader.down(iteration, new Read(count), new Block(body), loop.origin())));
    }

    /** What one iteration leaves to the next. */
    private Set<Variable> state(Block body) {
        Set<Variable> state = written(body);
        state.removeIf(v -> isComplete(v, body) || isForeign(v));
        return state;
    }

    private Set<Variable> written(Block body) {
        Set<Variable> result = effects.written(body);
        result.removeAll(Walk.declarations(body));
        return result;
    }

    /** Whether an array already has the content that all iterations read: none of its elements is overwritten after it was read. */
    private boolean isComplete(Variable variable, Block body) {
        return blocks.isUntouched(variable) && !isIncremented(variable, body);
    }

    private boolean isIncremented(Variable array, Block body) {
        boolean[] result = {false};
        Walk.statements(body, s -> result[0] |= s instanceof Increment i && roots.root(i.target()) == array);
        return result[0];
    }

    /** Whether a variable belongs to a loop around this one, which keeps its value. */
    private boolean isForeign(Variable variable) {
        return !blocks.isSaved(variable) && !blocks.isUntouched(variable);
    }

    /** Sums that a loop around this one keeps. */
    private Set<Variable> foreignSums(Block body) {
        Set<Variable> result = written(body);
        result.removeIf(v -> !isForeign(v));
        return result;
    }

    /** Whether the loop does no more to what belongs to a loop around it than to add. */
    private boolean leavesOthersAlone(Block body) {
        Set<Variable> foreign = foreignSums(body);
        boolean[] result = {true};
        Walk.statements(body, s -> {
            Place target = Effects.target(s);
            result[0] &= target == null || s instanceof Increment || !foreign.contains(roots.root(target));
        });
        return result[0];
    }

    /** An iteration of the forward loop. */
    private Block once(Block body) {
        return without(written(body).stream().filter(blocks::isDropped).collect(Collectors.toSet()), body);
    }

    /** An iteration as it runs again: without writing to arrays that have their content, or adding to sums, a second time. */
    private Block repeated(Block body) {
        Set<Variable> left = written(body);
        left.removeIf(v -> !isComplete(v, body) && !isForeign(v));
        return without(left, body);
    }

    private Block without(Set<Variable> left, Block body) {
        return new IrRewriter() {
            @Override
            protected void rewrite(Statement statement, List<Statement> out) {
                Place target = Effects.target(statement);
                if (target == null || !left.contains(roots.root(target))) {
                    super.rewrite(statement, out);
                }
            }
        }.rewrite(body);
    }

    /** Both sweeps of an iteration that is run again and reversed at once. */
    private List<Statement> reversed(Block body) {
        return blocks.without(Set.of(), foreignSums(body), () -> blocks.iteration(body, Set.of()));
    }

    private static boolean isNumeric(Set<Variable> state) {
        return state.stream()
                .map(Variable::type)
                .map(type -> type instanceof ArrayType array ? array.scalar() : type)
                .allMatch(PrimitiveType.class::isInstance);
    }

    /** Whether an iteration does something that must happen once. */
    private static boolean performs(Block body) {
        boolean[] result = {false};
        Walk.statements(body, s -> result[0] |= s instanceof Perform perform && !perform.isRepeatable());
        return result[0];
    }
}
