package dev.pullback.processor.rules;

import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operation on variables, with its value and what its rule says.
 *
 * @param expression the operation
 * @param arguments its operands, in order
 */
record Operation(Expression expression, List<Variable> arguments) {

    /** An operator with these operands, a unary one for a single operand. */
    static Operation operator(String symbol, List<String> names) {
        List<Variable> arguments = names.stream()
                .map(name -> new Variable(name, PrimitiveType.DOUBLE))
                .toList();
        List<Expression> reads = reads(arguments);
        if (names.size() == 1) {
            return new Operation(new Unary(Unary.Operator.NEGATE, reads.get(0)), arguments);
        }
        Binary.Operator operator = Arrays.stream(Binary.Operator.values())
                .filter(candidate -> candidate.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
        return new Operation(new Binary(operator, reads.get(0), reads.get(1)), arguments);
    }

    /** The call of a method with these arguments; nothing if this version of the library, or of Java, has none. */
    static Optional<Operation> call(String owner, String name, List<String> names) {
        List<Variable> arguments = names.stream()
                .map(argument -> new Variable(argument, typeOf(argument)))
                .toList();
        return find(owner, name, arguments).map(method -> {
            IrType[] types = arguments.stream().map(Variable::type).toArray(IrType[]::new);
            MethodRef ref = MethodRef.ofStatic(owner, name, type(method.getReturnType()), types);
            return new Operation(new Call(ref, reads(arguments)), arguments);
        });
    }

    /** The page calls whole numbers {@code n}. */
    static PrimitiveType typeOf(String argument) {
        return argument.equals("n") ? PrimitiveType.INT : PrimitiveType.DOUBLE;
    }

    private static Optional<Method> find(String owner, String name, List<Variable> arguments) {
        Class<?>[] types = arguments.stream()
                .map(argument -> argument.type() == PrimitiveType.INT ? int.class : double.class)
                .toArray(Class<?>[]::new);
        try {
            return Optional.of(Class.forName(owner).getMethod(name, types));
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    private static PrimitiveType type(Class<?> type) {
        return Arrays.stream(PrimitiveType.values())
                .filter(candidate -> candidate.toString().equals(type.getName()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Expression> reads(List<Variable> variables) {
        return variables.stream().<Expression>map(Read::new).toList();
    }

    /** Its rule. */
    Optional<DerivativeRule> rule() {
        return RuleTable.find(expression);
    }

    /** Whether an argument is a real number. */
    boolean isReal(int argument) {
        return arguments.get(argument).type() == PrimitiveType.DOUBLE;
    }

    /** The value at a point. */
    double value(double... point) {
        return new RuleEvaluator(values(point)).number(expression);
    }

    /** What the rule makes of {@code seed} for one argument at a point. */
    double derivative(int argument, double seed, double... point) {
        Map<Variable, Double> values = values(point);
        Variable seedVariable = new Variable("seed", PrimitiveType.DOUBLE);
        Variable result = new Variable("result", PrimitiveType.DOUBLE);
        values.put(seedVariable, seed);
        values.put(result, value(point));
        return derivative(argument, new Read(seedVariable), reads(arguments), new Read(result), values);
    }

    /** What the rule makes of {@code seed} where the arguments are these expressions. */
    double derivative(
            int argument, Expression seed, List<Expression> operands, Expression result, Map<Variable, Double> values) {
        DerivativeRule rule = rule().orElseThrow();
        RuleEvaluator evaluator = new RuleEvaluator(values);
        if (rule.selection().isPresent()) {
            boolean isFirst = evaluator.truth(rule.selection().get().condition().apply(operands));
            return isFirst == (argument == 0) ? evaluator.number(seed) : 0.0;
        }
        return rule.partial(argument)
                .map(partial -> evaluator.number(partial.times(seed, operands, result)))
                .orElse(0.0);
    }

    private Map<Variable, Double> values(double... point) {
        Map<Variable, Double> values = new HashMap<>();
        for (int i = 0; i < point.length; i++) {
            values.put(arguments.get(i), point[i]);
        }
        return values;
    }
}
