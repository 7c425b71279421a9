package dev.pullback.processor.fuzz;

import static dev.pullback.processor.fuzz.IdiomGenerator.count;
import static dev.pullback.processor.fuzz.IdiomGenerator.plus;
import static dev.pullback.processor.fuzz.IdiomGenerator.times;

import dev.pullback.processor.fuzz.FuzzExpression.Binary;
import dev.pullback.processor.fuzz.FuzzExpression.Element;
import dev.pullback.processor.fuzz.FuzzExpression.Length;
import dev.pullback.processor.fuzz.FuzzExpression.Literal;
import dev.pullback.processor.fuzz.FuzzExpression.NewArray;
import dev.pullback.processor.fuzz.FuzzExpression.Var;
import dev.pullback.processor.fuzz.FuzzStatement.Assign;
import dev.pullback.processor.fuzz.FuzzStatement.Declare;
import dev.pullback.processor.fuzz.FuzzStatement.If;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Time loops whose states are references: two buffers that change places, or a new array in each step. */
final class TimeStepGenerator {
    private static final FuzzExpression ZERO = Literal.of(0);
    private static final FuzzExpression ONE = Literal.of(1);

    private final Random random;
    private final Scope scope;
    private final ExpressionGenerator expressions;
    private final StatementGenerator statements;
    private final LoopGenerator loops;

    TimeStepGenerator(
            Random random,
            Scope scope,
            ExpressionGenerator expressions,
            StatementGenerator statements,
            LoopGenerator loops) {
        this.random = random;
        this.scope = scope;
        this.expressions = expressions;
        this.statements = statements;
        this.loops = loops;
    }

    private FuzzExpression tame() {
        return expressions.bounded(expressions.real(2));
    }

    /** Two vectors or matrices that change places after each step. */
    List<FuzzStatement> exchange() {
        return expressions.chance(0.35) ? exchangeMatrices() : exchangeVectors();
    }

    /** Two buffers that change places after each step. */
    private List<FuzzStatement> exchangeVectors() {
        List<Scope.Slot> vectors = scope.find(FuzzType.DOUBLES, s -> s.length() > 1);
        int length = vectors.isEmpty() ? 3 : expressions.pick(vectors).length();
        FuzzExpression size = loops.lengthExpression(length);
        NewArray made = new NewArray(FuzzType.DOUBLES, List.of(size));
        Var u = scope.add(scope.fresh("u"), FuzzType.DOUBLES, true, length, 0);
        List<FuzzStatement> result = new ArrayList<>();
        result.add(new Declare(FuzzType.DOUBLES, u.name(), made));
        result.add(loops.fill(u, length));
        Var v = scope.add(scope.fresh("v"), FuzzType.DOUBLES, true, length, 0);
        result.add(new Declare(FuzzType.DOUBLES, v.name(), made));
        result.add(scope.inner(() -> {
            Var t = scope.addInt(scope.fresh("t"), false, 0, 2);
            List<FuzzStatement> body = new ArrayList<>();
            body.add(scope.inner(() -> {
                Var i = scope.addInt(scope.fresh("i"), false, 0, length - 1);
                FuzzExpression old = new Element(u, i);
                FuzzExpression neighbour = new Element(u, new Binary("%", plus(i, ONE), size));
                FuzzExpression value = expressions.bounded(plus(times(old, tame()), neighbour));
                String operator = expressions.pick(List.of("=", "=", "+="));
                return count(i.name(), ZERO, size, List.of(new Assign(new Element(v, i), operator, value)));
            }));
            if (expressions.chance(0.4)) {
                body.addAll(statements.loopBlock(0));
            }
            List<FuzzStatement> swap = swap(u, v);
            if (expressions.chance(0.2)) {
                body.add(new If(expressions.condition(1), swap, List.of()));
            } else {
                body.addAll(swap);
            }
            return count(t.name(), ZERO, Literal.of(2 + random.nextInt(2)), body);
        }));
        return result;
    }

    /** A state that is a new array after each step, while the old one has another name, and perhaps keeps it for the next step. */
    List<FuzzStatement> newStates() {
        int length = 2 + random.nextInt(2);
        NewArray made = vector(length);
        Var state = scope.add(scope.fresh("now"), FuzzType.DOUBLES, true, length, 0);
        List<FuzzStatement> result = new ArrayList<>();
        result.add(new Declare(FuzzType.DOUBLES, state.name(), made));
        result.add(loops.fill(state, length));
        Var before = scope.add(scope.fresh("before"), FuzzType.DOUBLES, true, length, 0);
        result.add(new Declare(FuzzType.DOUBLES, before.name(), made));
        boolean isKept = expressions.chance(0.4);
        boolean isFilledAfter = expressions.chance(0.4);
        result.add(scope.inner(() -> {
            Var t = scope.addInt(scope.fresh("t"), false, 0, 2);
            Var old = isKept ? before : new Var(scope.fresh("old"), FuzzType.DOUBLES);
            List<FuzzStatement> body =
                    isFilledAfter ? filledAfter(state, old, length, isKept) : filledBefore(state, old, length, isKept);
            return count(t.name(), ZERO, Literal.of(2 + random.nextInt(2)), body);
        }));
        return result;
    }

    /** {@code old = state; state = new double[n]; ...}. */
    private List<FuzzStatement> filledAfter(Var state, Var old, int length, boolean isKept) {
        List<FuzzStatement> body = new ArrayList<>();
        body.add(isKept ? new Assign(old, "=", state) : new Declare(FuzzType.DOUBLES, old.name(), state));
        body.add(new Assign(state, "=", vector(length)));
        body.add(step(old, state, length));
        if (expressions.chance(0.4)) {
            body.addAll(statements.loopBlock(0));
        }
        return body;
    }

    /** {@code next = new double[n]; ...; state = next;}. */
    private List<FuzzStatement> filledBefore(Var state, Var old, int length, boolean isKept) {
        List<FuzzStatement> body = new ArrayList<>();
        if (!isKept) {
            body.add(new Declare(FuzzType.DOUBLES, old.name(), state));
        }
        Var next = new Var(scope.fresh("next"), FuzzType.DOUBLES);
        body.add(new Declare(FuzzType.DOUBLES, next.name(), vector(length)));
        body.add(step(old, next, length));
        if (expressions.chance(0.4)) {
            body.addAll(statements.loopBlock(0));
        }
        List<FuzzStatement> move = isKept
                ? List.of(new Assign(old, "=", state), new Assign(state, "=", next))
                : List.of(new Assign(state, "=", next));
        body.addAll(expressions.chance(0.2) ? List.of(new If(expressions.condition(1), move, List.of())) : move);
        return body;
    }

    private static NewArray vector(int length) {
        return new NewArray(FuzzType.DOUBLES, List.of(Literal.of(length)));
    }

    private FuzzStatement step(Var old, Var next, int length) {
        return scope.inner(() -> {
            Var i = scope.addInt(scope.fresh("i"), false, 0, length - 1);
            FuzzExpression near = new Element(old, new Binary("%", plus(i, ONE), Literal.of(length)));
            FuzzExpression value = expressions.bounded(plus(times(new Element(old, i), tame()), near));
            return count(i.name(), ZERO, Literal.of(length), List.of(new Assign(new Element(next, i), "=", value)));
        });
    }

    /** Two matrices that change places after each step. */
    private List<FuzzStatement> exchangeMatrices() {
        int rows = 2 + random.nextInt(2);
        int columns = 2;
        NewArray made = new NewArray(FuzzType.MATRIX, List.of(Literal.of(rows), Literal.of(columns)));
        Var u = scope.add(scope.fresh("u"), FuzzType.MATRIX, true, rows, columns);
        List<FuzzStatement> result = new ArrayList<>();
        result.add(new Declare(FuzzType.MATRIX, u.name(), made));
        result.add(loops.fillRows(u, rows, columns));
        Var v = scope.add(scope.fresh("v"), FuzzType.MATRIX, true, rows, columns);
        result.add(new Declare(FuzzType.MATRIX, v.name(), made));
        result.add(scope.inner(() -> {
            Var t = scope.addInt(scope.fresh("t"), false, 0, 2);
            List<FuzzStatement> body = new ArrayList<>();
            body.add(scope.inner(() -> {
                Var i = scope.addInt(scope.fresh("i"), false, 0, rows - 1);
                FuzzExpression row = expressions.chance(0.3) ? ZERO : i;
                FuzzExpression near = expressions.chance(0.5)
                        ? new Binary("%", plus(i, ONE), Literal.of(rows))
                        : expressions.integer(0, rows - 1, 0);
                return count(i.name(), ZERO, new Length(u), List.of(scope.inner(() -> {
                    Var j = scope.addInt(scope.fresh("j"), false, 0, columns - 1);
                    FuzzExpression old = new Element(new Element(u, row), j);
                    FuzzExpression neighbour = new Element(new Element(u, near), ONE);
                    FuzzExpression value = expressions.bounded(plus(times(old, tame()), neighbour));
                    FuzzExpression target = new Element(new Element(v, i), j);
                    String operator = expressions.pick(List.of("=", "=", "+="));
                    return count(j.name(), ZERO, Literal.of(columns), List.of(new Assign(target, operator, value)));
                })));
            }));
            if (expressions.chance(0.4)) {
                body.addAll(statements.loopBlock(0));
            }
            body.addAll(swap(u, v));
            return count(t.name(), ZERO, Literal.of(2 + random.nextInt(2)), body);
        }));
        return result;
    }

    private List<FuzzStatement> swap(Var u, Var v) {
        Var saved = new Var(scope.fresh("swap"), u.type());
        return List.of(new Declare(u.type(), saved.name(), u), new Assign(u, "=", v), new Assign(v, "=", saved));
    }
}
