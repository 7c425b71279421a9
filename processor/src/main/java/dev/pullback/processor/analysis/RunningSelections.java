package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Throw;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.rules.DerivativeRule;
import dev.pullback.processor.rules.RuleTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds loops that pick a value from their iterations and pass on nothing else that has a derivative: {@code m = max(m, e)},
 * or {@code if (e > m) m = e}. The derivative of what is picked goes to the last iteration that was taken, so that nothing but
 * that iteration needs to be reversed.
 */
public final class RunningSelections {

    /**
     * One variable that the loop picks.
     *
     * @param variable the variable, declared before the loop
     * @param statement the statement of the loop's body that may take the iteration's value
     * @param value the iteration's value
     * @param iteration the statements of the body from which the value is computed
     */
    public record Selection(Variable variable, Statement statement, Expression value, List<Statement> iteration) {}

    /**
     * What a loop picks.
     *
     * @param selections the variables with a derivative
     * @param written all variables from before the loop that it overwrites
     */
    public record Result(List<Selection> selections, Set<Variable> written) {}

    private final CountedLoop loop;
    private final Effects effects;
    private final ActivityResult activity;
    private final Set<Variable> written;
    private final List<Selection> selections = new ArrayList<>();
    private final List<Statement> iteration = new ArrayList<>();

    private RunningSelections(CountedLoop loop, ArrayRoots roots, ActivityResult activity) {
        this.loop = loop;
        this.activity = activity;
        this.effects = new Effects(roots);
        this.written = new LinkedHashSet<>(effects.written(loop.body()));
        written.removeAll(Walk.declarations(loop.body()));
    }

    /** What {@code loop} picks; empty if it does anything else. */
    public static Optional<Result> of(CountedLoop loop, ArrayRoots roots, ActivityResult activity) {
        RunningSelections analysis = new RunningSelections(loop, roots, activity);
        return analysis.isSelection()
                ? Optional.of(new Result(analysis.selections, analysis.written))
                : Optional.empty();
    }

    private boolean isSelection() {
        if (written.stream().anyMatch(v -> v.type().isArray()) || actsOutside()) {
            return false;
        }
        for (Statement statement : loop.body().statements()) {
            selection(statement).ifPresentOrElse(selections::add, () -> addToIteration(statement));
        }
        Set<Variable> picked = new HashSet<>();
        selections.forEach(s -> picked.add(s.variable()));
        return !selections.isEmpty()
                && picked.size() == selections.size()
                && written.stream().allMatch(v -> picked.contains(v) || !activity.isActive(v))
                && isRepeatable();
    }

    /** Whether an iteration does something that must not happen twice, or that a value does not show. */
    private boolean actsOutside() {
        boolean[] result = {false};
        Walk.statements(
                loop.body(), s -> result[0] |= s instanceof Perform || s instanceof Throw || s instanceof Invoke);
        return result[0];
    }

    private Optional<Selection> selection(Statement statement) {
        if (statement instanceof Assign s && s.target() instanceof Read target && isPicked(target.variable())) {
            return argument(s.value(), target)
                    .map(value -> new Selection(target.variable(), s, value, List.copyOf(iteration)));
        }
        if (!(statement instanceof If s) || !s.whenFalse().isEmpty()) {
            return Optional.empty();
        }
        Selection found = null;
        List<Statement> needed = new ArrayList<>(iteration);
        for (Statement inner : s.whenTrue().statements()) {
            if (inner instanceof Declare) {
                needed.add(inner);
                continue;
            }
            if (!(inner instanceof Assign assign) || !(assign.target() instanceof Read target)) {
                return Optional.empty();
            }
            if (isPicked(target.variable())) {
                if (found != null) {
                    return Optional.empty();
                }
                found = new Selection(target.variable(), s, assign.value(), List.copyOf(needed));
            } else if (!isPassive(target.variable())) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(found);
    }

    /** The other argument of a choice between {@code target} and a value, as of max and min. */
    private static Optional<Expression> argument(Expression choice, Read target) {
        if (!(choice instanceof Call call)
                || RuleTable.find(call).flatMap(DerivativeRule::selection).isEmpty()) {
            return Optional.empty();
        }
        int kept = call.arguments().indexOf(target);
        return kept < 0 ? Optional.empty() : Optional.of(call.arguments().get(1 - kept));
    }

    private boolean isPicked(Variable variable) {
        return written.contains(variable) && activity.isActive(variable);
    }

    private boolean isPassive(Variable variable) {
        return written.contains(variable) && !activity.isActive(variable);
    }

    /** What is assigned without a derivative and only said to the code after the loop is no part of an iteration's value. */
    private void addToIteration(Statement statement) {
        boolean isLeft = assignsPassively(statement)
                || statement instanceof Declare d && !d.variable().type().isDifferentiable() && isVerdict(d.variable());
        if (!isLeft) {
            iteration.add(statement);
        }
    }

    private boolean assignsPassively(Statement statement) {
        if (statement instanceof If s) {
            return Walk.blocks(s).stream().flatMap(b -> b.statements().stream()).allMatch(this::assignsPassively);
        }
        return statement instanceof Assign s && s.target() instanceof Read r && isPassive(r.variable());
    }

    /** Whether the variable only decides what is picked. */
    private boolean isVerdict(Variable variable) {
        return loop.body().statements().stream()
                .filter(s -> Walk.reads(Block.of(s)).contains(variable))
                .allMatch(s -> s instanceof If branch
                        && selection(branch).isPresent()
                        && Walk.reads(branch.condition()).contains(variable)
                        && !Walk.reads(branch.whenTrue()).contains(variable));
    }

    /** Whether an iteration can be run again after the loop: it reads nothing that the loop overwrites. */
    private boolean isRepeatable() {
        Set<Variable> read = new HashSet<>(Walk.reads(new Block(iteration)));
        for (Selection selection : selections) {
            read.addAll(Walk.reads(selection.value()));
            read.addAll(Walk.reads(new Block(selection.iteration())));
        }
        Set<Variable> changed = effects.written(iteration);
        return read.stream().noneMatch(written::contains) && changed.stream().noneMatch(written::contains);
    }
}
