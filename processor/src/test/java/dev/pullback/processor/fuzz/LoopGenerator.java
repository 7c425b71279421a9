package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.Binary;
import dev.pullback.processor.fuzz.FuzzExpression.Element;
import dev.pullback.processor.fuzz.FuzzExpression.Length;
import dev.pullback.processor.fuzz.FuzzExpression.Literal;
import dev.pullback.processor.fuzz.FuzzExpression.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random loops: counted up, down, by two and triangular, over elements and rows, and while with few trips. */
final class LoopGenerator {
    private static final String[] INDICES = {"i", "j", "l"};

    private final Random random;
    private final Scope scope;
    private final ExpressionGenerator expressions;
    private final StatementGenerator statements;

    LoopGenerator(Random random, Scope scope, ExpressionGenerator expressions, StatementGenerator statements) {
        this.random = random;
        this.scope = scope;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** Any loop, sometimes with a label, with the declarations it needs before it. */
    List<FuzzStatement> loop(int depth) {
        if (!expressions.chance(0.15)) {
            return unlabelled(depth);
        }
        String label = statements.enterLabel();
        List<FuzzStatement> result = new ArrayList<>(unlabelled(depth));
        statements.leaveLabel();
        int last = result.size() - 1;
        result.set(last, new FuzzStatement.Labeled(label, List.of(result.get(last))));
        return result;
    }

    private List<FuzzStatement> unlabelled(int depth) {
        if (expressions.chance(0.04)) {
            return toTheLastNumber(depth);
        }
        int kind = random.nextInt(100);
        if (kind < 52) {
            return List.of(counted(depth));
        } else if (kind < 60) {
            return List.of(fromBothEnds(depth));
        } else if (kind < 78) {
            return List.of(forEach(depth));
        } else if (kind < 92) {
            return countingWhile(depth);
        }
        return halvingWhile(depth);
    }

    /** {@code int most = 2147483647; for (int i = 0; i <= most; i++) { if (i >= 3) { break; } ... }}, or downwards. */
    private List<FuzzStatement> toTheLastNumber(int depth) {
        int length = 2 + random.nextInt(2);
        boolean isUp = random.nextBoolean();
        Var most = new Var(scope.fresh("most"), FuzzType.INT);
        FuzzExpression last = Literal.of(isUp ? Integer.MAX_VALUE : Integer.MIN_VALUE);
        FuzzStatement loop = scope.inner(() -> {
            Var index = scope.addInt(scope.fresh(INDICES[random.nextInt(INDICES.length)]), false, 0, length - 1);
            FuzzExpression isBeyond =
                    isUp ? new Binary(">=", index, Literal.of(length)) : new Binary("<", index, Literal.of(0));
            List<FuzzStatement> leave = List.of(new FuzzStatement.Jump(true, ""));
            List<FuzzStatement> body = new ArrayList<>(List.of(new FuzzStatement.If(isBeyond, leave, List.of())));
            body.addAll(statements.loopBlock(depth - 1));
            return isUp
                    ? new FuzzStatement.For(index.name(), Literal.of(0), "<=", most, 1, body)
                    : new FuzzStatement.For(index.name(), Literal.of(length - 1), ">=", most, -1, body);
        });
        return List.of(new FuzzStatement.Declare(FuzzType.INT, most.name(), last), loop);
    }

    private FuzzStatement fromBothEnds(int depth) {
        List<Scope.Slot> vectors = scope.find(FuzzType.DOUBLES, s -> true);
        int length = vectors.isEmpty() ? 4 : expressions.pick(vectors).length();
        FuzzExpression last = new Binary("-", lengthExpression(length), Literal.of(1));
        return scope.inner(() -> {
            String up = scope.fresh(INDICES[random.nextInt(INDICES.length)]);
            String down = scope.fresh("k");
            scope.addInt(up, false, 0, length - 1);
            scope.addInt(down, false, 0, length - 1);
            return new FuzzStatement.ForBoth(up, Literal.of(0), down, last, statements.loopBlock(depth - 1));
        });
    }

    /** An expression for a known length: {@code a.length}, {@code n} or the number. */
    FuzzExpression lengthExpression(int length) {
        List<FuzzExpression> candidates = new ArrayList<>();
        scope.find(FuzzType.DOUBLES, s -> s.length() == length).forEach(s -> candidates.add(new Length(s.variable())));
        scope.find(FuzzType.INT, s -> s.low() == length && s.high() == length && !s.isAssignable())
                .forEach(s -> candidates.add(s.variable()));
        scope.find(FuzzType.MATRIX, s -> s.length() == length).forEach(s -> candidates.add(new Length(s.variable())));
        return candidates.isEmpty() || expressions.chance(0.2) ? Literal.of(length) : expressions.pick(candidates);
    }

    private FuzzStatement counted(int depth) {
        List<Scope.Slot> outer = scope.find(FuzzType.INT, s -> !s.isAssignable() && s.low() >= 0 && s.low() < s.high());
        if (!outer.isEmpty() && expressions.chance(0.35)) {
            return triangular(expressions.pick(outer), depth);
        }
        List<Scope.Slot> given = scope.find(FuzzType.INT, s -> !s.isAssignable() && s.low() > 0 && s.low() == s.high());
        if (!given.isEmpty() && expressions.chance(0.5)) {
            Scope.Slot bound = expressions.pick(given);
            return counted(bound.variable(), bound.high(), depth);
        }
        List<Scope.Slot> vectors = scope.find(FuzzType.DOUBLES, s -> true);
        int length = vectors.isEmpty() || expressions.chance(0.2)
                ? 2 + random.nextInt(2)
                : expressions.pick(vectors).length();
        return counted(lengthExpression(length), length, depth);
    }

    private FuzzStatement counted(FuzzExpression bound, int length, int depth) {
        FuzzExpression last = bound instanceof Literal ? Literal.of(length - 1) : new Binary("-", bound, Literal.of(1));
        int from = expressions.chance(0.7) ? 0 : 1;
        int step = expressions.chance(0.8) ? 1 : 2;
        return switch (random.nextInt(10)) {
            case 0, 1 -> index(Literal.of(from), "<=", last, step, from, length - 1, depth);
            case 2, 3 -> index(last, ">=", Literal.of(from), -step, from, length - 1, depth);
            case 4 -> index(last, ">", Literal.of(0), -step, 1, length - 1, depth);
            default -> index(Literal.of(from), "<", bound, step, from, length - 1, depth);
        };
    }

    private FuzzStatement triangular(Scope.Slot outer, int depth) {
        Var variable = outer.variable();
        FuzzExpression next = new Binary("+", variable, Literal.of(1));
        return switch (random.nextInt(5)) {
            case 0 -> index(Literal.of(0), "<", variable, 1, 0, outer.high() - 1, depth);
            case 1 -> index(Literal.of(0), "<=", variable, 1, 0, outer.high(), depth);
            case 2 -> index(variable, ">=", Literal.of(0), -1, 0, outer.high(), depth);
            case 3 -> index(next, "<", lengthExpression(outer.high() + 1), 1, outer.low() + 1, outer.high(), depth);
            default -> index(variable, "<", lengthExpression(outer.high() + 1), 1, outer.low(), outer.high(), depth);
        };
    }

    private FuzzStatement index(
            FuzzExpression from, String comparison, FuzzExpression to, int step, int low, int high, int depth) {
        return scope.inner(() -> {
            String name = scope.fresh(INDICES[random.nextInt(INDICES.length)]);
            scope.addInt(name, false, Math.min(low, high), high);
            return new FuzzStatement.For(name, from, comparison, to, step, statements.loopBlock(depth - 1));
        });
    }

    /** A loop that assigns every element. */
    FuzzStatement fill(Var vector, int length) {
        return scope.inner(() -> {
            Var index = scope.addInt(scope.fresh("i"), false, 0, length - 1);
            FuzzStatement body =
                    new FuzzStatement.Assign(new Element(vector, index), "=", expressions.bounded(expressions.real(2)));
            return new FuzzStatement.For(index.name(), Literal.of(0), "<", lengthExpression(length), 1, List.of(body));
        });
    }

    /** Loops that assign every element of a matrix. */
    FuzzStatement fillRows(Var matrix, int rows, int columns) {
        return scope.inner(() -> {
            Var i = scope.addInt(scope.fresh("i"), false, 0, rows - 1);
            FuzzStatement row = scope.inner(() -> {
                Var j = scope.addInt(scope.fresh("j"), false, 0, columns - 1);
                Element element = new Element(new Element(matrix, i), j);
                FuzzStatement body = new FuzzStatement.Assign(element, "=", expressions.bounded(expressions.real(2)));
                return new FuzzStatement.For(j.name(), Literal.of(0), "<", lengthExpression(columns), 1, List.of(body));
            });
            return new FuzzStatement.For(i.name(), Literal.of(0), "<", new Length(matrix), 1, List.of(row));
        });
    }

    /** A loop that changes every element. */
    FuzzStatement update(Var vector, int length) {
        return scope.inner(() -> {
            Var index = scope.addInt(scope.fresh("i"), false, 0, length - 1);
            FuzzExpression value = expressions.bounded(expressions.real(2));
            String operator = expressions.pick(List.of("=", "+=", "*="));
            FuzzStatement body = new FuzzStatement.Assign(new Element(vector, index), operator, value);
            return new FuzzStatement.For(index.name(), Literal.of(0), "<", lengthExpression(length), 1, List.of(body));
        });
    }

    private FuzzStatement forEach(int depth) {
        List<Scope.Slot> arrays = new ArrayList<>(scope.find(FuzzType.DOUBLES, s -> true));
        arrays.addAll(scope.find(FuzzType.MATRIX, s -> true));
        if (arrays.isEmpty()) {
            return counted(depth);
        }
        Scope.Slot array = expressions.pick(arrays);
        boolean isMatrix = array.type() == FuzzType.MATRIX;
        return scope.inner(() -> {
            String name = scope.fresh(isMatrix ? "line" : "e");
            if (isMatrix) {
                scope.add(name, FuzzType.DOUBLES, array.isAssignable(), array.columns(), 0);
            } else {
                scope.add(name, FuzzType.DOUBLE, expressions.chance(0.2), 0, 0);
            }
            List<FuzzStatement> body = statements.loopBlock(depth - 1);
            return new FuzzStatement.ForEach(array.type().element(), name, array.variable(), body);
        });
    }

    /** {@code int k = 0; while (k < 3 && c) { ...; k++; }}. */
    private List<FuzzStatement> countingWhile(int depth) {
        int trips = 1 + random.nextInt(3);
        String name = scope.fresh("trip");
        FuzzExpression below = new Binary("<", new Var(name, FuzzType.INT), Literal.of(trips));
        boolean countsFirst = expressions.chance(0.3);
        FuzzStatement count = new FuzzStatement.Step(new Var(name, FuzzType.INT), "++");
        FuzzStatement declare = new FuzzStatement.Declare(FuzzType.INT, name, Literal.of(0));
        scope.addInt(name, false, 0, trips);
        FuzzExpression condition = expressions.chance(0.4) ? new Binary("&&", below, expressions.condition(1)) : below;
        List<FuzzStatement> body = new ArrayList<>(statements.loopBlock(depth - 1));
        body.add(countsFirst ? 0 : body.size(), count);
        FuzzStatement loop = expressions.chance(0.4)
                ? new FuzzStatement.DoWhile(body, condition)
                : new FuzzStatement.While(condition, body);
        return List.of(declare, loop);
    }

    /** {@code double r = 1 + x * x; while (r > 0.3) { r *= 0.5; ... }}. */
    private List<FuzzStatement> halvingWhile(int depth) {
        FuzzExpression start = expressions.positive(1);
        String name = scope.fresh("rest");
        Var rest = scope.add(name, FuzzType.DOUBLE, false, 0, 0);
        List<FuzzStatement> body = new ArrayList<>(statements.loopBlock(depth - 1));
        body.add(expressions.chance(0.5) ? 0 : body.size(), new FuzzStatement.Assign(rest, "*=", Literal.of(0.5)));
        return List.of(
                new FuzzStatement.Declare(FuzzType.DOUBLE, name, start),
                new FuzzStatement.While(new Binary(">", rest, Literal.of(0.3)), body));
    }

    /** Loops that make the result depend on all arrays in scope, and a return of their sum. */
    List<FuzzStatement> sumOfEverything() {
        List<FuzzStatement> result = new ArrayList<>();
        FuzzExpression init = expressions.leaf();
        Var total = scope.add(scope.fresh("total"), FuzzType.DOUBLE, true, 0, 0);
        result.add(new FuzzStatement.Declare(FuzzType.DOUBLE, total.name(), init));
        for (Scope.Slot vector : scope.find(FuzzType.DOUBLES, s -> true)) {
            result.add(scope.inner(() -> {
                Var index = scope.addInt(scope.fresh("i"), false, 0, vector.length() - 1);
                FuzzExpression element = new Element(vector.variable(), index);
                FuzzExpression term = new Binary("*", element, expressions.bounded(expressions.real(1)));
                FuzzStatement add = new FuzzStatement.Assign(total, "+=", term);
                return new FuzzStatement.For(
                        index.name(), Literal.of(0), "<", new Length(vector.variable()), 1, List.of(add));
            }));
        }
        for (Scope.Slot real : scope.find(FuzzType.DOUBLE, s -> !s.variable().equals(total))) {
            result.add(new FuzzStatement.Assign(total, "+=", real.variable()));
        }
        result.add(new FuzzStatement.Return(total));
        return result;
    }
}
