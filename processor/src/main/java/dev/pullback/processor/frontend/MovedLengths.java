package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lengths of the arrays that a variable gets one after the other. */
final class MovedLengths {

    /**
     * What an assignment says of the length.
     *
     * @param expression the length, in terms of what keeps its value as long as the variable lives, and of the length before; null if
     *     it is not known
     * @param isOthers whether it is not known because another class or an object decides on it
     * @param isRecent whether the length before that it is said with is that right before
     */
    private record Moved(@Nullable Expression expression, boolean isOthers, boolean isRecent) {}

    private final Variable variable;
    private final Expression before;
    private final Map<Statement, Moved> assignments = new IdentityHashMap<>();
    private final Set<Expression> lengths = new LinkedHashSet<>();

    /** Of a variable that is the only one of its group. */
    MovedLengths(Variable variable, Function function, java.util.function.Function<Callee, HelperEffects> effects) {
        this.variable = variable;
        this.before = new Length(new Read(variable));
        List<Statement> definitions = new ArrayList<>();
        Walk.statements(function.body(), s -> {
            if (defines(s)) {
                definitions.add(s);
            }
        });
        Statement declaration = definitions.get(0);
        Set<Variable> fixed = KnownLengths.declaredBefore(declaration, function);
        lengths.add(first(declaration, new KnownLengths(function, effects, fixed, List.of())));
        collect(function.body(), declaration, new KnownLengths(function, effects, fixed, List.of(variable)));
        assignments.values().forEach(moved -> {
            if (moved.expression() != null && !moved.expression().equals(before)) {
                lengths.add(moved.expression());
            }
        });
    }

    private Expression first(Statement declaration, KnownLengths known) {
        Expression named = ReferenceGroup.source(declaration) instanceof Read source ? new Length(source) : before;
        return known.ofDefined(declaration).orElse(named);
    }

    private boolean defines(Statement statement) {
        return ReferenceGroup.defined(statement) == variable || ReferenceGroup.newArray(statement) == variable;
    }

    private boolean isChangedIn(Statement statement) {
        boolean[] result = {false};
        Walk.statements(Block.of(statement), s -> result[0] |= defines(s));
        return result[0];
    }

    private void collect(Block block, Statement declaration, KnownLengths known) {
        List<Statement> statements = block.statements();
        int changed = 0;
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (statement != declaration && defines(statement)) {
                Optional<Expression> length = known.ofDefined(statement);
                Set<Variable> recent = Walk.declarations(new Block(statements.subList(changed, i)));
                boolean isRecent = recent.containsAll(known.used());
                assignments.put(
                        statement,
                        new Moved(length.orElse(null), length.isEmpty() && known.dependsOnOthers(), isRecent));
            }
            Walk.blocks(statement).forEach(inner -> collect(inner, declaration, known));
            if (isChangedIn(statement)) {
                changed = i + 1;
            }
        }
    }

    /** Whether all arrays have one length; that of another class's array is checked when the code runs. */
    boolean areEqual() {
        return lengths.size() == 1
                && assignments.values().stream().allMatch(moved -> moved.expression() != null || moved.isOthers());
    }

    /** Whether the length of what the statement assigns is to be checked. */
    boolean isChecked(Statement statement) {
        return Objects.requireNonNull(assignments.get(statement)).expression() == null;
    }

    /** The different lengths, that of the first array first, if all are known when the variable is declared. */
    Optional<List<Expression>> different() {
        boolean areKnown = lengths.stream()
                        .allMatch(length -> KnownLengths.isCheap(length)
                                && !Walk.reads(length).contains(variable))
                && assignments.values().stream()
                        .allMatch(
                                m -> m.expression() != null && (!m.expression().equals(before) || m.isRecent()));
        return areKnown ? Optional.of(List.copyOf(lengths)) : Optional.empty();
    }

    /** Which of the {@link #different()} lengths an assigned array has; nothing if it has that of the array before. */
    Optional<Integer> position(Statement statement) {
        Expression length = Objects.requireNonNull(assignments.get(statement)).expression();
        return before.equals(length)
                ? Optional.empty()
                : Optional.of(List.copyOf(lengths).indexOf(length));
    }
}
