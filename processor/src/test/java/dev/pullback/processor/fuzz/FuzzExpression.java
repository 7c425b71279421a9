package dev.pullback.processor.fuzz;

import java.util.List;
import java.util.Set;

/** An expression of a random program. */
sealed interface FuzzExpression {
    /** Operators with a boolean result. */
    Set<String> BOOLEAN_OPERATORS = Set.of("<", "<=", ">", ">=", "==", "!=", "&&", "||");

    /** The static type. */
    FuzzType type();

    /** The direct operands, in evaluation order. */
    default List<FuzzExpression> operands() {
        return List.of();
    }

    /** The same expression with other operands, as many as before. */
    default FuzzExpression withOperands(List<FuzzExpression> operands) {
        return this;
    }

    /** A constant: Double, Integer, Long or Boolean. */
    record Literal(Object value, FuzzType type) implements FuzzExpression {
        static Literal of(double value) {
            return new Literal(value, FuzzType.DOUBLE);
        }

        static Literal of(int value) {
            return new Literal(value, FuzzType.INT);
        }

        static Literal of(boolean value) {
            return new Literal(value, FuzzType.BOOLEAN);
        }
    }

    /** A named constant, such as {@code Math.PI} or a static final field. */
    record Constant(String name, Object value, FuzzType type) implements FuzzExpression {}

    /** A variable. */
    record Var(String name, FuzzType type) implements FuzzExpression {}

    /** {@code array[index]}. */
    record Element(FuzzExpression array, FuzzExpression index) implements FuzzExpression {
        @Override
        public FuzzType type() {
            return array.type().element();
        }

        @Override
        public List<FuzzExpression> operands() {
            return List.of(array, index);
        }

        @Override
        public FuzzExpression withOperands(List<FuzzExpression> operands) {
            return new Element(operands.get(0), operands.get(1));
        }
    }

    /** {@code array.length}. */
    record Length(FuzzExpression array) implements FuzzExpression {
        @Override
        public FuzzType type() {
            return FuzzType.INT;
        }

        @Override
        public List<FuzzExpression> operands() {
            return List.of(array);
        }

        @Override
        public FuzzExpression withOperands(List<FuzzExpression> operands) {
            return new Length(operands.get(0));
        }
    }

    /** {@code -x}, {@code ~n} or {@code !b}. */
    record Unary(String operator, FuzzExpression operand) implements FuzzExpression {
        @Override
        public FuzzType type() {
            return operand.type();
        }

        @Override
        public List<FuzzExpression> operands() {
            return List.of(operand);
        }

        @Override
        public FuzzExpression withOperands(List<FuzzExpression> operands) {
            return new Unary(operator, operands.get(0));
        }
    }

    /** Arithmetic, comparison or logic. */
    record Binary(String operator, FuzzExpression left, FuzzExpression right) implements FuzzExpression {
        @Override
        public FuzzType type() {
            return BOOLEAN_OPERATORS.contains(operator) || left.type() == FuzzType.BOOLEAN
                    ? FuzzType.BOOLEAN
                    : left.type().promoted(right.type());
        }

        @Override
        public List<FuzzExpression> operands() {
            return List.of(left, right);
        }

        @Override
        public FuzzExpression withOperands(List<FuzzExpression> operands) {
            return new Binary(operator, operands.get(0), operands.get(1));
        }
    }

    /** {@code condition ? whenTrue : whenFalse}. */
    record Conditional(FuzzExpression condition, FuzzExpression whenTrue, FuzzExpression whenFalse)
            implements FuzzExpression {
        @Override
        public FuzzType type() {
            return whenTrue.type() == whenFalse.type()
                    ? whenTrue.type()
                    : whenTrue.type().promoted(whenFalse.type());
        }

        @Override
        public List<FuzzExpression> operands() {
            return List.of(condition, whenTrue, whenFalse);
        }

        @Override
        public FuzzExpression withOperands(List<FuzzExpression> operands) {
            return new Conditional(operands.get(0), operands.get(1), operands.get(2));
        }
    }

    /** {@code switch (selector) { case 0 -> value; case 1 -> value; default -> value; }}: the selector, then the values. */
    record Choice(List<FuzzExpression> operands) implements FuzzExpression {
        FuzzExpression selector() {
            return operands.get(0);
        }

        /** The last one is that of all selectors without one. */
        List<FuzzExpression> values() {
            return operands.subList(1, operands.size());
        }

        @Override
        public FuzzType type() {
            return operands.get(1).type();
        }

        @Override
        public FuzzExpression withOperands(List<FuzzExpression> newOperands) {
            return new Choice(List.copyOf(newOperands));
        }
    }

    /** A call of {@code Math} or {@code StrictMath}; of type int if {@code type} says so. */
    record MathCall(String owner, String name, List<FuzzExpression> operands, FuzzType type) implements FuzzExpression {
        @Override
        public FuzzExpression withOperands(List<FuzzExpression> newOperands) {
            return new MathCall(owner, name, List.copyOf(newOperands), type);
        }
    }

    /** A call of another method of the program; the owner is empty for one of the same class. */
    record Invocation(String owner, String name, FuzzType type, List<FuzzExpression> operands)
            implements FuzzExpression {
        /** What is called, with the owner if there is one. */
        String callee() {
            return owner.isEmpty() ? name : owner + "." + name;
        }

        @Override
        public FuzzExpression withOperands(List<FuzzExpression> newOperands) {
            return new Invocation(owner, name, type, List.copyOf(newOperands));
        }
    }

    /** {@code function.applyAsDouble(x)}: a call of a local function. */
    record Apply(String function, List<FuzzExpression> operands) implements FuzzExpression {
        @Override
        public FuzzType type() {
            return FuzzType.DOUBLE;
        }

        @Override
        public FuzzExpression withOperands(List<FuzzExpression> newOperands) {
            return new Apply(function, List.copyOf(newOperands));
        }
    }

    /**
     * What a stream ends with: {@code IntStream.range(from, to).mapToDouble(variable -> body)} or {@code
     * Arrays.stream(array).map(variable -> body)}.
     *
     * @param result the last call: {@code sum} or {@code toArray}
     * @param variable the name of the index or element
     * @param operands the bounds or the array, then the body
     */
    record StreamCall(String result, String variable, List<FuzzExpression> operands) implements FuzzExpression {
        @Override
        public FuzzType type() {
            return isArray() ? FuzzType.DOUBLES : FuzzType.DOUBLE;
        }

        /** Whether it makes an array of all elements. */
        boolean isArray() {
            return result.equals("toArray");
        }

        /** Whether it runs over indices. */
        boolean isRange() {
            return operands.size() == 3;
        }

        /** What each element is mapped to. */
        FuzzExpression body() {
            return operands.get(operands.size() - 1);
        }

        @Override
        public FuzzExpression withOperands(List<FuzzExpression> newOperands) {
            return new StreamCall(result, variable, List.copyOf(newOperands));
        }
    }

    /** {@code new Pair(x, y)}. */
    record NewPair(List<FuzzExpression> operands) implements FuzzExpression {
        @Override
        public FuzzType type() {
            return FuzzType.PAIR;
        }

        @Override
        public FuzzExpression withOperands(List<FuzzExpression> newOperands) {
            return new NewPair(List.copyOf(newOperands));
        }
    }

    /** {@code pair.first()} or {@code pair.second()}. */
    record Part(FuzzExpression pair, boolean isFirst) implements FuzzExpression {
        @Override
        public FuzzType type() {
            return FuzzType.DOUBLE;
        }

        @Override
        public List<FuzzExpression> operands() {
            return List.of(pair);
        }

        @Override
        public FuzzExpression withOperands(List<FuzzExpression> operands) {
            return new Part(operands.get(0), isFirst);
        }
    }

    /** {@code (type) operand}. */
    record Cast(FuzzType type, FuzzExpression operand) implements FuzzExpression {
        @Override
        public List<FuzzExpression> operands() {
            return List.of(operand);
        }

        @Override
        public FuzzExpression withOperands(List<FuzzExpression> operands) {
            return new Cast(type, operands.get(0));
        }
    }

    /** A number as a text or as the constant of an enum that it numbers; only selectors are that. */
    record Named(boolean isText, FuzzExpression operand) implements FuzzExpression {
        @Override
        public FuzzType type() {
            return FuzzType.INT;
        }

        @Override
        public List<FuzzExpression> operands() {
            return List.of(operand);
        }

        @Override
        public FuzzExpression withOperands(List<FuzzExpression> operands) {
            return new Named(isText, operands.get(0));
        }
    }

    /** {@code new double[n]} or {@code new double[n][m]}. */
    record NewArray(FuzzType type, List<FuzzExpression> operands) implements FuzzExpression {
        @Override
        public FuzzExpression withOperands(List<FuzzExpression> newOperands) {
            return new NewArray(type, List.copyOf(newOperands));
        }
    }

    /** A call of {@code clone}, of {@code Arrays.copyOf, copyOfRange, fill} or of {@code System.arraycopy}. */
    record ArrayCall(String name, FuzzType type, List<FuzzExpression> operands) implements FuzzExpression {
        @Override
        public FuzzExpression withOperands(List<FuzzExpression> newOperands) {
            return new ArrayCall(name, type, List.copyOf(newOperands));
        }
    }

    /** <code>{a, b, c}</code>, as the initializer of a declaration. */
    record ArrayLiteral(FuzzType type, List<FuzzExpression> operands) implements FuzzExpression {
        @Override
        public FuzzExpression withOperands(List<FuzzExpression> newOperands) {
            return new ArrayLiteral(type, List.copyOf(newOperands));
        }
    }

    /** {@code (target operator value)}: the new value. */
    record Assignment(FuzzExpression target, String operator, FuzzExpression value) implements FuzzExpression {
        @Override
        public FuzzType type() {
            return target.type();
        }

        @Override
        public List<FuzzExpression> operands() {
            return List.of(target, value);
        }

        @Override
        public FuzzExpression withOperands(List<FuzzExpression> operands) {
            return new Assignment(operands.get(0), operator, operands.get(1));
        }
    }

    /** {@code target++} and {@code target--}: the old value. */
    record PostStep(FuzzExpression target, String operator) implements FuzzExpression {
        @Override
        public FuzzType type() {
            return target.type();
        }

        @Override
        public List<FuzzExpression> operands() {
            return List.of(target);
        }

        @Override
        public FuzzExpression withOperands(List<FuzzExpression> operands) {
            return new PostStep(operands.get(0), operator);
        }
    }

    /** Text around an expression, of any meaning: {@code %s} stands for the operand. Only mutants have it. */
    record Raw(String text, FuzzExpression operand) implements FuzzExpression {
        @Override
        public FuzzType type() {
            return operand.type();
        }

        @Override
        public List<FuzzExpression> operands() {
            return List.of(operand);
        }

        @Override
        public FuzzExpression withOperands(List<FuzzExpression> operands) {
            return new Raw(text, operands.get(0));
        }
    }
}
