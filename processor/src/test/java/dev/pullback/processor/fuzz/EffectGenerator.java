package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.Assignment;
import dev.pullback.processor.fuzz.FuzzExpression.Binary;
import dev.pullback.processor.fuzz.FuzzExpression.Element;
import dev.pullback.processor.fuzz.FuzzExpression.Literal;
import dev.pullback.processor.fuzz.FuzzExpression.PostStep;
import dev.pullback.processor.fuzz.FuzzExpression.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random statements in which the order of evaluation shows, switches, and blocks that are left in the middle. */
final class EffectGenerator {
    private final Random random;
    private final Scope scope;
    private final ExpressionGenerator expressions;
    private final StatementGenerator statements;

    EffectGenerator(Random random, Scope scope, ExpressionGenerator expressions, StatementGenerator statements) {
        this.random = random;
        this.scope = scope;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** Any of them. */
    List<FuzzStatement> statement(int depth) {
        List<Scope.Slot> reals = scope.find(FuzzType.DOUBLE, Scope.Slot::isAssignable);
        List<Scope.Slot> vectors = scope.find(FuzzType.DOUBLES, slot -> slot.isAssignable() && slot.length() > 1);
        int kind = random.nextInt(5);
        if (kind == 0 && !vectors.isEmpty()) {
            return steppingIndex(expressions.pick(vectors));
        } else if (kind == 1 && !reals.isEmpty()) {
            return List.of(labelledBlock(depth));
        } else if (kind == 2 && !reals.isEmpty()) {
            return List.of(chain(reals));
        } else if (kind == 3 && !reals.isEmpty()) {
            return List.of(assigningCondition(expressions.pick(reals).variable(), depth));
        }
        return List.of(choice(depth));
    }

    /** {@code int k = 0; a[k++] = a[k] * x; a[k--] += x; a[k] *= k;}. */
    private List<FuzzStatement> steppingIndex(Scope.Slot vector) {
        Var index = scope.addInt(scope.fresh("k"), false, 0, 1);
        FuzzExpression here = new Element(vector.variable(), index);
        List<FuzzStatement> result = new ArrayList<>();
        result.add(new FuzzStatement.Declare(FuzzType.INT, index.name(), Literal.of(0)));
        FuzzExpression first = new Element(vector.variable(), new PostStep(index, "++"));
        result.add(new FuzzStatement.Assign(first, operator(), new Binary("*", here, factor())));
        if (expressions.chance(0.7)) {
            FuzzExpression second = new Element(vector.variable(), new PostStep(index, "--"));
            FuzzExpression value = expressions.chance(0.5) ? new Binary("+", index, here) : factor();
            result.add(new FuzzStatement.Assign(second, operator(), new Binary("*", value, here)));
        }
        return result;
    }

    private String operator() {
        return expressions.pick(List.of("=", "=", "+=", "-=", "*="));
    }

    private FuzzExpression factor() {
        return expressions.bounded(expressions.real(1));
    }

    /** {@code x = y = e;} and {@code x += y *= e;}. */
    private FuzzStatement chain(List<Scope.Slot> reals) {
        FuzzExpression inner = expressions.pick(reals).variable();
        FuzzExpression value = new Assignment(inner, operator(), factor());
        FuzzExpression outer = expressions.pick(reals).variable();
        return new FuzzStatement.Assign(
                outer, operator(), expressions.chance(0.5) ? value : new Binary("*", inner, value));
    }

    /** {@code if ((x = e) > y && (x *= 2) < 3) { }}: the second assignment may not happen. */
    private FuzzStatement assigningCondition(Var real, int depth) {
        FuzzExpression first = new Binary(">", new Assignment(real, "=", factor()), expressions.leaf());
        FuzzExpression second = new Binary("<", new Assignment(real, "*=", factor()), expressions.leaf());
        FuzzExpression condition = new Binary(expressions.chance(0.5) ? "&&" : "||", first, second);
        return new FuzzStatement.If(condition, statements.block(depth - 1), List.of());
    }

    private FuzzStatement labelledBlock(int depth) {
        String label = "block" + depth;
        List<FuzzStatement> body = new ArrayList<>(statements.block(depth - 1));
        FuzzStatement leave = new FuzzStatement.Jump(true, label);
        FuzzStatement perhaps = new FuzzStatement.If(expressions.condition(1), List.of(leave), List.of());
        body.add(random.nextInt(body.size() + 1), perhaps);
        return new FuzzStatement.Labeled(label, body);
    }

    private FuzzStatement choice(int depth) {
        List<List<FuzzStatement>> blocks = new ArrayList<>();
        int cases = 1 + random.nextInt(3);
        for (int i = 0; i <= cases; i++) {
            blocks.add(statements.block(depth - 1));
        }
        return new FuzzStatement.Switch(expressions.integer(0, cases, 1), expressions.chance(0.5), blocks);
    }
}
