package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * References that take each other's arrays, as in {@code t = a; a = b; b = t}. Vectors become rows of one matrix, which may have
 * different lengths, matrices pages of one array of three dimensions, and the variables indices. Arguments are copied in at the start
 * and out at the end. Matrices must have rows of one length, and those that other methods return one shape, which is checked at run time.
 */
final class ExchangedArrays extends Substitution {
    private final Function function;
    private final Variable rows;
    private final List<Variable> arrays;
    private final List<Variable> sizes = new ArrayList<>();
    private final Map<Variable, Variable> cursors = new LinkedHashMap<>();
    private final ExchangedLengths lengths;
    private final boolean isWritten;

    private ExchangedArrays(
            Function function,
            ReferenceGroup group,
            List<Variable> arrays,
            ExchangedLengths lengths,
            boolean isWritten) {
        this.function = function;
        this.lengths = lengths;
        this.arrays = arrays;
        this.isWritten = isWritten;
        Variable first = group.variables().iterator().next();
        this.rows = new Variable(first.name() + "Rows", new ArrayType(first.type()));
        for (Variable variable : group.variables()) {
            Variable cursor = new Variable(variable.name() + "At", PrimitiveType.INT);
            cursors.put(variable, cursor);
            replace(variable, new ArrayRead(new Read(rows), new Read(cursor)));
        }
        arrays.forEach(array -> replace(array, row(array)));
    }

    private ArrayRead row(Variable array) {
        return new ArrayRead(new Read(rows), Literal.of(arrays.indexOf(array)));
    }

    /** The function in which the group's arrays are rows of a matrix, if all of them live as long as the method. */
    static Optional<Function> resolve(
            Function original,
            ReferenceGroup references,
            java.util.function.Function<Callee, HelperEffects> effects,
            boolean isHelper) {
        Function function = references.withNamedArrays(original);
        ReferenceGroup group = references.in(function);
        ArrayUses uses = new ArrayUses(function, effects);
        List<Variable> arrays = group.sources().stream()
                .map(source -> array(source, function))
                .distinct()
                .toList();
        if (!isExchanged((ArrayType) group.assigned().type())
                || arrays.contains(null)
                || !arrays.stream().allMatch(a -> isMade(a, function, effects))) {
            return Optional.empty();
        }
        boolean isWritten = group.variables().stream().anyMatch(uses::isWritten)
                || function.parameters().stream().anyMatch(uses::isWritten);
        boolean isReturned = group.variables().stream().anyMatch(uses::isReturned)
                || arrays.stream().anyMatch(uses::isReturned);
        boolean hasArguments = arrays.stream().anyMatch(function.parameters()::contains);
        if (hasArguments && isReturned || group.variables().stream().anyMatch(uses::isRenamedByCall)) {
            return Optional.empty();
        }
        ExchangedLengths lengths = ExchangedLengths.of(function, arrays, effects);
        return lengths.areFollowed()
                ? Optional.of(new ExchangedArrays(function, group, arrays, lengths, isWritten).resolve(isHelper))
                : Optional.empty();
    }

    /** Whether there are arrays with one dimension more, in which such arrays can be rows. */
    private static boolean isExchanged(ArrayType type) {
        return type.rank() == 1 || type.rank() == 2 && type.scalar() != PrimitiveType.FLOAT;
    }

    /** The array behind a plain name, or null. */
    private static @Nullable Variable array(Place source, Function function) {
        Variable[] result = {source instanceof Read read ? read.variable() : null};
        boolean[] changed = {result[0] != null};
        while (changed[0]) {
            changed[0] = false;
            Walk.statements(function.body(), s -> {
                if (s instanceof Declare d && d.variable() == result[0] && d.initial() instanceof Place alias) {
                    result[0] = alias instanceof Read read ? read.variable() : null;
                    changed[0] = result[0] != null;
                }
            });
        }
        return result[0];
    }

    /** Whether the array is an argument, or made by a statement of the method's outermost block. */
    private static boolean isMade(
            Variable array, Function function, java.util.function.Function<Callee, HelperEffects> effects) {
        return function.parameters().contains(array)
                || function.body().statements().stream().anyMatch(s -> makes(s, array, effects));
    }

    private static boolean makes(
            Statement statement, Variable array, java.util.function.Function<Callee, HelperEffects> effects) {
        if (statement instanceof Invoke invoke && invoke.result() == array) {
            HelperEffects callee = effects.apply(invoke.callee());
            return invoke.callee().isLocal() && callee.returned().isEmpty() && !callee.returnsStatic();
        }
        return statement instanceof Declare d && d.variable() == array && d.initial() instanceof NewArray;
    }

    private Function resolve(boolean isHelper) {
        List<Variable> arguments = arguments();
        List<Statement> out = new ArrayList<>();
        for (Variable argument : arguments) {
            if (isHelper && isWritten) {
                checkDistinct(argument, out);
            }
            List<Expression> lengths = ReferenceCode.lengths(new Read(argument));
            if (argument == arguments.get(0)) {
                declareRows(lengths, Origin.NONE, out);
            } else {
                takeIn(lengths, out);
            }
            out.add(ReferenceCode.copy(new Read(argument), row(argument), Origin.NONE));
        }
        out.addAll(rewrite(function.body()).statements());
        if (function.returnType() == PrimitiveType.VOID && !endsWithReturn(out)) {
            out.addAll(copiesOut());
        }
        return function.withBody(new Block(out));
    }

    private static boolean endsWithReturn(List<Statement> statements) {
        return !statements.isEmpty() && statements.get(statements.size() - 1) instanceof Return;
    }

    private List<Variable> arguments() {
        return arrays.stream().filter(function.parameters()::contains).toList();
    }

    private void checkDistinct(Variable argument, List<Statement> out) {
        for (Variable other : function.parameters()) {
            boolean isPair = !arguments().contains(other)
                    || function.parameters().indexOf(argument)
                            < function.parameters().indexOf(other);
            if (other != argument
                    && isPair
                    && other.type() instanceof ArrayType type
                    && type.scalar().equals(((ArrayType) argument.type()).scalar())) {
                out.add(ReferenceCode.distinct(argument, other));
            }
        }
    }

    private void declareRows(List<Expression> shape, Origin origin, List<Statement> out) {
        if (lengths.different().isPresent()) {
            out.addAll(ReferenceCode.rows(rows, lengths.different().get(), origin));
            return;
        }
        List<Expression> dimensions = new ArrayList<>(List.of(Literal.of(arrays.size())));
        for (Expression length : shape) {
            if (shape.size() == 1) {
                dimensions.add(length);
            } else {
                // Of no rows none can be asked for its length later.
                Variable size = new Variable(sizes.isEmpty() ? "rows" : "columns", PrimitiveType.INT);
                sizes.add(size);
                out.add(new Declare(size, length, origin));
                dimensions.add(new Read(size));
            }
        }
        out.add(new Declare(rows, new NewArray((ArrayType) rows.type(), dimensions), origin));
    }

    /** Checks the shape of another array, if it is not known. */
    private void takeIn(List<Expression> shape, List<Statement> out) {
        for (int i = 0; i < shape.size() && lengths.areChecked(); i++) {
            Expression expected =
                    sizes.isEmpty() ? new Length(new ArrayRead(new Read(rows), Literal.of(0))) : new Read(sizes.get(i));
            out.add(ReferenceCode.sameLength(expected, shape.get(i)));
        }
    }

    private List<Statement> copiesOut() {
        return isWritten
                ? arguments().stream()
                        .map(argument -> ReferenceCode.copy(row(argument), new Read(argument), Origin.NONE))
                        .toList()
                : List.of();
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        Variable defined = ReferenceGroup.defined(statement);
        if (defined != null && cursors.containsKey(defined)) {
            Place source = ReferenceGroup.source(statement);
            Expression index = source == null ? null : index((Read) source);
            Variable cursor = Objects.requireNonNull(cursors.get(defined));
            out.add(
                    statement instanceof Declare
                            ? new Declare(cursor, index, statement.origin())
                            : new Assign(new Read(cursor), Objects.requireNonNull(index), statement.origin()));
        } else if (statement instanceof Declare d && arrays.contains(d.variable())) {
            List<Expression> lengths = ((NewArray) d.value())
                    .dimensions().stream().map(this::rewrite).toList();
            make(d.variable(), lengths, d.origin(), out);
        } else if (statement instanceof Invoke invoke && arrays.contains(invoke.result())) {
            super.rewrite(statement, out);
            Read made = new Read(invoke.variable());
            make(invoke.variable(), ReferenceCode.lengths(made), invoke.origin(), out);
            out.add(ReferenceCode.copy(made, row(invoke.variable()), invoke.origin()));
        } else if (statement instanceof Return) {
            out.addAll(copiesOut());
            super.rewrite(statement, out);
        } else {
            super.rewrite(statement, out);
        }
    }

    /** An array made in the method: the first one makes the matrix unless an argument did. */
    private void make(Variable array, List<Expression> shape, Origin origin, List<Statement> out) {
        if (arguments().isEmpty() && firstMade() == array) {
            declareRows(shape, origin, out);
        } else {
            takeIn(shape, out);
        }
        if (lengths.different().isPresent()) {
            shape.forEach(length -> checkNotNegative(length, out));
        }
    }

    /** Java makes the array here, and a negative length is an error. */
    private static void checkNotNegative(Expression length, List<Statement> out) {
        Expression possible = LoopHeader.atLeastZero(length);
        if (!possible.equals(length)) {
            out.add(ReferenceCode.sameLength(possible, length));
        }
    }

    private Variable firstMade() {
        return ExchangedLengths.firstMade(function, arrays).orElseThrow();
    }

    private Expression index(Read source) {
        Variable cursor = cursors.get(source.variable());
        return cursor != null
                ? new Read(cursor)
                : Literal.of(arrays.indexOf(Objects.requireNonNull(array(source, function))));
    }
}
