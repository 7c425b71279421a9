package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A variable that gets a new array again and again, as in {@code x = step(x)}. It becomes an array of its own, and the new
 * array, which nobody uses any more, is copied into it. Arrays of different lengths are copied into rows of a matrix, one for each
 * length; if these are not known before, {@link MovedStates} keeps each array.
 */
final class MovedArrays extends Substitution {
    private final Variable variable;
    private final Function function;
    private final ArrayUses uses;
    private final MovedLengths lengths;
    private final java.util.function.Function<Callee, HelperEffects> effects;
    private final Read rows;
    private final Read position;
    private boolean isPossible = true;

    private MovedArrays(
            Variable variable, Function function, java.util.function.Function<Callee, HelperEffects> effects) {
        this.variable = variable;
        this.function = function;
        this.effects = effects;
        this.uses = new ArrayUses(function, effects);
        this.lengths = new MovedLengths(variable, function, effects);
        this.rows = new Read(new Variable(variable.name() + "Rows", new ArrayType(variable.type())));
        this.position = new Read(new Variable(variable.name() + "At", PrimitiveType.INT));
    }

    /** The function in which the only variable of the group is an array of its own, if copies tell no difference. */
    static Optional<Function> resolve(
            Function function, ReferenceGroup group, java.util.function.Function<Callee, HelperEffects> effects) {
        return form(function, group, effects)
                .filter(form -> form.lengths.areEqual())
                .flatMap(MovedArrays::resolve);
    }

    /** The same for arrays of different lengths. */
    static Optional<Function> resolveLengths(
            Function function, ReferenceGroup group, java.util.function.Function<Callee, HelperEffects> effects) {
        return form(group.withNamedArrays(function), group, effects).flatMap(form -> {
            boolean areKnown = form.lengths.different().isPresent();
            // Of rows that a matrix gets, the length must be known: that of a kept array is.
            boolean isStored = new ArrayUses(function, effects).isStored(form.variable);
            Optional<Function> kept = areKnown && !isStored
                    ? Optional.empty()
                    : new MovedStates(form.variable, form.function, form::isGivenAway).resolve();
            return kept.isEmpty() && areKnown ? form.resolve() : kept;
        });
    }

    private static Optional<MovedArrays> form(
            Function function, ReferenceGroup group, java.util.function.Function<Callee, HelperEffects> effects) {
        boolean areVectors = group.assigned().type() instanceof ArrayType type && type.rank() == 1;
        if (!areVectors || group.variables().size() > 1) {
            return Optional.empty();
        }
        Variable variable = group.assigned();
        ArrayUses uses = new ArrayUses(function, effects);
        boolean areCopiesAsGood =
                !uses.isStored(variable) || !uses.isWrittenThrough(variable, sinceStored(function.body(), variable));
        return uses.isRenamedByCall(variable) || !areCopiesAsGood
                ? Optional.empty()
                : Optional.of(new MovedArrays(variable, withCopiedRows(function, variable), effects));
    }

    private Optional<Function> resolve() {
        if (!lengths.areEqual()) {
            replace(variable, new ArrayRead(rows, position));
        }
        Block body = rewrite(function.body());
        return isPossible ? Optional.of(function.withBody(body)) : Optional.empty();
    }

    /** The statements from the first one of the variable's block that stores it into a matrix. */
    private static List<Statement> sinceStored(Block block, Variable variable) {
        List<Statement> statements = block.statements();
        boolean isDeclaredHere = statements.stream()
                .anyMatch(s -> ReferenceGroup.defined(s) == variable || ReferenceGroup.newArray(s) == variable);
        for (int i = 0; i < statements.size(); i++) {
            if (stores(Block.of(statements.get(i)), variable)) {
                List<Block> inner = isDeclaredHere ? List.of() : Walk.blocks(statements.get(i));
                return inner.stream()
                        .filter(b -> stores(b, variable))
                        .findFirst()
                        .map(b -> sinceStored(b, variable))
                        .orElse(statements.subList(i, statements.size()));
            }
        }
        return statements;
    }

    private static boolean stores(Block block, Variable variable) {
        boolean[] result = {false};
        Walk.statements(block, s -> result[0] |= isStore(s, variable));
        return result[0];
    }

    private static boolean isStore(Statement statement, Variable variable) {
        return statement instanceof Assign store
                && store.target() instanceof ArrayRead
                && store.value().equals(new Read(variable));
    }

    /** The function in which a matrix gets copies of what the variable means: the array itself is overwritten by the next one. */
    private static Function withCopiedRows(Function function, Variable variable) {
        return function.withBody(
                new IrRewriter() {
                    @Override
                    protected void rewrite(Statement statement, List<Statement> out) {
                        if (!isStore(statement, variable)) {
                            super.rewrite(statement, out);
                            return;
                        }
                        Assign store = (Assign) statement;
                        Read source = new Read(variable);
                        Variable row = Variable.temporary(variable.name() + "Row", variable.type());
                        NewArray copy = new NewArray((ArrayType) row.type(), List.of(new Length(source)));
                        out.add(new Declare(row, copy, store.origin()));
                        out.add(ReferenceCode.copy(source, new Read(row), store.origin()));
                        out.add(new Assign(store.target(), new Read(row), store.origin()));
                    }
                }.rewrite(function.body()));
    }

    @Override
    public Block rewrite(Block block) {
        List<Statement> out = new ArrayList<>();
        for (int i = 0; i < block.statements().size(); i++) {
            Statement statement = block.statements().get(i);
            if (ReferenceGroup.defined(statement) != variable) {
                boolean isResult = statement instanceof Invoke invoke && invoke.result() == variable;
                isPossible &= !isResult || isMadeBy(statement, variable);
                rewrite(statement, out);
            } else if (ReferenceGroup.source(statement) instanceof Read source) {
                isPossible &= isGivenAway(source.variable(), block.statements(), i);
                if (lengths.areEqual()) {
                    copy(statement, source, out);
                } else {
                    copyIntoRow(statement, source, out);
                }
            } else {
                isPossible &= !isBare(statement);
                rewrite(statement, out);
            }
        }
        return new Block(out);
    }

    /** A declaration without a value has no length, and a row is not at its end. */
    private static boolean isBare(Statement statement) {
        return !(statement instanceof Declare declare && declare.initial() instanceof NewArray);
    }

    private void copy(Statement statement, Read source, List<Statement> out) {
        Length length = new Length(source);
        Read target = new Read(variable);
        if (statement instanceof Declare) {
            NewArray array = new NewArray((ArrayType) variable.type(), List.of(length));
            out.add(new Declare(variable, array, statement.origin()));
        } else if (lengths.isChecked(statement)) {
            out.add(ReferenceCode.sameLength(new Length(target), length));
        }
        out.add(ReferenceCode.copyOver(source, target, statement.origin()));
    }

    private void copyIntoRow(Statement statement, Read source, List<Statement> out) {
        if (statement instanceof Declare) {
            out.addAll(ReferenceCode.rows(
                    rows.variable(), List.of(lengths.different().orElseThrow()), statement.origin()));
            out.add(new Declare(position.variable(), Literal.of(0), statement.origin()));
        } else {
            lengths.position(statement)
                    .ifPresent(row -> out.add(new Assign(position, Literal.of(row), statement.origin())));
        }
        out.add(ReferenceCode.copy(source, new ArrayRead(rows, position), statement.origin()));
    }

    /** Whether nobody can tell a copy of the array from the array that a statement gives away. */
    private boolean isGivenAway(Variable array, List<Statement> statements, int end) {
        return isAtItsEnd(array, statements, end) || isConstant(array);
    }

    /** Whether the array was made in these statements and is not used after the one that gives it away. */
    private boolean isAtItsEnd(Variable array, List<Statement> statements, int end) {
        boolean isNew = statements.subList(0, end).stream().anyMatch(s -> isMadeBy(s, array));
        boolean isUsedLater = statements.subList(end + 1, statements.size()).stream()
                .anyMatch(s -> Walk.reads(Block.of(s)).contains(array));
        return isNew && !isUsedLater && !isNamedAgain(array);
    }

    private boolean isMadeBy(Statement statement, Variable array) {
        if (statement instanceof Invoke invoke && invoke.result() == array) {
            HelperEffects callee = effects.apply(invoke.callee());
            return callee.returned().isEmpty() && !callee.returnsStatic();
        }
        return statement instanceof Declare d && d.variable() == array && d.initial() instanceof NewArray;
    }

    /** Whether another variable than ours may name the array. */
    private boolean isNamedAgain(Variable array) {
        boolean[] result = {uses.isRenamedByCall(array) || uses.isStored(array)};
        Walk.statements(function.body(), s -> {
            Place source = ReferenceGroup.source(s);
            Variable defined = ReferenceGroup.defined(s);
            result[0] |= defined != null && defined != variable && source != null && source.root() == array;
        });
        return result[0];
    }

    /** Whether no name of the array, be it an argument's, is used to change it, so that a copy is as good. */
    private boolean isConstant(Variable array) {
        return function.parameters().stream().noneMatch(uses::isWritten)
                && !uses.isWrittenByName(variable)
                && !uses.isWritten(array)
                && !uses.isReturned(variable);
    }
}
