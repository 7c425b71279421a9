package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.Apply;
import dev.pullback.processor.fuzz.FuzzExpression.ArrayCall;
import dev.pullback.processor.fuzz.FuzzExpression.ArrayLiteral;
import dev.pullback.processor.fuzz.FuzzExpression.Assignment;
import dev.pullback.processor.fuzz.FuzzExpression.Binary;
import dev.pullback.processor.fuzz.FuzzExpression.Cast;
import dev.pullback.processor.fuzz.FuzzExpression.Choice;
import dev.pullback.processor.fuzz.FuzzExpression.Conditional;
import dev.pullback.processor.fuzz.FuzzExpression.Constant;
import dev.pullback.processor.fuzz.FuzzExpression.Element;
import dev.pullback.processor.fuzz.FuzzExpression.Invocation;
import dev.pullback.processor.fuzz.FuzzExpression.Length;
import dev.pullback.processor.fuzz.FuzzExpression.Literal;
import dev.pullback.processor.fuzz.FuzzExpression.MathCall;
import dev.pullback.processor.fuzz.FuzzExpression.Named;
import dev.pullback.processor.fuzz.FuzzExpression.NewArray;
import dev.pullback.processor.fuzz.FuzzExpression.NewPair;
import dev.pullback.processor.fuzz.FuzzExpression.Part;
import dev.pullback.processor.fuzz.FuzzExpression.PostStep;
import dev.pullback.processor.fuzz.FuzzExpression.StreamCall;
import dev.pullback.processor.fuzz.FuzzExpression.Unary;
import dev.pullback.processor.fuzz.FuzzExpression.Var;
import dev.pullback.processor.testkit.Arguments;
import dev.pullback.processor.testkit.DerivativeProbe.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a random program in dual numbers: the exact answer that generated derivatives are compared with. Values are {@link
 * Dual}, Integer, Long, Boolean, {@code Dual[]}, {@code Dual[][]} and {@code int[]}.
 */
final class DualEvaluator {
    private static final int MOST_STEPS = 20_000;
    private static final int MOST_DEPTH = 50;
    private static final double LARGEST = 1e6;

    private final Map<String, FuzzMethod> methods = new HashMap<>();
    private final boolean isSingle;
    private Map<String, Object> variables = new HashMap<>();
    private Object returned = 0;
    private String target = "";
    private int steps;
    private int depth;
    private double largest = LARGEST;

    /** How a statement ended. */
    private enum Completion {
        NORMAL,
        RETURN,
        BREAK,
        CONTINUE
    }

    /** The program is no fair test at this point: it overflows, runs long, or leaves an array. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(String reason) {
            super(reason, null, false, false);
        }
    }

    /**
     * The exact answer.
     *
     * @param value the result of the program
     * @param gradient its partial derivatives, flat
     * @param sizes the sizes of the terms that add up to each
     * @param after the arguments afterwards
     */
    record Answer(double value, double[] gradient, double[] sizes, Arguments after) {}

    private DualEvaluator(FuzzProgram program) {
        this.isSingle = program.isSingle();
        program.callees().forEach(m -> methods.put(m.callee(), m));
    }

    /** Runs the program. */
    static Answer evaluate(FuzzProgram program, Arguments point) {
        DualEvaluator evaluator = new DualEvaluator(program);
        Object[] seeded = DualArguments.seeded(point);
        Dual result;
        try {
            Object returned = evaluator.invoke(program.main(), seeded);
            result = VectorResults.sum(program.main(), VectorResults.of(program.main(), returned, seeded));
        } catch (ArrayIndexOutOfBoundsException
                | ArithmeticException
                | NegativeArraySizeException
                | UnsupportedOperationException e) {
            throw new Unfit(e.toString());
        }
        double[] none = new double[point.flat().length];
        return new Answer(
                result.value(),
                result.tangents() == null ? none : result.tangents(),
                result.sizes() == null ? none : result.sizes(),
                DualArguments.numbers(point, seeded));
    }

    /** Runs the program as Java would, whatever its values are; exceptions are thrown on. */
    static Outcome primal(FuzzProgram program, Arguments point) {
        DualEvaluator evaluator = new DualEvaluator(program);
        evaluator.largest = Double.POSITIVE_INFINITY;
        Object[] constants = DualArguments.constants(point.values());
        Object returned = evaluator.invoke(program.main(), constants);
        Dual result = VectorResults.sum(program.main(), VectorResults.of(program.main(), returned, constants));
        return new Outcome(result.value(), new double[0], DualArguments.numbers(point, constants));
    }

    /** What the program returns, then its outputs, as constants. */
    static List<Object> results(FuzzProgram program, Arguments point) {
        DualEvaluator evaluator = new DualEvaluator(program);
        evaluator.largest = Double.POSITIVE_INFINITY;
        Object[] constants = DualArguments.constants(point.values());
        return VectorResults.of(program.main(), evaluator.invoke(program.main(), constants), constants);
    }

    /** Whether the program ends soon at a point, be it with an exception; values may be of any size. */
    static boolean terminates(FuzzProgram program, Arguments point) {
        DualEvaluator evaluator = new DualEvaluator(program);
        evaluator.largest = Double.POSITIVE_INFINITY;
        try {
            evaluator.invoke(program.main(), DualArguments.seeded(point));
            return true;
        } catch (Unfit e) {
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private Object invoke(FuzzMethod method, Object[] arguments) {
        if (++depth > MOST_DEPTH) {
            throw new Unfit("recurs deeply");
        }
        Map<String, Object> saved = variables;
        variables = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            variables.put(method.parameters().get(i).name(), arguments[i]);
        }
        if (run(method.body()) != Completion.RETURN && method.type() != FuzzType.VOID) {
            throw new Unfit("no return");
        }
        variables = saved;
        depth--;
        return returned;
    }

    private Completion run(List<FuzzStatement> block) {
        for (FuzzStatement statement : block) {
            Completion completion = run(statement);
            if (completion != Completion.NORMAL) {
                return completion;
            }
        }
        return Completion.NORMAL;
    }

    private Completion run(FuzzStatement statement) {
        step();
        if (statement instanceof FuzzStatement.Declare declare) {
            if (declare.init() != null) {
                variables.put(declare.name(), convert(evaluate(declare.init()), declare.type()));
            }
        } else if (statement instanceof FuzzStatement.Assign assign) {
            assign(assign.target(), assign.operator(), assign.value());
        } else if (statement instanceof FuzzStatement.Step change) {
            String operator = change.operator().substring(1) + "=";
            assign(change.target(), operator, Literal.of(1));
        } else if (statement instanceof FuzzStatement.If branch) {
            return run(isTrue(branch.condition()) ? branch.whenTrue() : branch.whenFalse());
        } else if (statement instanceof FuzzStatement.Guard guard) {
            if (isTrue(guard.condition())) {
                throw new UnsupportedOperationException("unfit: " + evaluate(guard.shown()));
            }
        } else if (statement instanceof FuzzStatement.Return result) {
            returned = evaluate(result.value());
            return Completion.RETURN;
        } else if (statement instanceof FuzzStatement.Jump jump) {
            target = jump.label();
            return jump.isBreak() ? Completion.BREAK : Completion.CONTINUE;
        } else if (statement instanceof FuzzStatement.Switch choice) {
            return run(choice);
        } else if (statement instanceof FuzzStatement.Labeled labeled) {
            return run(labeled);
        } else if (statement instanceof FuzzStatement.Call call) {
            evaluate(call.call());
        } else if (statement instanceof FuzzStatement.Lambda lambda) {
            variables.put(lambda.name(), lambda);
        } else {
            return runLoop(statement, "");
        }
        return Completion.NORMAL;
    }

    private Completion run(FuzzStatement.Switch choice) {
        int selector = (Integer) evaluate(choice.selector());
        int last = choice.blocks().size() - 1;
        int first = selector < 0 || selector > last ? last : selector;
        int end = choice.fallsThrough() ? last : first;
        for (int i = first; i <= end; i++) {
            Completion completion = run(choice.blocks().get(i));
            if (completion != Completion.NORMAL) {
                return completion == Completion.BREAK && target.isEmpty() ? Completion.NORMAL : completion;
            }
        }
        return Completion.NORMAL;
    }

    private Completion run(FuzzStatement.Labeled labeled) {
        Completion completion =
                labeled.body().size() == 1 && isLoop(labeled.body().get(0))
                        ? runLoop(labeled.body().get(0), labeled.label())
                        : run(labeled.body());
        return completion == Completion.BREAK && target.equals(labeled.label()) ? Completion.NORMAL : completion;
    }

    private static boolean isLoop(FuzzStatement s) {
        return s instanceof FuzzStatement.For
                || s instanceof FuzzStatement.ForBoth
                || s instanceof FuzzStatement.ForEach
                || s instanceof FuzzStatement.While
                || s instanceof FuzzStatement.DoWhile;
    }

    private Completion runLoop(FuzzStatement statement, String label) {
        Completion completion = Completion.NORMAL;
        if (statement instanceof FuzzStatement.While loop) {
            while (completion == Completion.NORMAL && isTrue(loop.condition())) {
                completion = iterate(loop.body(), label);
            }
        } else if (statement instanceof FuzzStatement.DoWhile loop) {
            do {
                completion = iterate(loop.body(), label);
            } while (completion == Completion.NORMAL && isTrue(loop.condition()));
        } else if (statement instanceof FuzzStatement.ForEach loop) {
            for (Object element : (Object[]) evaluate(loop.array())) {
                variables.put(loop.name(), element);
                completion = iterate(loop.body(), label);
                if (completion != Completion.NORMAL) {
                    break;
                }
            }
        } else if (statement instanceof FuzzStatement.For loop) {
            Var index = new Var(loop.index(), FuzzType.INT);
            Binary condition = new Binary(loop.comparison(), index, loop.to());
            variables.put(loop.index(), evaluate(loop.from()));
            while (completion == Completion.NORMAL && isTrue(condition)) {
                completion = iterate(loop.body(), label);
                assign(index, "+=", Literal.of(loop.step()));
            }
        } else if (statement instanceof FuzzStatement.ForBoth loop) {
            Var up = new Var(loop.up(), FuzzType.INT);
            Var down = new Var(loop.down(), FuzzType.INT);
            variables.put(loop.up(), evaluate(loop.from()));
            variables.put(loop.down(), evaluate(loop.to()));
            while (completion == Completion.NORMAL && isTrue(new Binary("<", up, down))) {
                completion = iterate(loop.body(), label);
                assign(up, "+=", Literal.of(1));
                assign(down, "-=", Literal.of(1));
            }
        } else {
            throw new IllegalStateException(statement.toString());
        }
        return completion == Completion.BREAK && target.isEmpty() ? Completion.NORMAL : completion;
    }

    /** One iteration: a {@code continue} of this loop is its normal end. */
    private Completion iterate(List<FuzzStatement> body, String label) {
        Completion completion = run(body);
        boolean isOwn = target.isEmpty() || target.equals(label);
        return completion == Completion.CONTINUE && isOwn ? Completion.NORMAL : completion;
    }

    private void step() {
        if (++steps > MOST_STEPS) {
            throw new Unfit("runs long");
        }
    }

    private boolean isTrue(FuzzExpression condition) {
        step();
        return (Boolean) evaluate(condition);
    }

    /** Java's order: array, index, old value, new value. */
    private Object assign(FuzzExpression place, String operator, FuzzExpression value) {
        String arithmetic = operator.substring(0, operator.length() - 1);
        Object result;
        if (place instanceof Element element) {
            Object array = evaluate(element.array());
            int index = (Integer) evaluate(element.index());
            Object old = arithmetic.isEmpty() ? 0 : element(array, index);
            result = assigned(old, arithmetic, value, place.type());
            store(array, index, result);
        } else {
            String name = ((Var) place).name();
            Object old = arithmetic.isEmpty() ? 0 : variables.get(name);
            result = assigned(old, arithmetic, value, place.type());
            variables.put(name, result);
        }
        return result;
    }

    private Object assigned(Object old, String arithmetic, FuzzExpression value, FuzzType type) {
        Object right = evaluate(value);
        Object result = convert(arithmetic.isEmpty() ? right : DualOperators.binary(arithmetic, old, right), type);
        return isSingle && result instanceof Dual dual ? dual.rounded() : result;
    }

    private static Object element(Object array, int index) {
        return array instanceof int[] ints ? ints[index] : ((Object[]) array)[index];
    }

    private static void store(Object array, int index, Object value) {
        if (array instanceof int[] ints) {
            ints[index] = (Integer) value;
        } else {
            ((Object[]) array)[index] = value;
        }
    }

    private Object convert(Object value, FuzzType type) {
        if (type == FuzzType.DOUBLE) {
            Dual dual = DualOperators.toDual(value);
            if (!(Math.abs(dual.value()) <= largest) && largest == LARGEST) {
                throw new Unfit("overflows");
            }
            return dual;
        }
        return type == FuzzType.LONG && value instanceof Integer small ? (Object) small.longValue() : value;
    }

    /** Every number of a program in {@code float} is rounded. */
    private Object evaluate(FuzzExpression e) {
        Object value = compute(e);
        return isSingle && value instanceof Dual dual ? dual.rounded() : value;
    }

    private Object compute(FuzzExpression e) {
        if (e instanceof Literal literal) {
            return constant(literal.value());
        } else if (e instanceof Constant constant) {
            return constant(constant.value());
        } else if (e instanceof Var variable) {
            return variables.get(variable.name());
        } else if (e instanceof Element element) {
            Object array = evaluate(element.array());
            return element(array, (Integer) evaluate(element.index()));
        } else if (e instanceof Length length) {
            return java.lang.reflect.Array.getLength(evaluate(length.array()));
        } else if (e instanceof Unary unary) {
            return DualOperators.unary(unary.operator(), evaluate(unary.operand()));
        } else if (e instanceof Binary binary) {
            return binary(binary);
        } else if (e instanceof Conditional conditional) {
            boolean condition = (Boolean) evaluate(conditional.condition());
            FuzzExpression chosen = condition ? conditional.whenTrue() : conditional.whenFalse();
            return convert(evaluate(chosen), conditional.type());
        } else if (e instanceof Choice choice) {
            int selector = (Integer) evaluate(choice.selector());
            int last = choice.values().size() - 1;
            return evaluate(choice.values().get(selector < 0 || selector > last ? last : selector));
        } else if (e instanceof Assignment assignment) {
            return assign(assignment.target(), assignment.operator(), assignment.value());
        } else if (e instanceof PostStep step) {
            Object old = evaluate(step.target());
            assign(step.target(), step.operator().substring(1) + "=", Literal.of(1));
            return old;
        } else if (e instanceof Named named) {
            return evaluate(named.operand());
        } else if (e instanceof Cast cast) {
            return DualOperators.cast(evaluate(cast.operand()), cast.type());
        } else if (e instanceof StreamCall stream) {
            return ended(stream);
        }
        return compound(e);
    }

    private Object compound(FuzzExpression e) {
        Object[] operands = e.operands().stream().map(this::evaluate).toArray();
        if (e instanceof MathCall call) {
            return DualOperators.math(call, operands);
        } else if (e instanceof Apply call) {
            return apply((FuzzStatement.Lambda) variables.get(call.function()), operands);
        } else if (e instanceof NewPair) {
            return Arrays.stream(operands).map(DualOperators::toDual).toArray(Dual[]::new);
        } else if (e instanceof Part part) {
            return ((Dual[]) operands[0])[part.isFirst() ? 0 : 1];
        } else if (e instanceof Invocation call) {
            step();
            FuzzMethod method = methods.get(call.callee());
            for (int i = 0; i < operands.length; i++) {
                operands[i] = convert(operands[i], method.parameters().get(i).type());
            }
            Object result = invoke(method, operands);
            return method.type() == FuzzType.VOID ? 0 : convert(result, method.type());
        } else if (e instanceof ArrayCall call) {
            return DualArrays.call(call.name(), operands);
        } else if (e instanceof NewArray array) {
            return DualArrays.allocate(array.type(), operands);
        } else if (e instanceof ArrayLiteral array) {
            if (array.type() == FuzzType.INTS) {
                return Arrays.stream(operands).mapToInt(o -> (Integer) o).toArray();
            } else if (array.type() == FuzzType.PAIRS) {
                return Arrays.stream(operands).map(pair -> (Dual[]) pair).toArray(Dual[][]::new);
            }
            return Arrays.stream(operands).map(DualOperators::toDual).toArray(Dual[]::new);
        }
        throw new IllegalStateException(e.toString());
    }

    private Object apply(FuzzStatement.Lambda lambda, Object[] operands) {
        step();
        for (int i = 0; i < operands.length; i++) {
            variables.put(lambda.parameters().get(i), DualOperators.toDual(operands[i]));
        }
        return DualOperators.toDual(evaluate(lambda.body()));
    }

    private Object ended(StreamCall stream) {
        Dual[] terms = terms(stream);
        return stream.isArray() ? terms : sum(terms);
    }

    private Dual[] terms(StreamCall stream) {
        List<Object> elements = new ArrayList<>();
        Object first = evaluate(stream.operands().get(0));
        if (stream.isRange()) {
            int end = (Integer) evaluate(stream.operands().get(1));
            for (int i = (Integer) first; i < end; i++) {
                elements.add(i);
            }
        } else {
            elements.addAll(Arrays.asList((Object[]) first));
        }
        List<Dual> terms = new ArrayList<>();
        for (Object element : elements) {
            step();
            variables.put(stream.variable(), element);
            terms.add(DualOperators.toDual(evaluate(stream.body())));
        }
        return terms.toArray(Dual[]::new);
    }

    /** The value has the bits of the platform's sum. */
    private static Dual sum(Dual[] terms) {
        Dual sum = Dual.of(0);
        for (Dual term : terms) {
            sum = sum.combine(term, 0, 1, 1);
        }
        double value = Arrays.stream(terms).mapToDouble(Dual::value).sum();
        return new Dual(value, sum.tangents(), sum.sizes());
    }

    private Object binary(Binary binary) {
        Object left = evaluate(binary.left());
        if (binary.operator().equals("&&") || binary.operator().equals("||")) {
            boolean decided = (Boolean) left == binary.operator().equals("||");
            return decided ? left : evaluate(binary.right());
        }
        return DualOperators.binary(binary.operator(), left, evaluate(binary.right()));
    }

    private static Object constant(Object value) {
        return value instanceof Double real ? Dual.of(real) : value;
    }
}
