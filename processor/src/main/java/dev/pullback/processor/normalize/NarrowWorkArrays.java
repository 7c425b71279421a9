package dev.pullback.processor.normalize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.analysis.ElementAccess;
import dev.pullback.processor.analysis.NonNegative;
import dev.pullback.processor.analysis.ThrowingExpressions;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Throw;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves a work array that was allocated once outside a loop into the loop, if every iteration overwrites all of it before
 * reading it. The array is then visibly private to the iteration; the workspace keeps it from being allocated each time.
 */
public final class NarrowWorkArrays {
    private final ArrayRoots roots;
    private final Effects effects;
    private final NonNegative nonNegative;
    private final Set<Variable> written;

    private NarrowWorkArrays(Function function) {
        this.roots = new ArrayRoots(function);
        this.effects = new Effects(roots);
        this.nonNegative = new NonNegative(function);
        this.written = effects.written(function.body());
    }

    /** {@code function} with work arrays declared in the iteration they serve. */
    public static Function apply(Function function) {
        return function.withBody(new NarrowWorkArrays(function).narrow(function.body()));
    }

    private Block narrow(Block block) {
        List<Statement> statements = new ArrayList<>(block.statements());
        for (int i = statements.size() - 1; i >= 0; i--) {
            if (statements.get(i) instanceof Declare d && d.initial() instanceof NewArray array) {
                List<Statement> rest = statements.subList(i + 1, statements.size());
                Optional<Integer> user = onlyUser(d.variable(), rest);
                if (user.isPresent() && sink(d, array, rest.get(user.get())).isPresent()) {
                    rest.set(user.get(), sink(d, array, rest.get(user.get())).get());
                    statements.remove(i);
                    statements.addAll(i, lengthChecks(d, array.dimensions().get(0)));
                }
            }
        }
        List<Statement> result = new ArrayList<>();
        statements.forEach(s -> result.add(descend(s)));
        return new Block(result);
    }

    /** What throws for a wrong length, as the array did that was here, also if the loop does not run. */
    private List<Statement> lengthChecks(Declare declare, Expression length) {
        List<Statement> checks = new ArrayList<>();
        Expression checked = length;
        if (ThrowingExpressions.mayThrow(length)) {
            Variable named = Variable.temporary(declare.variable().name() + "Length", PrimitiveType.INT);
            checks.add(new Declare(named, length, declare.origin()));
            checked = new Read(named);
        }
        if (!nonNegative.holds(length)) {
            Throw negative = new Throw(negativeSize(checked), declare.origin());
            Compare isNegative = new Compare(Compare.Operator.LESS, checked, Literal.of(0));
            checks.add(new If(isNegative, Block.of(negative), Block.EMPTY, declare.origin()));
        }
        return checks;
    }

    private static Opaque negativeSize(Expression length) {
        ObjectType exception = new ObjectType("java.lang.NegativeArraySizeException");
        List<Opaque.Piece> pieces = List.of(
                new Opaque.Text("new "),
                new Opaque.Type(exception),
                new Opaque.Text("(\"\" + "),
                new Opaque.Operand(length, Opaque.PRIMARY),
                new Opaque.Text(")"));
        return new Opaque(exception, Opaque.PRIMARY, pieces, null);
    }

    private Statement descend(Statement statement) {
        if (statement instanceof If s) {
            return new If(s.condition(), narrow(s.whenTrue()), narrow(s.whenFalse()), s.origin());
        } else if (statement instanceof CountedLoop s) {
            return s.withBody(narrow(s.body()));
        } else if (statement instanceof While s) {
            return s.withBody(narrow(s.body()));
        }
        return statement;
    }

    /** The loop with the declaration at the start of its body, or of the body of the only loop inside that uses it. */
    private Optional<Statement> sink(Declare declare, NewArray array, Statement user) {
        if (!(user instanceof CountedLoop loop) || !isInvariant(array, loop)) {
            return Optional.empty();
        }
        List<Statement> body = new ArrayList<>(loop.body().statements());
        Optional<Integer> inner = onlyUser(declare.variable(), body);
        if (inner.isPresent() && sink(declare, array, body.get(inner.get())).isPresent()) {
            body.set(inner.get(), sink(declare, array, body.get(inner.get())).get());
        } else if (startsOver(declare.variable(), array, body)) {
            body.add(0, declare);
        } else {
            return Optional.empty();
        }
        return Optional.of(loop.withBody(new Block(body)));
    }

    /** Whether the array has the same length wherever it is declared: before the loop, too, nothing changes it. */
    private boolean isInvariant(NewArray array, CountedLoop loop) {
        Set<Variable> inside = Walk.declarations(loop.body());
        inside.add(loop.index());
        return array.dimensions().size() == 1
                && effects.isInvariant(array.dimensions().get(0), written)
                && Walk.reads(array.dimensions().get(0)).stream().noneMatch(inside::contains);
    }

    private Optional<Integer> onlyUser(Variable array, List<Statement> statements) {
        List<Integer> users = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            if (mentions(statements.get(i), array)) {
                users.add(i);
            }
        }
        return users.size() == 1 ? Optional.of(users.get(0)) : Optional.empty();
    }

    /** Whether the first statement that uses the array is a loop of which each iteration assigns one element before it reads it. */
    private boolean startsOver(Variable variable, NewArray array, List<Statement> body) {
        Optional<Statement> first =
                body.stream().filter(s -> mentions(s, variable)).findFirst();
        if (first.isEmpty() || !(first.get() instanceof CountedLoop loop) || !coversAll(loop, variable, array)) {
            return false;
        }
        if (!new ElementAccess(roots, variable).isBelow(List.of(new Read(loop.index())), loop.body())) {
            return false;
        }
        Place element = new ArrayRead(new Read(variable), new Read(loop.index()));
        for (Statement statement : loop.body().statements()) {
            if (statement instanceof Assign s && s.target().equals(element) && !effects.reads(s.value(), variable)) {
                return true;
            }
            if (mentions(statement, variable)) {
                return false;
            }
        }
        return false;
    }

    private static boolean coversAll(CountedLoop loop, Variable variable, NewArray array) {
        Expression length = new Length(new Read(variable));
        return loop.step() == 1
                && loop.from().equals(Literal.of(0))
                && (loop.to().equals(array.dimensions().get(0)) || loop.to().equals(length));
    }

    private boolean mentions(Statement statement, Variable array) {
        boolean[] result = {false};
        Walk.statements(Block.of(statement), s -> {
            Place target = Effects.target(s);
            result[0] |= target != null && roots.root(target) == array;
            result[0] |= Walk.inputs(s).stream().anyMatch(e -> effects.reads(e, array));
        });
        return result[0];
    }
}
