package dev.pullback.processor.codegen;

import static dev.pullback.processor.ir.PrimitiveType.BOOLEAN;
import static dev.pullback.processor.ir.PrimitiveType.DOUBLE;
import static dev.pullback.processor.ir.PrimitiveType.INT;
import static dev.pullback.processor.ir.PrimitiveType.LONG;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Logical;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random well-formed functions of {@code (double a, double b, int i, int j, long l, boolean p, double[] v)}. */
final class RandomIr {

    private static final double[] DOUBLES = {
        0.0, -0.0, 1.0, -1.5, 1e-300, 3.7e10, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    private static final int[] INTS = {0, 1, -1, 3, 100, 1000, 70_000, Integer.MIN_VALUE, Integer.MAX_VALUE};
    private static final long[] LONGS = {0, 1, -1, 77, Long.MIN_VALUE, Long.MAX_VALUE};
    /** Names that meet each other, Java's words, and classes in use. */
    private static final String[] NAMES = {"x", "x2", "i", "a", "for", "Math", "Workspace", "yield", "t"};

    private final Random random;
    private final List<Variable> readable = new ArrayList<>();
    private final List<Variable> writable = new ArrayList<>();
    private final Variable array = new Variable("v", new ArrayType(DOUBLE));

    private RandomIr(long seed) {
        random = new Random(seed);
    }

    /** A function of random statements. */
    static Function function(String name, long seed, int size) {
        return new RandomIr(seed).function(name, size);
    }

    /** A function that returns one random expression. */
    static Function expression(String name, long seed, int depth) {
        RandomIr ir = new RandomIr(seed);
        List<Variable> parameters = ir.parameters();
        PrimitiveType type = List.of(DOUBLE, DOUBLE, INT, LONG, BOOLEAN).get(ir.random.nextInt(5));
        return new Function(name, parameters, type, Block.of(new Return(ir.expression(type, depth), Origin.NONE)));
    }

    private Function function(String name, int size) {
        List<Variable> parameters = parameters();
        Variable result = new Variable("x", DOUBLE);
        List<Statement> statements = new ArrayList<>();
        statements.add(new Declare(result, expression(DOUBLE, 2), origin()));
        readable.add(result);
        writable.add(result);
        statements.addAll(statements(size, 3));
        statements.add(new Return(new Read(result), origin()));
        return new Function(name, parameters, DOUBLE, new Block(statements));
    }

    private List<Variable> parameters() {
        List<Variable> parameters = List.of(
                new Variable("a", DOUBLE),
                new Variable("b", DOUBLE),
                new Variable("i", INT),
                new Variable("j", INT),
                new Variable("l", LONG),
                new Variable("p", BOOLEAN),
                array);
        readable.addAll(parameters.subList(0, 6));
        return parameters;
    }

    private List<Statement> statements(int count, int depth) {
        int readableBefore = readable.size();
        int writableBefore = writable.size();
        List<Statement> statements = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            statements.add(statement(depth));
        }
        readable.subList(readableBefore, readable.size()).clear();
        writable.subList(writableBefore, writable.size()).clear();
        return statements;
    }

    private Statement statement(int depth) {
        int kind = random.nextInt(depth > 0 ? 8 : 5);
        switch (kind) {
            case 0:
            case 1:
                Variable variable = new Variable(NAMES[random.nextInt(NAMES.length)], type());
                Statement declare = new Declare(variable, expression((PrimitiveType) variable.type(), 3), origin());
                readable.add(variable);
                writable.add(variable);
                return declare;
            case 2:
                Place sum = place(DOUBLE);
                return new Increment(sum, expression(DOUBLE, 3), origin());
            case 3:
                Place target = place(type());
                return new Assign(target, expression((PrimitiveType) target.type(), 3), origin());
            case 4:
                return update();
            case 5:
                return new If(expression(BOOLEAN, 2), block(depth), elseBlock(depth), origin());
            case 6:
                return new If(expression(BOOLEAN, 2), elseBlock(depth), block(depth), origin());
            default:
                return loop(depth);
        }
    }

    private Statement update() {
        PrimitiveType type = List.of(DOUBLE, INT, LONG).get(random.nextInt(3));
        Place place = place(type);
        Binary.Operator operator = random.nextBoolean() ? Binary.Operator.ADD : Binary.Operator.MULTIPLY;
        Expression right = random.nextBoolean() && place.type() == INT
                ? Literal.of(1)
                : expression((PrimitiveType) place.type(), 2);
        if (random.nextInt(4) == 0 && place.type() == DOUBLE) {
            return new Increment(place, new Unary(Unary.Operator.NEGATE, right), origin());
        }
        return new Assign(place, new Binary(operator, place, right), origin());
    }

    private Statement loop(int depth) {
        int step = List.of(1, 1, -1, 2, -3).get(random.nextInt(5));
        Variable index = new Variable(random.nextBoolean() ? "i" : "k", INT);
        Expression small = new Binary(Binary.Operator.BIT_AND, readParameter(), Literal.of(3));
        Expression zero = step > 0 ? Literal.of(0) : Literal.of(-1);
        Expression low =
                random.nextBoolean() ? zero : new Binary(Binary.Operator.SUBTRACT, Literal.of(1), Literal.of(1));
        readable.add(index);
        Block body = block(depth);
        readable.remove(index);
        return step > 0
                ? new CountedLoop(index, low, small, step, body, origin())
                : new CountedLoop(index, small, low, step, body, origin());
    }

    private Expression readParameter() {
        return new Read(readable.get(2 + random.nextInt(2)));
    }

    private Block block(int depth) {
        return new Block(statements(1 + random.nextInt(3), depth - 1));
    }

    private Block elseBlock(int depth) {
        return random.nextBoolean() ? Block.EMPTY : block(depth);
    }

    private Origin origin() {
        int line = random.nextInt(4);
        return line == 3
                ? new Origin(0, "Reverse sweep.")
                : line == 0 ? Origin.NONE : new Origin(line, "text \\u000a $L");
    }

    private PrimitiveType type() {
        return List.of(DOUBLE, DOUBLE, DOUBLE, INT, LONG, BOOLEAN).get(random.nextInt(6));
    }

    /** A place to write to: a local variable of the type if there is one, else an array element. */
    private Place place(PrimitiveType type) {
        List<Variable> candidates =
                writable.stream().filter(v -> v.type() == type).toList();
        if (candidates.isEmpty() || type == DOUBLE && random.nextInt(3) == 0) {
            return element();
        }
        return new Read(candidates.get(random.nextInt(candidates.size())));
    }

    private Place element() {
        return new ArrayRead(new Read(array), new Binary(Binary.Operator.BIT_AND, expression(INT, 1), Literal.of(3)));
    }

    // ---- expressions ----

    private Expression expression(PrimitiveType type, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return leaf(type);
        }
        return switch (type) {
            case DOUBLE -> doubleExpression(depth - 1);
            case BOOLEAN -> booleanExpression(depth - 1);
            default -> integralExpression(type, depth - 1);
        };
    }

    private Expression leaf(PrimitiveType type) {
        if (random.nextInt(3) > 0) {
            List<Variable> candidates =
                    readable.stream().filter(v -> v.type() == type).toList();
            return new Read(candidates.get(random.nextInt(candidates.size())));
        }
        return switch (type) {
            case DOUBLE -> Literal.of(DOUBLES[random.nextInt(DOUBLES.length)]);
            case INT -> Literal.of(INTS[random.nextInt(INTS.length)]);
            case LONG -> Literal.of(LONGS[random.nextInt(LONGS.length)]);
            default -> random.nextBoolean() ? Literal.TRUE : Literal.FALSE;
        };
    }

    private Expression doubleExpression(int depth) {
        return switch (random.nextInt(10)) {
            case 0 -> new Unary(Unary.Operator.NEGATE, expression(DOUBLE, depth));
            case 1 -> choice(DOUBLE, depth);
            case 2 -> new Cast(DOUBLE, expression(random.nextBoolean() ? INT : LONG, depth));
            case 3 -> new Cast(DOUBLE, expression(DOUBLE, depth));
            case 4 -> call(depth);
            case 5 -> element();
            default ->
                new Binary(
                        List.of(
                                        Binary.Operator.ADD,
                                        Binary.Operator.SUBTRACT,
                                        Binary.Operator.MULTIPLY,
                                        Binary.Operator.DIVIDE,
                                        Binary.Operator.REMAINDER)
                                .get(random.nextInt(5)),
                        doubleOperand(depth),
                        doubleOperand(depth));
        };
    }

    private Expression doubleOperand(int depth) {
        return random.nextInt(3) == 0 ? new Cast(DOUBLE, expression(INT, depth)) : expression(DOUBLE, depth);
    }

    private Expression call(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> new Call(math("sqrt", DOUBLE), doubleOperand(depth));
            case 1 -> new Call(math("floor", DOUBLE), doubleOperand(depth));
            case 2 -> new Call(math("abs", DOUBLE), doubleOperand(depth));
            default -> new Call(math("max", DOUBLE, DOUBLE), doubleOperand(depth), doubleOperand(depth));
        };
    }

    private static MethodRef math(String name, PrimitiveType... parameters) {
        return MethodRef.ofStatic("java.lang.Math", name, parameters[0], parameters);
    }

    private Expression choice(PrimitiveType type, int depth) {
        return new Conditional(expression(BOOLEAN, depth), expression(type, depth), expression(type, depth));
    }

    private Expression integralExpression(PrimitiveType type, int depth) {
        switch (random.nextInt(8)) {
            case 0:
                return new Unary(Unary.Operator.NEGATE, expression(type, depth));
            case 1:
                return new Unary(Unary.Operator.COMPLEMENT, expression(type, depth));
            case 2:
                return choice(type, depth);
            case 3:
                return new Cast(type, expression(List.of(DOUBLE, INT, LONG).get(random.nextInt(3)), depth));
            case 4:
                return type == INT ? new Length(new Read(array)) : expression(type, depth);
            default:
                Binary.Operator[] operators = Binary.Operator.values();
                Binary.Operator operator = operators[random.nextInt(operators.length)];
                boolean isShift = operator.precedence() == 10;
                boolean divides = operator == Binary.Operator.DIVIDE || operator == Binary.Operator.REMAINDER;
                Expression right = isShift && random.nextBoolean() ? expression(INT, depth) : expression(type, depth);
                Expression three = type == INT ? Literal.of(3) : Literal.of(-7L);
                return new Binary(operator, expression(type, depth), divides ? three : right);
        }
    }

    private Expression booleanExpression(int depth) {
        switch (random.nextInt(6)) {
            case 0:
                return new Unary(Unary.Operator.NOT, expression(BOOLEAN, depth));
            case 1:
                return choice(BOOLEAN, depth);
            case 2:
                Binary.Operator bit = List.of(Binary.Operator.BIT_AND, Binary.Operator.BIT_OR, Binary.Operator.BIT_XOR)
                        .get(random.nextInt(3));
                return new Binary(bit, expression(BOOLEAN, depth), expression(BOOLEAN, depth));
            case 3:
                Logical.Operator logical = random.nextBoolean() ? Logical.Operator.AND : Logical.Operator.OR;
                return new Logical(logical, expression(BOOLEAN, depth), expression(BOOLEAN, depth));
            default:
                PrimitiveType type = List.of(DOUBLE, INT, LONG, BOOLEAN).get(random.nextInt(4));
                Compare.Operator[] operators = Compare.Operator.values();
                int first = type == BOOLEAN ? 4 : 0;
                Compare.Operator compare = operators[first + random.nextInt(operators.length - first)];
                return new Compare(compare, expression(type, depth), widened(type, depth));
        }
    }

    private Expression widened(PrimitiveType type, int depth) {
        boolean isWide = type == DOUBLE || type == LONG;
        return isWide && random.nextBoolean() ? new Cast(type, expression(INT, depth)) : expression(type, depth);
    }
}
