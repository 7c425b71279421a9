package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayCopies;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.analysis.ElementOrder;
import dev.pullback.processor.analysis.LoopCounters;
import dev.pullback.processor.analysis.LoopRanges;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CallCode;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Pop;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Push;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.TapeSlot;
import dev.pullback.processor.ir.Throw;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.While;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reverses blocks: statements from last to first, with what they overwrite restored before their adjoint. A block is either
 * joint, both sweeps in one scope, or split, with the reverse sweep in a scope of its own.
 */
final class BlockReversal {
    private final StatementAdjoint statements;
    private final ScopeRestorer restorer;
    private final LoopReversal loops;
    private final CheckpointLoops checkpoints;
    private final CallReversal calls;
    private final LoopPlan plan;
    private final List<Expression> resultBars;
    private final Variable value;

    /** Scalars and arrays whose old content nobody needs, or whose saving a loop has taken over. */
    private final Set<Variable> unsaved = new HashSet<>();

    /** Accumulators whose increments are left out, because the code runs a second time. */
    private final Set<Variable> dropped = new HashSet<>();

    /** Whether this is inside a loop that records its iterations. */
    private boolean recording;

    private final ArrayRoots roots;
    private final LoopRanges ranges;
    private final Set<Variable> settled = new HashSet<>();

    /**
     * For one function.
     *
     * @param resultBars the adjoints of the results
     * @param value receives the result in the forward sweep
     * @param workspace the generated function's workspace parameter
     */
    BlockReversal(
            Function primal,
            ActivityResult activity,
            LoopPlan plan,
            Bars bars,
            List<Expression> resultBars,
            Variable value,
            Variable workspace) {
        this.plan = plan;
        this.roots = new ArrayRoots(primal);
        this.ranges = new LoopRanges(primal);
        this.resultBars = resultBars;
        this.value = value;
        Effects effects = new Effects(roots);
        Map<Variable, ElementOrder> orders = ElementOrder.of(primal, roots);
        orders.forEach((array, order) -> {
            if (order.isSettled()) {
                settled.add(array);
            }
        });
        Set<Variable> untouched = plan.usesSettledArrays() ? settled : Set.of();
        unsaved.addAll(untouched);
        this.statements = new StatementAdjoint(activity, roots, bars, orders);
        this.restorer = new ScopeRestorer(
                activity,
                roots,
                bars,
                effects.written(primal.body()),
                untouched,
                ArrayCopies.of(primal, roots, orders, untouched),
                workspace);
        this.checkpoints = new CheckpointLoops(this, roots, plan, workspace);
        this.loops = new LoopReversal(this, primal, activity, roots, plan, bars, resultBars, checkpoints);
        this.calls = new CallReversal(activity, statements, bars, workspace);
    }

    /** A loop over the same values from the last to the first. */
    CountedLoop opposite(CountedLoop loop, Block body) {
        return ranges.opposite(loop, body);
    }

    /** Both sweeps of a block, one after the other in the same scope. */
    List<Statement> joint(Block block, List<Statement> preamble, Set<Variable> knownBars) {
        if (isLeftByException(block)) {
            return Stream.concat(preamble.stream(), block.statements().stream()).toList();
        }
        Sweeps sweeps = new Sweeps();
        List<Declare> declared = new ArrayList<>();
        List<Statement> pending = new ArrayList<>(preamble);
        for (int i = 0; i < block.statements().size(); i++) {
            Statement statement = block.statements().get(i);
            Optional<LoopReversal.Fused> fused = statement instanceof CountedLoop loop
                    ? loops.fuse(loop, after(block, i), knownBars)
                    : Optional.empty();
            if (fused.isEmpty()) {
                reverse(statement, sweeps, declared);
                continue;
            }
            pending.addAll(restorer.bars(declared));
            sweeps.forward(pending);
            sweeps.forward(fused.get().forward());
            sweeps.reverse(fused.get().reverse());
            pending.clear();
            declared.clear();
        }
        pending.addAll(restorer.bars(declared));
        List<Statement> result = new ArrayList<>(sweeps.forwardStatements());
        result.addAll(pending);
        result.addAll(sweeps.reverseStatements());
        return result;
    }

    private static List<Statement> after(Block block, int i) {
        return block.statements().subList(i + 1, block.statements().size());
    }

    /** Both sweeps of an iteration that is run and reversed at once, after which nothing of it is needed. */
    List<Statement> iteration(Block body, Set<Variable> knownBars) {
        boolean outside = recording;
        recording = false;
        List<Statement> result = joint(body, List.of(), knownBars);
        recording = outside;
        return result;
    }

    /** The sweeps of an iteration whose values cross on a tape that grows with every iteration. */
    Sweeps recorded(Block body) {
        boolean outside = recording;
        recording = true;
        Sweeps result = split(body);
        recording = outside;
        return result;
    }

    /** Whether this is inside a loop that records its iterations. */
    boolean isRecording() {
        return recording;
    }

    /** The snapshots that the code uses. */
    List<Declare> checkpoints() {
        return checkpoints.declarations();
    }

    /** The sweeps of a block whose reverse sweep stands elsewhere. */
    Sweeps split(Block block) {
        Sweeps sweeps = new Sweeps();
        if (isLeftByException(block)) {
            sweeps.forward(block.statements());
            return sweeps;
        }
        List<Declare> declared = new ArrayList<>();
        block.statements().forEach(s -> reverse(s, sweeps, declared));
        if (sweeps.isPassive()) {
            return sweeps;
        }
        List<Statement> start = new ArrayList<>();
        List<Statement> pushes = new ArrayList<>();
        restorer.restore(declared, block, pushes, start);
        start.addAll(restorer.bars(declared));
        sweeps.forward(pushes);
        sweeps.reverse(start);
        return sweeps;
    }

    /** No reverse sweep ever comes to such a block: it only computes what the exception says. */
    private static boolean isLeftByException(Block block) {
        List<Statement> statements = block.statements();
        return !statements.isEmpty() && statements.get(statements.size() - 1) instanceof Throw;
    }

    /** Runs {@code body} with some variables not saved, and some increments left out. */
    <T> T without(Set<Variable> saving, Set<Variable> increments, Supplier<T> body) {
        Set<Variable> newlyUnsaved = new HashSet<>(saving);
        newlyUnsaved.removeAll(unsaved);
        Set<Variable> newlyDropped = new HashSet<>(increments);
        newlyDropped.removeAll(dropped);
        unsaved.addAll(newlyUnsaved);
        dropped.addAll(newlyDropped);
        T result = body.get();
        unsaved.removeAll(newlyUnsaved);
        dropped.removeAll(newlyDropped);
        return result;
    }

    /** Whether overwriting the variable saves its old content. */
    boolean isSaved(Variable variable) {
        return !unsaved.contains(variable);
    }

    /** Whether increments of the variable are left out, because the code runs a second time. */
    boolean isDropped(Variable variable) {
        return dropped.contains(variable);
    }

    /** Whether it is an array that is never saved, because no element of it is overwritten after it was read. */
    boolean isUntouched(Variable array) {
        return plan.usesSettledArrays() && settled.contains(array);
    }

    /** Whether the array is never overwritten after it was read, so that its old content is of no interest. */
    boolean isSettled(Variable array) {
        return settled.contains(array);
    }

    private void reverse(Statement statement, Sweeps sweeps, List<Declare> declared) {
        if (statement instanceof Declare s) {
            declared.add(s);
            sweeps.forward(s);
            if (s.initial() != null && s.variable().type().isReal()) {
                sweeps.reverse(statements.declare(s.variable(), s.initial(), s.origin()));
            }
        } else if (statement instanceof Assign s) {
            overwrite(s, s.target(), sweeps, statements.assign(s));
        } else if (statement instanceof Increment s) {
            overwrite(s, s.target(), sweeps, statements.increment(s.target(), s.value(), s.origin()));
        } else if (statement instanceof If s) {
            branch(s, sweeps);
        } else if (statement instanceof CountedLoop s) {
            loops.reverse(s, sweeps, declared);
        } else if (statement instanceof While s) {
            repeat(s, sweeps, declared);
        } else if (statement instanceof Invoke s) {
            CallCode.primal(s).stream()
                    .filter(part -> part instanceof Declare d && d.variable() == s.variable())
                    .forEach(part -> declared.add((Declare) part));
            sweeps.forward(s);
            sweeps.reverse(calls.adjoint(s));
        } else if (statement instanceof Perform s) {
            if (s.result() != null) {
                declared.add(new Declare(s.variable(), null, s.origin()));
            }
            sweeps.forward(s);
        } else if (statement instanceof Throw s) {
            sweeps.forward(s);
        } else if (statement instanceof Return s) {
            exit(s, sweeps);
        } else {
            throw new IllegalStateException("not in normal form: " + statement);
        }
    }

    private void exit(Return s, Sweeps sweeps) {
        if (value.type() instanceof PrimitiveType) {
            sweeps.forward(new Declare(value, s.values().get(0), s.origin()));
        }
        for (int i = 0; i < s.values().size(); i++) {
            Expression result = s.values().get(i);
            if (result.type().isArray() && result.type().isDifferentiable()) {
                sweeps.reverse(statements.arrayResult((Place) result, resultBars.get(i), s.origin()));
            } else if (result.type().isReal()) {
                sweeps.reverse(statements.result(result, resultBars.get(i), s.origin()));
            }
        }
    }

    private void overwrite(Statement statement, Place target, Sweeps sweeps, List<Statement> adjoint) {
        Variable root = roots.root(target);
        sweeps.reverse(adjoint);
        if (statement instanceof Increment && dropped.contains(root)) {
            return;
        }
        if (LoopCounters.isStep(statement)) {
            sweeps.forward(statement);
            sweeps.reverse(List.of(LoopCounters.undo((Assign) statement)));
            return;
        }
        if (unsaved.contains(root)) {
            sweeps.forward(statement);
            return;
        }
        TapeSlot slot = new TapeSlot(target.root().name(), target.type());
        sweeps.forward(new Push(slot, target, Origin.NONE));
        sweeps.forward(statement);
        sweeps.reverse(List.of(new Pop(slot, target, statement.origin())));
    }

    private void branch(If s, Sweeps sweeps) {
        Sweeps whenTrue = split(s.whenTrue());
        Sweeps whenFalse = split(s.whenFalse());
        sweeps.forward(new If(s.condition(), whenTrue.forwardBlock(), whenFalse.forwardBlock(), s.origin()));
        if (whenTrue.isPassive() && whenFalse.isPassive()) {
            return;
        }
        if (whenTrue.isPassive()) {
            Expression otherwise = ExpressionAdjoint.not(s.condition());
            sweeps.reverse(List.of(new If(otherwise, whenFalse.reverseBlock(), Block.EMPTY, s.origin())));
        } else {
            sweeps.reverse(
                    List.of(new If(s.condition(), whenTrue.reverseBlock(), whenFalse.reverseBlock(), s.origin())));
        }
    }

    /** A loop with an unknown number of iterations counts them in the forward sweep. */
    private void repeat(While s, Sweeps sweeps, List<Declare> declared) {
        if (plan.isCheckpointed(s) && checkpoints.accepts(s, s.body())) {
            checkpoints.reverse(s, sweeps, declared);
            return;
        }
        Sweeps body = recorded(s.body());
        if (body.isPassive()) {
            sweeps.forward(s.withBody(body.forwardBlock()));
            return;
        }
        Variable count = new Variable("iterations", PrimitiveType.INT);
        declared.add(new Declare(count, null, Origin.NONE));
        sweeps.forward(new Declare(count, Literal.of(0), Origin.NONE));
        Expression next = new Binary(Binary.Operator.ADD, new Read(count), Literal.of(1));
        body.forward(new Assign(new Read(count), next, Origin.NONE));
        sweeps.forward(s.withBody(body.forwardBlock()));
        Variable iteration = new Variable("iteration", PrimitiveType.INT);
        sweeps.reverse(List.of(LoopHeader.down(iteration, new Read(count), body.reverseBlock(), s.origin())));
    }
}
