package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.ArrayCall;
import dev.pullback.processor.fuzz.FuzzExpression.Binary;
import dev.pullback.processor.fuzz.FuzzExpression.Conditional;
import dev.pullback.processor.fuzz.FuzzExpression.Element;
import dev.pullback.processor.fuzz.FuzzExpression.Literal;
import dev.pullback.processor.fuzz.FuzzExpression.MathCall;
import dev.pullback.processor.fuzz.FuzzExpression.NewArray;
import dev.pullback.processor.fuzz.FuzzExpression.Var;
import dev.pullback.processor.fuzz.FuzzStatement.Assign;
import dev.pullback.processor.fuzz.FuzzStatement.Declare;
import dev.pullback.processor.fuzz.FuzzStatement.For;
import dev.pullback.processor.fuzz.FuzzStatement.If;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The loops of numeric code, with random parts: running maxima, recurrences, substitution, factorization, time steps in place
 * and between buffers ({@link TimeStepGenerator}), rows taken one after the other, copies. Optimisations aim at these shapes, so mistakes
 * hide in them.
 */
final class IdiomGenerator {
    private static final FuzzExpression ZERO = Literal.of(0);
    private static final FuzzExpression ONE = Literal.of(1);

    private final Random random;
    private final Scope scope;
    private final ExpressionGenerator expressions;
    private final StatementGenerator statements;
    private final LoopGenerator loops;
    private final TimeStepGenerator timeSteps;

    IdiomGenerator(
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
        this.timeSteps = new TimeStepGenerator(random, scope, expressions, statements, loops);
    }

    /** Any of them that the variables in scope allow; arrays are exchanged in the outermost block of a method only. */
    List<FuzzStatement> statement(boolean isOutermost) {
        List<Scope.Slot> vectors = scope.find(FuzzType.DOUBLES, s -> s.length() > 1);
        List<Scope.Slot> written = scope.find(FuzzType.DOUBLES, s -> s.isAssignable() && s.length() > 1);
        List<Scope.Slot> matrices = scope.find(FuzzType.MATRIX, s -> s.length() > 1);
        return switch (random.nextInt(10)) {
            case 0 -> vectors.isEmpty() ? cross() : runningMaximum(expressions.pick(vectors));
            case 1 -> written.isEmpty() ? factorization() : stencil(expressions.pick(written));
            case 2 -> vectors.isEmpty() ? factorization() : substitution(expressions.pick(vectors));
            case 3 -> factorization();
            case 4 -> !isOutermost ? factorization() : timeSteps.exchange();
            case 5 -> matrices.isEmpty() ? cross() : rowCursor(expressions.pick(matrices));
            case 6 -> vectors.isEmpty() ? cross() : logOfSum(expressions.pick(vectors));
            case 8 -> timeSteps.newStates();
            case 7 -> vectors.isEmpty() ? cross() : copy(expressions.pick(vectors), isOutermost);
            default -> cross();
        };
    }

    private FuzzExpression tame() {
        return expressions.bounded(expressions.real(2));
    }

    static FuzzExpression plus(FuzzExpression left, FuzzExpression right) {
        return new Binary("+", left, right);
    }

    static FuzzExpression times(FuzzExpression left, FuzzExpression right) {
        return new Binary("*", left, right);
    }

    private Declare real(Var variable, FuzzExpression init) {
        return new Declare(FuzzType.DOUBLE, variable.name(), init);
    }

    private Var newReal(String name) {
        return scope.add(scope.fresh(name), FuzzType.DOUBLE, true, 0, 0);
    }

    static For count(String index, FuzzExpression from, FuzzExpression to, List<FuzzStatement> body) {
        return new For(index, from, "<", to, 1, body);
    }

    /** {@code m = Math.max(m, a[i])}, or {@code if (a[i] > m) { m = a[i]; at = i; }}. */
    private List<FuzzStatement> runningMaximum(Scope.Slot vector) {
        FuzzExpression first = expressions.chance(0.5) ? new Element(vector.variable(), ZERO) : tame();
        Var best = newReal("best");
        List<FuzzStatement> result = new ArrayList<>(List.of(real(best, first)));
        if (expressions.chance(0.4)) {
            result.add(scope.inner(() -> {
                Var i = scope.addInt(scope.fresh("i"), false, 0, vector.length() - 1);
                FuzzExpression candidate = expressions.chance(0.5)
                        ? new Element(vector.variable(), i)
                        : times(new Element(vector.variable(), i), tame());
                String name = expressions.chance(0.5) ? "max" : "min";
                FuzzExpression next = new MathCall("Math", name, List.of(best, candidate), FuzzType.DOUBLE);
                return count(
                        i.name(), ZERO, loops.lengthExpression(vector.length()), List.of(new Assign(best, "=", next)));
            }));
            return result;
        }
        Var at = scope.addInt(scope.fresh("at"), false, 0, vector.length() - 1);
        result.add(new Declare(FuzzType.INT, at.name(), ZERO));
        result.add(scope.inner(() -> {
            Var i = scope.addInt(scope.fresh("i"), false, 0, vector.length() - 1);
            FuzzExpression element = new Element(vector.variable(), i);
            List<FuzzStatement> taken = new ArrayList<>(List.of(new Assign(best, "=", element)));
            taken.add(random.nextInt(2) * taken.size(), new Assign(at, "=", i));
            If replace = new If(new Binary(expressions.pick(List.of(">", ">=", "<")), element, best), taken, List.of());
            return count(i.name(), ONE, loops.lengthExpression(vector.length()), List.of(replace));
        }));
        if (expressions.chance(0.6)) {
            result.add(new Assign(best, "*=", new Element(vector.variable(), at)));
        }
        return result;
    }

    /** Steps in time on one array: {@code a[i] += c * (a[i - 1] - a[i + 1])} and the like. */
    private List<FuzzStatement> stencil(Scope.Slot vector) {
        Var a = vector.variable();
        return List.of(scope.inner(() -> {
            Var t = scope.addInt(scope.fresh("t"), false, 0, 2);
            FuzzStatement sweep = scope.inner(() -> {
                Var i = scope.addInt(scope.fresh("i"), false, 1, vector.length() - 1);
                FuzzExpression before = new Element(a, new Binary("-", i, ONE));
                FuzzExpression here = new Element(a, i);
                FuzzExpression change = new Binary("-", before, times(Literal.of(2.0), here));
                String operator = expressions.pick(List.of("=", "+=", "-="));
                FuzzExpression value = expressions.bounded(times(expressions.real(1), change));
                FuzzStatement update = new Assign(here, operator, value);
                return expressions.chance(0.5)
                        ? count(i.name(), ONE, loops.lengthExpression(vector.length()), List.of(update))
                        : new For(i.name(), Literal.of(vector.length() - 1), ">=", ONE, -1, List.of(update));
            });
            List<FuzzStatement> body = new ArrayList<>(List.of(sweep));
            if (expressions.chance(0.5)) {
                body.addAll(statements.loopBlock(0));
            }
            return count(t.name(), ZERO, Literal.of(2 + random.nextInt(2)), body);
        }));
    }

    /** Elements written once, each from those before it: {@code y[i] = (b[i] - sum of c[k] * y[k]) / d}. */
    private List<FuzzStatement> substitution(Scope.Slot vector) {
        int length = vector.length();
        FuzzExpression size = loops.lengthExpression(length);
        Var solution = scope.add(scope.fresh("y"), FuzzType.DOUBLES, true, length, 0);
        List<FuzzStatement> result = new ArrayList<>();
        result.add(new Declare(FuzzType.DOUBLES, solution.name(), new NewArray(FuzzType.DOUBLES, List.of(size))));
        result.add(scope.inner(() -> {
            Var i = scope.addInt(scope.fresh("i"), false, 0, length - 1);
            FuzzExpression right = new Element(vector.variable(), i);
            Var sum = newReal("sum");
            List<FuzzStatement> body = new ArrayList<>(List.of(real(sum, right)));
            if (expressions.chance(0.7)) {
                body.add(scope.inner(() -> {
                    Var k = scope.addInt(scope.fresh("k"), false, 0, length - 2);
                    FuzzExpression factor = expressions.chance(0.5)
                            ? new Element(vector.variable(), k)
                            : expressions.bounded(expressions.real(1));
                    FuzzExpression term = times(factor, new Element(solution, k));
                    return count(k.name(), ZERO, i, List.of(new Assign(sum, "-=", term)));
                }));
            } else {
                FuzzExpression before = new Element(solution, new Binary("-", i, ONE));
                FuzzStatement add = new Assign(sum, expressions.pick(List.of("+=", "-=")), times(tame(), before));
                body.add(new If(new Binary(">", i, ZERO), List.of(add), List.of()));
            }
            FuzzExpression value =
                    expressions.chance(0.5) ? expressions.bounded(sum) : new Binary("/", sum, expressions.positive(1));
            body.add(new Assign(new Element(solution, i), "=", value));
            return count(i.name(), ZERO, size, body);
        }));
        return result;
    }

    /** Cholesky's scheme on a small triangle. */
    private List<FuzzStatement> factorization() {
        int size = 2 + random.nextInt(2);
        FuzzExpression order = Literal.of(size);
        NewArray square = new NewArray(FuzzType.MATRIX, List.of(order, order));
        Var factor = scope.add(scope.fresh("l"), FuzzType.MATRIX, true, size, size);
        return List.of(new Declare(FuzzType.MATRIX, factor.name(), square), scope.inner(() -> {
            Var i = scope.addInt(scope.fresh("i"), false, 0, size - 1);
            return count(i.name(), ZERO, order, List.of(scope.inner(() -> {
                Var j = scope.addInt(scope.fresh("j"), false, 0, size - 1);
                FuzzExpression start = tame();
                Var sum = newReal("sum");
                FuzzStatement reduce = scope.inner(() -> {
                    Var k = scope.addInt(scope.fresh("k"), false, 0, size - 1);
                    FuzzExpression left = new Element(new Element(factor, i), k);
                    FuzzExpression right = new Element(new Element(factor, j), k);
                    return count(k.name(), ZERO, j, List.of(new Assign(sum, "-=", times(left, right))));
                });
                FuzzExpression root =
                        new MathCall("Math", "sqrt", List.of(plus(Literal.of(1.0), times(sum, sum))), FuzzType.DOUBLE);
                FuzzExpression here = new Element(new Element(factor, i), j);
                FuzzExpression diagonal = new Element(new Element(factor, j), j);
                FuzzStatement store = new If(
                        new Binary("==", i, j),
                        List.of(new Assign(here, "=", root)),
                        List.of(new Assign(here, "=", new Binary("/", sum, diagonal))));
                return new For(j.name(), ZERO, "<=", i, 1, List.of(real(sum, start), reduce, store));
            })));
        }));
    }

    /** {@code double[] row = m[0]; for (...) { ...; row = m[i]; }}. */
    private List<FuzzStatement> rowCursor(Scope.Slot matrix) {
        Var row = scope.add(scope.fresh("cursor"), FuzzType.DOUBLES, matrix.isAssignable(), matrix.columns(), 0);
        FuzzStatement declare = new Declare(FuzzType.DOUBLES, row.name(), new Element(matrix.variable(), ZERO));
        return List.of(declare, scope.inner(() -> {
            Var i = scope.addInt(scope.fresh("i"), false, 1, matrix.length() - 1);
            List<FuzzStatement> body = new ArrayList<>(statements.loopBlock(0));
            FuzzStatement move = new Assign(row, "=", new Element(matrix.variable(), i));
            body.add(random.nextInt(2) * body.size(), move);
            return count(i.name(), ONE, Literal.of(matrix.length()), body);
        }));
    }

    /** {@code Math.log(sum of Math.exp(a[i] - best)) + best}. */
    private List<FuzzStatement> logOfSum(Scope.Slot vector) {
        List<FuzzStatement> result = new ArrayList<>();
        Var best = newReal("best");
        FuzzExpression length = loops.lengthExpression(vector.length());
        result.add(real(best, new Element(vector.variable(), ZERO)));
        result.add(scope.inner(() -> {
            Var i = scope.addInt(scope.fresh("i"), false, 1, vector.length() - 1);
            FuzzExpression element = new Element(vector.variable(), i);
            FuzzExpression max = new MathCall("Math", "max", List.of(best, element), FuzzType.DOUBLE);
            return count(i.name(), ONE, length, List.of(new Assign(best, "=", max)));
        }));
        Var sum = newReal("sum");
        result.add(real(sum, Literal.of(0.0)));
        result.add(scope.inner(() -> {
            Var i = scope.addInt(scope.fresh("i"), false, 0, vector.length() - 1);
            FuzzExpression shifted = new Binary("-", new Element(vector.variable(), i), best);
            FuzzExpression exp = new MathCall("Math", "exp", List.of(shifted), FuzzType.DOUBLE);
            FuzzExpression term = expressions.chance(0.5) ? exp : times(exp, expressions.positive(1));
            return count(i.name(), ZERO, length, List.of(new Assign(sum, "+=", term)));
        }));
        FuzzExpression log =
                new MathCall("Math", "log", List.of(plus(Literal.of(0.5), times(sum, sum))), FuzzType.DOUBLE);
        result.add(real(newReal("lse"), plus(log, best)));
        return result;
    }

    /** A copy, whole or in part, or one of two arrays. */
    private List<FuzzStatement> copy(Scope.Slot vector, boolean isOutermost) {
        int length = vector.length();
        Var a = vector.variable();
        FuzzExpression value = switch (random.nextInt(5)) {
            case 0, 1 -> expressions.mapped(vector);
            case 2 -> new ArrayCall("clone", FuzzType.DOUBLES, List.of(a));
            case 3 -> new ArrayCall("copyOf", FuzzType.DOUBLES, List.of(a, Literal.of(length)));
            default -> new ArrayCall("copyOfRange", FuzzType.DOUBLES, List.of(a, ZERO, Literal.of(length)));
        };
        List<FuzzStatement> result = new ArrayList<>();
        Var copy = scope.add(scope.fresh("copy"), FuzzType.DOUBLES, true, length, 0);
        result.add(new Declare(FuzzType.DOUBLES, copy.name(), value));
        switch (random.nextInt(isOutermost ? 4 : 3)) {
            case 0 -> {
                FuzzExpression moved = Literal.of(length - 1);
                List<FuzzExpression> shift = expressions.chance(0.5)
                        ? List.of(copy, ZERO, copy, ONE, moved)
                        : List.of(a, ONE, copy, ZERO, moved);
                result.add(new FuzzStatement.Call(new ArrayCall("arraycopy", FuzzType.VOID, shift)));
            }
            case 1 -> {
                List<FuzzExpression> part = expressions.chance(0.5)
                        ? List.of(copy, tame())
                        : List.of(copy, ZERO, Literal.of(1 + random.nextInt(length)), tame());
                result.add(new FuzzStatement.Call(new ArrayCall("fill", FuzzType.VOID, part)));
            }
            case 3 -> {
                FuzzExpression other = new ArrayCall("clone", FuzzType.DOUBLES, List.of(copy));
                Var second = scope.add(scope.fresh("other"), FuzzType.DOUBLES, true, length, 0);
                result.add(new Declare(FuzzType.DOUBLES, second.name(), other));
                FuzzExpression choice = new Conditional(expressions.condition(1), copy, second);
                boolean isWritten = expressions.chance(0.5);
                Var chosen = scope.add(scope.fresh("chosen"), FuzzType.DOUBLES, isWritten, length, 0);
                result.add(new Declare(FuzzType.DOUBLES, chosen.name(), choice));
            }
            default -> {}
        }
        return result;
    }

    /** Straight code on elements at constant indices. */
    private List<FuzzStatement> cross() {
        List<Scope.Slot> vectors = scope.find(FuzzType.DOUBLES, s -> s.length() > 1);
        if (vectors.isEmpty()) {
            return factorization();
        }
        Var a = expressions.pick(vectors).variable();
        Var b = expressions.pick(vectors).variable();
        Var product = scope.add(scope.fresh("p"), FuzzType.DOUBLES, true, 2, 0);
        FuzzExpression determinant = new Binary(
                "-",
                times(new Element(a, ZERO), new Element(b, ONE)),
                times(new Element(a, ONE), new Element(b, ZERO)));
        List<FuzzStatement> result = new ArrayList<>();
        NewArray pair = new NewArray(FuzzType.DOUBLES, List.of(Literal.of(2)));
        result.add(new Declare(FuzzType.DOUBLES, product.name(), pair));
        result.add(new Assign(new Element(product, ZERO), "=", determinant));
        result.add(new Assign(new Element(product, ONE), "=", times(new Element(product, ZERO), tame())));
        if (expressions.chance(0.5)) {
            result.add(new Assign(new Element(product, ZERO), "*=", new Element(product, ONE)));
        }
        return result;
    }
}
