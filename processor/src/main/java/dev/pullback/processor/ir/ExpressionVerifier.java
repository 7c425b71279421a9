package dev.pullback.processor.ir;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Checks the types inside an expression. A violation is an exception with the reason; {@link IrVerifier} adds where it is.
 */
final class ExpressionVerifier implements ExpressionVisitor<IrType> {

    private final Consumer<Variable> onRead;

    /**
     * A checker of expressions.
     *
     * @param onRead is told every variable that is read, also through an array
     */
    ExpressionVerifier(Consumer<Variable> onRead) {
        this.onRead = onRead;
    }

    /** Checks an expression and returns its type. */
    IrType check(Expression expression) {
        return expression.accept(this);
    }

    /** Checks an expression of which one type is expected. */
    void check(Expression expression, IrType expected, String role) {
        IrType actual = check(expression);
        require(actual.equals(expected), "%s is %s instead of %s: %s", role, actual, expected, expression);
    }

    /** Checks the dimensions of a new array in its only legal place. */
    void checkNewArray(NewArray node) {
        int given = node.dimensions().size();
        require(given >= 1 && given <= node.type().rank(), "%d dimensions for %s", given, node.type());
        boolean isJagged = node.isJagged() && node.isWhole();
        for (int i = 0; i < given; i++) {
            IrType expected = isJagged && i > 0 ? NewArray.LENGTHS : PrimitiveType.INT;
            check(node.dimensions().get(i), expected, "an array dimension");
        }
    }

    @Override
    public IrType visitLiteral(Literal node) {
        Class<?> wanted = switch (node.type()) {
            case BOOLEAN -> Boolean.class;
            case BYTE, SHORT, CHAR, INT -> Integer.class;
            case LONG -> Long.class;
            case FLOAT -> Float.class;
            case DOUBLE -> Double.class;
            case VOID -> Void.class;
        };
        require(wanted.isInstance(node.value()), "the literal %s is not of type %s", node.value(), node.type());
        return node.type();
    }

    @Override
    public IrType visitRead(Read node) {
        onRead.accept(node.variable());
        return node.type();
    }

    @Override
    public IrType visitArrayRead(ArrayRead node) {
        check(node.array());
        check(node.index(), PrimitiveType.INT, "an array index");
        return node.type();
    }

    @Override
    public IrType visitStaticField(StaticField node) {
        return node.type();
    }

    @Override
    public IrType visitLength(Length node) {
        require(
                node.array() instanceof Place || node.array() instanceof StaticField,
                "the length of what is neither a place nor a field: %s",
                node);
        require(check(node.array()).isArray(), "the length of what is no array: %s", node);
        return PrimitiveType.INT;
    }

    @Override
    public IrType visitUnary(Unary node) {
        IrType type = check(node.operand());
        boolean isLegal = switch (node.operator()) {
            case NEGATE -> isNumber(type);
            case NOT -> type == PrimitiveType.BOOLEAN;
            case COMPLEMENT -> isIntegral(type);
        };
        require(isLegal, "%s on %s: %s", node.operator().symbol(), type, node);
        return type;
    }

    @Override
    public IrType visitBinary(Binary node) {
        IrType left = check(node.left());
        IrType right = check(node.right());
        boolean isLegal = switch (node.operator()) {
            case MULTIPLY, DIVIDE, REMAINDER, ADD, SUBTRACT -> left.equals(right) && isNumber(left);
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> isIntegral(left) && isIntegral(right);
            case BIT_AND, BIT_XOR, BIT_OR -> left.equals(right) && (isIntegral(left) || left == PrimitiveType.BOOLEAN);
        };
        require(isLegal, "%s between %s and %s: %s", node.operator().symbol(), left, right, node);
        return left;
    }

    @Override
    public IrType visitCompare(Compare node) {
        IrType left = check(node.left());
        IrType right = check(node.right());
        boolean isEquality = node.operator() == Compare.Operator.EQUAL || node.operator() == Compare.Operator.NOT_EQUAL;
        require(
                left.equals(right) && (isEquality || isNumber(left)),
                "%s between %s and %s: %s",
                node.operator().symbol(),
                left,
                right,
                node);
        return PrimitiveType.BOOLEAN;
    }

    @Override
    public IrType visitLogical(Logical node) {
        check(
                node.left(),
                PrimitiveType.BOOLEAN,
                "an operand of " + node.operator().symbol());
        check(
                node.right(),
                PrimitiveType.BOOLEAN,
                "an operand of " + node.operator().symbol());
        return PrimitiveType.BOOLEAN;
    }

    @Override
    public IrType visitConditional(Conditional node) {
        check(node.condition(), PrimitiveType.BOOLEAN, "a condition");
        IrType type = check(node.whenTrue());
        check(node.whenFalse(), type, "the other branch");
        return type;
    }

    @Override
    public IrType visitCall(Call node) {
        checkArguments(node.method(), node.arguments());
        return node.type();
    }

    @Override
    public IrType visitCast(Cast node) {
        IrType from = check(node.operand());
        require(isNumeric(from) && isNumeric(node.type()), "a cast from %s to %s: %s", from, node.type(), node);
        return node.type();
    }

    @Override
    public IrType visitNewArray(NewArray node) {
        throw new IllegalStateException("a new array can only initialise a variable: " + text(node));
    }

    @Override
    public IrType visitOpaque(Opaque node) {
        node.operands().forEach(this::check);
        return node.type();
    }

    /** Checks number and types of arguments; objects may be of a subclass. */
    void checkArguments(MethodRef method, List<Expression> arguments) {
        int receivers = method.isStatic() ? 0 : 1;
        int expected = receivers + method.parameterTypes().size();
        require(arguments.size() == expected, "%d arguments for %s", arguments.size(), method);
        for (int i = 0; i < arguments.size(); i++) {
            IrType actual = check(arguments.get(i));
            if (i >= receivers && !(actual instanceof ObjectType)) {
                IrType wanted = method.parameterTypes().get(i - receivers);
                require(
                        actual.equals(wanted),
                        "argument %d of %s is %s instead of %s: %s",
                        i - receivers + 1,
                        method.name(),
                        actual,
                        wanted,
                        arguments.get(i));
            }
        }
    }

    /** Throws the reason unless the condition holds; code among the arguments is printed then. */
    static void require(boolean condition, String reason, Object... arguments) {
        if (!condition) {
            Object[] printed = Arrays.stream(arguments)
                    .map(argument -> argument instanceof Expression code ? text(code) : argument)
                    .toArray();
            throw new IllegalStateException(String.format(Locale.ROOT, reason, printed));
        }
    }

    private static String text(Expression expression) {
        return IrPrinter.print(expression);
    }

    private static boolean isIntegral(IrType type) {
        return type instanceof PrimitiveType primitive && primitive.isIntegral();
    }

    /** Whether there is arithmetic on the type. */
    private static boolean isNumber(IrType type) {
        return type.isReal() || isIntegral(type);
    }

    private static boolean isNumeric(IrType type) {
        return type instanceof PrimitiveType primitive && primitive.isNumeric();
    }
}
