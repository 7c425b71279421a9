package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.ArrayLiteral;
import dev.pullback.processor.fuzz.FuzzExpression.Binary;
import dev.pullback.processor.fuzz.FuzzExpression.Element;
import dev.pullback.processor.fuzz.FuzzExpression.Literal;
import dev.pullback.processor.fuzz.FuzzExpression.NewArray;
import dev.pullback.processor.fuzz.FuzzExpression.Unary;
import dev.pullback.processor.fuzz.FuzzExpression.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random statements over a scope. Loops are made by {@link LoopGenerator}. */
final class StatementGenerator {
    private static final String[] NAMES = {"s", "t", "u", "v", "sum", "p", "q", "r", "xBar", "tape"};

    private static final int OUTERMOST = 3;

    private final Random random;
    private final Scope scope;
    private final ExpressionGenerator expressions;
    private final LoopGenerator loops;
    private final EffectGenerator effects;
    private final IdiomGenerator idioms;
    private final ValueGenerator pairs;
    private final List<String> labels = new ArrayList<>();
    private final int rows;
    private final int size;
    private final boolean mayLeave;
    private FuzzType result = FuzzType.DOUBLE;
    private int low;
    private int high;
    private int loopDepth;

    StatementGenerator(Random random, Scope scope, List<Callee> callees, int rows, int size, boolean mayLeave) {
        this.random = random;
        this.scope = scope;
        this.expressions = new ExpressionGenerator(random, scope, callees);
        this.loops = new LoopGenerator(random, scope, expressions, this);
        this.effects = new EffectGenerator(random, scope, expressions, this);
        this.idioms = new IdiomGenerator(random, scope, expressions, this, loops);
        this.pairs = new ValueGenerator(
                random, scope, expressions, new FunctionGenerator(random, scope, callees, expressions), rows);
        this.rows = rows;
        this.size = size;
        this.mayLeave = mayLeave;
    }

    /** The body of a method: about so many statements and a return. */
    List<FuzzStatement> body(int count, FuzzType resultType, int leastResult, int greatestResult) {
        result = resultType;
        low = leastResult;
        high = greatestResult;
        List<FuzzStatement> body = new ArrayList<>();
        if (expressions.chance(0.1)) {
            body.add(guard());
        }
        for (int i = 0; i < count; i++) {
            body.addAll(statement(OUTERMOST));
        }
        if (result == FuzzType.VOID) {
            scope.find(FuzzType.DOUBLES, Scope.Slot::isAssignable).stream()
                    .filter(s -> expressions.chance(0.7))
                    .forEach(s -> body.add(loops.update(s.variable(), s.length())));
            return body;
        } else if (result == FuzzType.DOUBLES) {
            body.addAll(freshArray(greatestResult + 1));
        } else if (result == FuzzType.MATRIX) {
            body.addAll(freshMatrix(greatestResult + 1));
        } else if (result == FuzzType.PAIRS) {
            List<FuzzStatement> filled = pairs.filledArray();
            body.addAll(filled);
            String name = ((FuzzStatement.Declare) filled.get(0)).name();
            body.add(new FuzzStatement.Return(new Var(name, FuzzType.PAIRS)));
        } else if (result == FuzzType.DOUBLE && expressions.chance(0.5)) {
            body.addAll(loops.sumOfEverything());
        } else {
            body.add(new FuzzStatement.Return(returned(true)));
        }
        return body;
    }

    /** The guard that a recursive method begins with. */
    FuzzStatement endOfRecursion(FuzzType resultType, int greatestResult) {
        FuzzExpression depth = new FuzzExpression.Var(Callee.DEPTH, FuzzType.INT);
        FuzzExpression condition = new FuzzExpression.Binary("<=", depth, FuzzExpression.Literal.of(0));
        FuzzExpression value = switch (resultType) {
            case DOUBLE -> expressions.leaf();
            case INT -> FuzzExpression.Literal.of(random.nextInt(1 + greatestResult));
            default -> new FuzzExpression.Literal(random.nextBoolean(), FuzzType.BOOLEAN);
        };
        return new FuzzStatement.If(condition, List.of(new FuzzStatement.Return(value)), List.of());
    }

    /** A block in a scope of its own. */
    List<FuzzStatement> block(int depth) {
        return scope.inner(() -> {
            List<FuzzStatement> block = new ArrayList<>();
            int count = 1 + random.nextInt(depth > 1 ? 3 : 2);
            for (int i = 0; i < count; i++) {
                block.addAll(statement(depth));
            }
            return block;
        });
    }

    /** A block inside a loop. */
    List<FuzzStatement> loopBlock(int depth) {
        loopDepth++;
        List<FuzzStatement> block = block(depth);
        loopDepth--;
        return block;
    }

    private List<FuzzStatement> statement(int depth) {
        if (expressions.chance(0.07)) {
            return pairs.statement(depth == OUTERMOST);
        }
        if (expressions.chance(0.01)) {
            return List.of(guard());
        }
        int kind = random.nextInt(100);
        if (kind < 4 && depth > 0) {
            return effects.statement(depth);
        } else if (kind < 12) {
            return List.of(declareReal());
        } else if (kind < 15) {
            return List.of(declareInt());
        } else if (kind < 18) {
            String name = scope.fresh("b");
            FuzzExpression init = expressions.condition(1);
            scope.add(name, FuzzType.BOOLEAN, true, 0, 0);
            return List.of(new FuzzStatement.Declare(FuzzType.BOOLEAN, name, init));
        } else if (kind < 23) {
            return declareArray(depth);
        } else if (kind < 26) {
            return declareRow();
        } else if (kind < 48) {
            return assignReal();
        } else if (kind < 64) {
            return assignElement();
        } else if (kind < 67) {
            return assignOther();
        } else if (kind < 70) {
            return swap();
        } else if (kind < 73 && depth > 1) {
            return declareByBranch();
        } else if (depth > 0 && kind < 81) {
            return List.of(branch(depth));
        } else if (depth > 0 && kind < 84 && (mayLeave || loopDepth > 0)) {
            FuzzStatement leave = loopDepth > 0 && (!mayLeave || expressions.chance(0.5))
                    ? jump()
                    : new FuzzStatement.Return(returned(false));
            return List.of(new FuzzStatement.If(expressions.condition(1), List.of(leave), List.of()));
        } else if (depth > 1 && kind < 90) {
            return idioms.statement(depth == OUTERMOST);
        } else if (depth > 0) {
            return loops.loop(depth);
        }
        return assignReal();
    }

    /** Begins a labelled loop. */
    String enterLabel() {
        labels.add("outer" + labels.size());
        return labels.get(labels.size() - 1);
    }

    /** Ends the labelled loop begun last. */
    void leaveLabel() {
        labels.remove(labels.size() - 1);
    }

    private FuzzStatement jump() {
        String label = labels.isEmpty() || expressions.chance(0.4) ? "" : expressions.pick(labels);
        return new FuzzStatement.Jump(expressions.chance(0.5), label);
    }

    private FuzzExpression returned(boolean last) {
        return switch (result) {
            case DOUBLE ->
                last
                        ? new Binary("+", expressions.real(2), expressions.bounded(expressions.real(2)))
                        : expressions.real(2);
            case INT -> expressions.integer(low, high, 2);
            case PAIR -> expressions.pair(2);
            default -> expressions.condition(1);
        };
    }

    private FuzzStatement declareReal() {
        FuzzExpression init = expressions.real(3);
        Var variable = scope.add(scope.fresh(name()), FuzzType.DOUBLE, true, 0, 0);
        return new FuzzStatement.Declare(FuzzType.DOUBLE, variable.name(), init);
    }

    private FuzzStatement declareInt() {
        int greatest = 1 + random.nextInt(3);
        FuzzExpression init = expressions.integer(0, greatest, 2);
        Var variable = scope.addInt(scope.fresh("k"), true, 0, greatest);
        return new FuzzStatement.Declare(FuzzType.INT, variable.name(), init);
    }

    private List<FuzzStatement> declareArray(int depth) {
        List<Scope.Slot> vectors = scope.find(FuzzType.DOUBLES, s -> true);
        int length = vectors.isEmpty()
                ? 2 + random.nextInt(3)
                : expressions.pick(vectors).length();
        int kind = random.nextInt(10);
        FuzzExpression made = expressions.chance(0.3) ? expressions.call(FuzzType.DOUBLES, 2, true, 0, 0) : null;
        FuzzExpression madeMatrix = expressions.chance(0.3) ? expressions.call(FuzzType.MATRIX, 2, true, 0, 0) : null;
        if (madeMatrix != null) {
            Var variable = scope.add(scope.fresh("h"), FuzzType.MATRIX, true, rows, size);
            return List.of(new FuzzStatement.Declare(FuzzType.MATRIX, variable.name(), madeMatrix));
        } else if (made != null) {
            Var variable = scope.add(scope.fresh("d"), FuzzType.DOUBLES, true, size, 0);
            return List.of(new FuzzStatement.Declare(FuzzType.DOUBLES, variable.name(), made));
        } else if (kind < 3) {
            List<FuzzExpression> elements = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                elements.add(expressions.real(2));
            }
            Var variable = scope.add(scope.fresh("c"), FuzzType.DOUBLES, true, length, 0);
            ArrayLiteral literal = new ArrayLiteral(FuzzType.DOUBLES, elements);
            return List.of(new FuzzStatement.Declare(FuzzType.DOUBLES, variable.name(), literal));
        } else if (kind < 4) {
            List<FuzzExpression> elements = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                elements.add(expressions.integer(0, length - 1, 0));
            }
            String name = scope.fresh("order");
            scope.add(new Scope.Slot(new Var(name, FuzzType.INTS), true, length, 0, 0, length - 1));
            ArrayLiteral literal = new ArrayLiteral(FuzzType.INTS, elements);
            return List.of(new FuzzStatement.Declare(FuzzType.INTS, name, literal));
        } else if (kind < 6) {
            NewArray matrix = new NewArray(FuzzType.MATRIX, List.of(Literal.of(rows), loops.lengthExpression(length)));
            Var variable = scope.add(scope.fresh("h"), FuzzType.MATRIX, true, rows, length);
            return List.of(new FuzzStatement.Declare(FuzzType.MATRIX, variable.name(), matrix));
        }
        NewArray vector = new NewArray(FuzzType.DOUBLES, List.of(loops.lengthExpression(length)));
        Var variable = scope.add(scope.fresh("d"), FuzzType.DOUBLES, true, length, 0);
        List<FuzzStatement> result = new ArrayList<>();
        result.add(new FuzzStatement.Declare(FuzzType.DOUBLES, variable.name(), vector));
        if (depth > 0 && expressions.chance(0.7)) {
            result.add(loops.fill(variable, length));
        }
        return result;
    }

    private List<FuzzStatement> declareRow() {
        List<Scope.Slot> matrices = scope.find(FuzzType.MATRIX, s -> true);
        List<Scope.Slot> cubes = scope.find(FuzzType.CUBE, s -> true);
        if (!cubes.isEmpty() && expressions.chance(0.6)) {
            return List.of(declarePlane(expressions.pick(cubes)));
        } else if (matrices.isEmpty()) {
            return assignReal();
        }
        Scope.Slot matrix = expressions.pick(matrices);
        FuzzExpression row = new Element(matrix.variable(), expressions.integer(0, matrix.length() - 1, 1));
        Var variable = scope.add(scope.fresh("row"), FuzzType.DOUBLES, matrix.isAssignable(), matrix.columns(), 0);
        return List.of(new FuzzStatement.Declare(FuzzType.DOUBLES, variable.name(), row));
    }

    private FuzzStatement declarePlane(Scope.Slot cube) {
        FuzzExpression plane = new Element(cube.variable(), expressions.integer(0, cube.length() - 1, 1));
        Var variable =
                scope.add(scope.fresh("plane"), FuzzType.MATRIX, cube.isAssignable(), cube.columns(), Scope.DEPTH);
        return new FuzzStatement.Declare(FuzzType.MATRIX, variable.name(), plane);
    }

    private List<FuzzStatement> freshArray(int length) {
        Var fresh = scope.add(scope.fresh("fresh"), FuzzType.DOUBLES, true, length, 0);
        NewArray array = new NewArray(FuzzType.DOUBLES, List.of(Literal.of(length)));
        return List.of(
                new FuzzStatement.Declare(FuzzType.DOUBLES, fresh.name(), array),
                loops.fill(fresh, length),
                new FuzzStatement.Return(fresh));
    }

    private List<FuzzStatement> freshMatrix(int length) {
        Var fresh = scope.add(scope.fresh("fresh"), FuzzType.MATRIX, true, rows, length);
        NewArray matrix = new NewArray(FuzzType.MATRIX, List.of(Literal.of(rows), Literal.of(length)));
        return List.of(
                new FuzzStatement.Declare(FuzzType.MATRIX, fresh.name(), matrix),
                loops.fillRows(fresh, rows, length),
                new FuzzStatement.Return(fresh));
    }

    /** A check of values that hardly ever fails. */
    private FuzzStatement guard() {
        FuzzExpression shown = expressions.leaf();
        FuzzExpression condition = expressions.chance(0.5)
                ? new Binary(">", shown, Literal.of(30.0))
                : new Unary("!", new Binary("<", new Binary("*", shown, shown), Literal.of(900.0)));
        List<Scope.Slot> ints = scope.find(FuzzType.INT, s -> s.low() >= 0);
        if (!ints.isEmpty() && expressions.chance(0.4)) {
            condition = new Binary(
                    "||", condition, new Binary("<", expressions.pick(ints).variable(), Literal.of(0)));
        }
        return new FuzzStatement.Guard(condition, shown);
    }

    /** {@code double y; if (c) { y = 1; } else { y = 2; }}. */
    private List<FuzzStatement> declareByBranch() {
        String name = scope.fresh(name());
        Var variable = new Var(name, FuzzType.DOUBLE);
        FuzzExpression condition = expressions.condition(1);
        List<FuzzStatement> whenTrue = new ArrayList<>(block(1));
        List<FuzzStatement> whenFalse = new ArrayList<>(expressions.chance(0.5) ? block(1) : List.of());
        whenTrue.add(new FuzzStatement.Assign(variable, "=", expressions.real(2)));
        whenFalse.add(new FuzzStatement.Assign(variable, "=", expressions.real(2)));
        scope.add(name, FuzzType.DOUBLE, true, 0, 0);
        return List.of(
                new FuzzStatement.Declare(FuzzType.DOUBLE, name, null),
                new FuzzStatement.If(condition, whenTrue, whenFalse));
    }

    private FuzzStatement branch(int depth) {
        FuzzExpression condition = expressions.condition(2);
        List<FuzzStatement> whenTrue = block(depth - 1);
        List<FuzzStatement> whenFalse = switch (random.nextInt(5)) {
            case 0, 1 -> List.of();
            case 2 ->
                List.of(new FuzzStatement.If(
                        expressions.condition(1),
                        block(depth - 1),
                        expressions.chance(0.5) ? block(depth - 1) : List.of()));
            default -> block(depth - 1);
        };
        return new FuzzStatement.If(condition, whenTrue, whenFalse);
    }

    private List<FuzzStatement> assignReal() {
        List<Scope.Slot> targets = scope.find(FuzzType.DOUBLE, Scope.Slot::isAssignable);
        if (targets.isEmpty()) {
            return List.of(declareReal());
        }
        return List.of(assign(expressions.pick(targets).variable()));
    }

    private List<FuzzStatement> assignElement() {
        List<Scope.Slot> vectors = scope.find(FuzzType.DOUBLES, Scope.Slot::isAssignable);
        List<Scope.Slot> matrices = new ArrayList<>(scope.find(FuzzType.MATRIX, Scope.Slot::isAssignable));
        matrices.addAll(scope.find(FuzzType.CUBE, Scope.Slot::isAssignable));
        if (vectors.isEmpty() && matrices.isEmpty()) {
            return assignReal();
        }
        int choice = random.nextInt(vectors.size() + matrices.size());
        if (choice >= vectors.size()) {
            return List.of(assign(expressions.entry(matrices.get(choice - vectors.size()))));
        }
        Scope.Slot vector = vectors.get(choice);
        FuzzExpression index = expressions.integer(0, vector.length() - 1, 2);
        if (expressions.chance(0.3)) {
            FuzzExpression other = new Element(vector.variable(), expressions.integer(0, vector.length() - 1, 1));
            FuzzExpression value = new Binary(expressions.chance(0.6) ? "*" : "+", other, tame(expressions.real(2)));
            return List.of(new FuzzStatement.Assign(new Element(vector.variable(), index), "=", value));
        }
        return List.of(assign(new Element(vector.variable(), index)));
    }

    /** Any assignment to a real variable or element. */
    FuzzStatement assign(FuzzExpression target) {
        int kind = random.nextInt(100);
        if (kind < 45) {
            return new FuzzStatement.Assign(target, "=", tame(expressions.real(3)));
        } else if (kind < 70) {
            return new FuzzStatement.Assign(target, expressions.chance(0.7) ? "+=" : "-=", tame(expressions.real(3)));
        } else if (kind < 87) {
            return new FuzzStatement.Assign(target, "*=", tame(expressions.real(2)));
        } else if (kind < 95) {
            return new FuzzStatement.Assign(target, "/=", expressions.positive(1));
        }
        return new FuzzStatement.Step(target, expressions.chance(0.5) ? "++" : "--");
    }

    /** Inside loops mostly a bounded expression. */
    private FuzzExpression tame(FuzzExpression e) {
        return loopDepth > 0 && expressions.chance(0.6) ? expressions.bounded(e) : e;
    }

    private List<FuzzStatement> assignOther() {
        List<Scope.Slot> ints = scope.find(FuzzType.INT, Scope.Slot::isAssignable);
        List<Scope.Slot> flags = scope.find(FuzzType.BOOLEAN, Scope.Slot::isAssignable);
        List<Scope.Slot> orders = scope.find(FuzzType.INTS, Scope.Slot::isAssignable);
        if (!ints.isEmpty() && expressions.chance(0.6)) {
            Scope.Slot slot = expressions.pick(ints);
            FuzzExpression value = expressions.integer(slot.low(), slot.high(), 2);
            return List.of(new FuzzStatement.Assign(slot.variable(), "=", value));
        } else if (!orders.isEmpty() && expressions.chance(0.5)) {
            Scope.Slot slot = expressions.pick(orders);
            FuzzExpression index = expressions.integer(0, slot.length() - 1, 1);
            FuzzExpression value = expressions.integer(slot.low(), slot.high(), 1);
            return List.of(new FuzzStatement.Assign(new Element(slot.variable(), index), "=", value));
        } else if (!flags.isEmpty()) {
            return List.of(new FuzzStatement.Assign(expressions.pick(flags).variable(), "=", expressions.condition(1)));
        }
        FuzzType type = expressions.chance(0.5) ? FuzzType.VOID : FuzzType.DOUBLE;
        FuzzExpression call = expressions.call(type, 3, true, 0, 0);
        return call == null ? assignReal() : List.of(new FuzzStatement.Call(call));
    }

    /** {@code double t = a[i]; a[i] = a[j]; a[j] = t;}. */
    private List<FuzzStatement> swap() {
        List<Scope.Slot> vectors = scope.find(FuzzType.DOUBLES, Scope.Slot::isAssignable);
        if (vectors.isEmpty()) {
            return assignReal();
        }
        Scope.Slot vector = expressions.pick(vectors);
        Element first = new Element(vector.variable(), expressions.integer(0, vector.length() - 1, 0));
        Element second = new Element(vector.variable(), expressions.integer(0, vector.length() - 1, 0));
        Var saved = scope.add(scope.fresh("saved"), FuzzType.DOUBLE, true, 0, 0);
        return List.of(
                new FuzzStatement.Declare(FuzzType.DOUBLE, saved.name(), first),
                new FuzzStatement.Assign(first, "=", second),
                new FuzzStatement.Assign(second, "=", saved));
    }

    private String name() {
        return NAMES[random.nextInt(NAMES.length)];
    }
}
