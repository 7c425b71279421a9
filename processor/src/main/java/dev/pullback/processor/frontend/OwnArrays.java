package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Variables that take new arrays and each other's, as in {@code next = step(current); previous = current; current = next;}. Each becomes
 * an array of its own, and an assignment copies. That tells no difference if no element is written while the array has two names that
 * are still used.
 */
final class OwnArrays extends IrRewriter {
    private final Set<Variable> variables;
    private final OwnLengths lengths;

    private OwnArrays(Set<Variable> variables, OwnLengths lengths) {
        this.variables = variables;
        this.lengths = lengths;
    }

    /** The function in which the variables of the group are not assigned, if copies tell no difference. */
    static Optional<Function> resolve(
            Function function,
            ReferenceGroup group,
            java.util.function.Function<Callee, HelperEffects> effects,
            Set<Variable> jumps) {
        ArrayUses uses = new ArrayUses(function, effects);
        if (!isCopied((ArrayType) group.assigned().type(), function, effects)
                || group.variables().stream().anyMatch(v -> uses.isRenamedByCall(v) || uses.isStored(v))
                || new Check(function, group.variables(), effects, jumps, uses).findsDifference()) {
            return Optional.empty();
        }
        return OwnLengths.of(function, group, effects)
                .map(lengths -> function.withBody(new OwnArrays(group.variables(), lengths).rewrite(function.body())));
    }

    /** Vectors, and matrices that keep their rows: another matrix could have one of them, too. */
    private static boolean isCopied(
            ArrayType type, Function function, java.util.function.Function<Callee, HelperEffects> effects) {
        return type.rank() == 1
                || type.rank() == 2
                        && type.scalar() == PrimitiveType.DOUBLE
                        && !Effects.of(function.body().statements(), effects).replacesRows();
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        Variable variable = ReferenceGroup.defined(statement);
        if (variable == null || !variables.contains(variable)) {
            super.rewrite(statement, out);
            return;
        }
        Read target = new Read(variable);
        Place source = ReferenceGroup.source(statement);
        if (statement instanceof Declare declare && declare.initial() == null) {
            Read like = new Read(lengths.like(variable));
            out.add(new Declare(variable, newArray(like), statement.origin()));
        } else if (source == null) {
            super.rewrite(statement, out);
        } else {
            if (statement instanceof Declare) {
                out.add(new Declare(variable, newArray(source), statement.origin()));
            } else if (lengths.areChecked()) {
                checkShape(target, source, out);
            }
            out.add(ReferenceCode.copyOver(source, target, statement.origin()));
        }
    }

    private static NewArray newArray(Place like) {
        return new NewArray((ArrayType) like.type(), ReferenceCode.lengths(like));
    }

    private static void checkShape(Read target, Place source, List<Statement> out) {
        List<Expression> expected = ReferenceCode.lengths(target);
        List<Expression> found = ReferenceCode.lengths(source);
        for (int i = 0; i < expected.size(); i++) {
            out.add(ReferenceCode.sameLength(expected.get(i), found.get(i)));
        }
    }

    /** Looks for a statement behind which a copy would hold other numbers than the array in whose place it is. */
    private static final class Check {
        private final Function function;
        private final Set<Variable> variables;
        private final java.util.function.Function<Callee, HelperEffects> effects;
        private final Set<Variable> jumps;
        private final ArrayUses uses;
        private final ArrayLives lives;
        private final Set<Variable> shown;
        private boolean differs;

        Check(
                Function function,
                Set<Variable> variables,
                java.util.function.Function<Callee, HelperEffects> effects,
                Set<Variable> jumps,
                ArrayUses uses) {
            this.uses = uses;
            this.function = function;
            this.variables = variables;
            this.effects = effects;
            this.jumps = jumps;
            this.lives = new ArrayLives(function, jumps);
            this.shown = shown();
        }

        /** The arrays that others see, too: arguments, and what fields and objects give. */
        private Set<Variable> shown() {
            Set<Variable> result = new HashSet<>(function.parameters());
            Walk.statements(function.body(), s -> {
                Variable defined = ArrayLives.defined(s);
                boolean isNamed = ReferenceGroup.source(s) != null || OwnLengths.makes(s, effects);
                if (defined != null && defined.type().isArray() && !isNamed && !isBare(s)) {
                    result.add(defined);
                }
            });
            return result;
        }

        private static boolean isBare(Statement statement) {
            return statement instanceof Declare declare && declare.initial() == null;
        }

        boolean findsDifference() {
            ArrayNames.follow(function, effects, jumps, this::visit);
            return differs || variables.stream().anyMatch(shown::contains);
        }

        private void visit(Statement statement, ArrayNames.Names names) {
            for (Variable written : ArrayNames.written(statement, effects)) {
                differs |= names.of(written).stream()
                        .filter(other -> variables.contains(written) || variables.contains(other))
                        .anyMatch(other -> isUsed(other, statement));
            }
            Variable defined = ReferenceGroup.defined(statement);
            if (defined != null && variables.contains(defined) && statement instanceof Assign) {
                // Its array is overwritten, and with it what is still a name for a part of that.
                differs |= names.of(defined).stream()
                        .filter(other ->
                                !variables.contains(other) && uses.roots(other).contains(defined))
                        .anyMatch(other -> isUsed(other, statement));
            }
            if (statement instanceof Return exit) {
                exit.values().stream()
                        .filter(value -> value instanceof Place && value.type().isArray())
                        .map(value -> ((Place) value).root())
                        .forEach(result -> differs |= isOthers(result, names));
            }
        }

        /** Whether a method would return, in place of an array that its caller knows, a copy. */
        private boolean isOthers(Variable result, ArrayNames.Names names) {
            return names.of(result).stream()
                    .anyMatch(other ->
                            shown.contains(other) && (variables.contains(result) || variables.contains(other)));
        }

        private boolean isUsed(Variable other, Statement statement) {
            return shown.contains(other)
                    || lives.isUsedBehind(statement, other)
                    || statement instanceof Invoke
                            && Walk.inputs(statement).stream()
                                    .anyMatch(e -> Walk.reads(e).contains(other));
        }
    }
}
