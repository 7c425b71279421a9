package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.ExpressionVisitor;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Logical;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.StaticField;
import dev.pullback.processor.ir.Unary;
import java.util.List;
import java.util.Set;

/**
 * Expressions as Java text with the parentheses that keep the tree as it is: floating point is not associative, so {@code a
 * + (b + c)} and {@code (a + b) + c} stay apart.
 *
 * <p>Every method returns code whose Java type is the type of the node. Only {@link #promoted} leaves a widening cast to
 * Java, for places where Java widens by itself.
 */
final class ExpressionEmitter implements ExpressionVisitor<CodeBlock> {

    /** Java's precedence of the forms that the representation has no operator object for. */
    private static final int PRIMARY = Opaque.PRIMARY;

    private static final int PREFIX = 14;
    private static final int CONDITIONAL = 2;

    /** Methods without overloads: a widening cast of an argument can be left out without choosing another method. */
    private static final Set<String> NOT_OVERLOADED = Set.of(
            "acos",
            "asin",
            "atan",
            "atan2",
            "cbrt",
            "ceil",
            "cos",
            "cosh",
            "exp",
            "expm1",
            "floor",
            "hypot",
            "log",
            "log10",
            "log1p",
            "pow",
            "rint",
            "sin",
            "sinh",
            "sqrt",
            "tan",
            "tanh",
            "toDegrees",
            "toRadians");

    private static final Set<String> MATH = Set.of("java.lang.Math", "java.lang.StrictMath");

    private final GeneratedNames names;

    ExpressionEmitter(GeneratedNames names) {
        this.names = names;
    }

    /** The expression, for a place that accepts any expression and needs its exact type. */
    CodeBlock emit(Expression expression) {
        return expression.accept(this);
    }

    /** The expression as an operand, in parentheses if it binds less tightly than {@code precedence}. */
    CodeBlock operand(Expression expression, int precedence) {
        CodeBlock code = emit(expression);
        return precedence(expression) < precedence ? CodeBlock.of("($L)", code) : code;
    }

    /** The expression for a place where Java widens by itself: the right side of an assignment, a returned value. */
    CodeBlock promoted(Expression expression) {
        return emit(withoutWidening(expression));
    }

    @Override
    public CodeBlock visitLiteral(Literal node) {
        return switch (node.type()) {
            case DOUBLE -> CodeBlock.of("$L", text("Double", ((Number) node.value()).doubleValue()));
            case FLOAT -> CodeBlock.of("$L", text((Float) node.value()));
            case LONG -> CodeBlock.of("$LL", node.value());
            default -> CodeBlock.of("$L", node.value());
        };
    }

    @Override
    public CodeBlock visitRead(Read node) {
        return CodeBlock.of("$L", names.of(node.variable()));
    }

    @Override
    public CodeBlock visitArrayRead(ArrayRead node) {
        return CodeBlock.of("$L[$L]", emit(node.array()), emit(node.index()));
    }

    @Override
    public CodeBlock visitStaticField(StaticField node) {
        return node.owner().isEmpty()
                ? CodeBlock.of("$L", node.name())
                : CodeBlock.of("$T.$L", JavaTypes.className(node.owner()), node.name());
    }

    @Override
    public CodeBlock visitLength(Length node) {
        return CodeBlock.of("$L.length", operand(node.array(), PRIMARY));
    }

    @Override
    public CodeBlock visitUnary(Unary node) {
        // "--x" would be a decrement; so would a minus before a negative literal.
        boolean isDoubleMinus = node.operator() == Unary.Operator.NEGATE && startsWithMinus(node.operand());
        return CodeBlock.of(
                "$L$L", node.operator().symbol(), operand(node.operand(), isDoubleMinus ? PRIMARY : PREFIX));
    }

    @Override
    public CodeBlock visitBinary(Binary node) {
        int precedence = node.operator().precedence();
        return infix(node.operator().symbol(), node.left(), precedence, node.right(), precedence + 1, !isShift(node));
    }

    @Override
    public CodeBlock visitCompare(Compare node) {
        int precedence = node.operator().precedence() + 1;
        return infix(node.operator().symbol(), node.left(), precedence, node.right(), precedence, true);
    }

    @Override
    public CodeBlock visitLogical(Logical node) {
        int precedence = node.operator().precedence();
        return infix(node.operator().symbol(), node.left(), precedence, node.right(), precedence, false);
    }

    @Override
    public CodeBlock visitConditional(Conditional node) {
        return CodeBlock.of(
                "$L ? $L : $L",
                operand(node.condition(), CONDITIONAL + 1),
                operand(node.whenTrue(), CONDITIONAL + 1),
                operand(node.whenFalse(), CONDITIONAL));
    }

    @Override
    public CodeBlock visitCall(Call node) {
        MethodRef method = node.method();
        if (!method.isStatic()) {
            List<Expression> arguments =
                    node.arguments().subList(1, node.arguments().size());
            CodeBlock receiver = operand(node.arguments().get(0), PRIMARY);
            return CodeBlock.of("$L.$L($L)", receiver, method.name(), arguments(method, arguments));
        }
        CodeBlock arguments = arguments(method, node.arguments());
        if (method.owner().isEmpty()) {
            return CodeBlock.of("$L($L)", method.name(), arguments);
        }
        return CodeBlock.of("$T.$L($L)", JavaTypes.className(method.owner()), method.name(), arguments);
    }

    @Override
    public CodeBlock visitCast(Cast node) {
        if (isRedundantCast(node)) {
            return emit(node.operand());
        }
        return CodeBlock.of("($T) $L", JavaTypes.of(node.type()), operand(node.operand(), PREFIX));
    }

    @Override
    public CodeBlock visitNewArray(NewArray node) {
        throw new IllegalStateException("a new array can only initialise a variable: " + node);
    }

    @Override
    public CodeBlock visitOpaque(Opaque node) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Opaque.Piece piece : node.pieces()) {
            if (piece instanceof Opaque.Operand operand) {
                code.add(operand(operand.expression(), operand.precedence()));
            } else if (piece instanceof Opaque.Type type) {
                code.add("$T", JavaTypes.of(type.type()));
            } else {
                code.add("$L", ((Opaque.Text) piece).java());
            }
        }
        return code.build();
    }

    /** {@code new double[n]}, the initial value of a declared variable. */
    CodeBlock newArray(NewArray node) {
        if (node.isJagged()) {
            return emit(new Call(jaggedZeros(node.type()), node.dimensions().get(1)));
        }
        TypeName scalar = JavaTypes.of(node.type().scalar());
        CodeBlock.Builder code = CodeBlock.builder().add("new $T", scalar);
        node.dimensions().forEach(dimension -> code.add("[$L]", emit(dimension)));
        return code.add("[]".repeat(node.type().rank() - node.dimensions().size()))
                .build();
    }

    private static MethodRef jaggedZeros(ArrayType type) {
        String name = type.scalar() == PrimitiveType.DOUBLE ? "zeros" : type.scalar() + "Zeros";
        return MethodRef.ofStatic("dev.pullback.runtime.Jagged", name, type, NewArray.LENGTHS);
    }

    // ---- pieces ----

    private CodeBlock infix(
            String symbol,
            Expression left,
            int leftPrecedence,
            Expression right,
            int rightPrecedence,
            boolean promotes) {
        Expression shownLeft = left;
        Expression shownRight = right;
        if (promotes) {
            // One operand must keep the type for the other to be widened to it; to int all are widened anyway.
            shownRight = withoutWidening(right);
            boolean isFree = shownRight == right || left.type() == PrimitiveType.INT;
            shownLeft = isFree ? withoutWidening(left) : left;
        }
        return CodeBlock.of(
                "$L$W$L $L", operand(shownLeft, leftPrecedence), symbol, operand(shownRight, rightPrecedence));
    }

    private CodeBlock arguments(MethodRef method, List<Expression> arguments) {
        boolean promotes = MATH.contains(method.owner()) && NOT_OVERLOADED.contains(method.name());
        return arguments.stream()
                .map(argument -> promotes ? promoted(argument) : emit(argument))
                .collect(CodeBlock.joining(",$W"));
    }

    /** The operand of a widening conversion between numbers, else the expression itself. */
    private static Expression withoutWidening(Expression expression) {
        return expression instanceof Cast cast && isWidening(cast) ? cast.operand() : expression;
    }

    private static boolean isRedundantCast(Expression expression) {
        return expression instanceof Cast cast
                && cast.type().equals(cast.operand().type());
    }

    private static boolean isWidening(Cast cast) {
        PrimitiveType from = (PrimitiveType) cast.operand().type();
        PrimitiveType to = (PrimitiveType) cast.type();
        // The types from int on are declared in the order in which they widen.
        return !to.isSmall() && (from.isSmall() || from.compareTo(to) < 0);
    }

    private static boolean isShift(Binary node) {
        return switch (node.operator()) {
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> true;
            default -> false;
        };
    }

    private static boolean startsWithMinus(Expression expression) {
        if (isRedundantCast(expression)) {
            return startsWithMinus(((Cast) expression).operand());
        }
        return expression instanceof Unary unary && unary.operator() == Unary.Operator.NEGATE
                || expression instanceof Literal literal && isNegative(literal);
    }

    private static boolean isNegative(Literal literal) {
        // The infinity is written as a constant's name.
        return literal.value() instanceof Number number
                && !Double.isInfinite(number.doubleValue())
                && Double.compare(number.doubleValue(), 0.0) < 0;
    }

    private static int precedence(Expression expression) {
        if (expression instanceof Binary e) {
            return e.operator().precedence();
        } else if (expression instanceof Compare e) {
            return e.operator().precedence();
        } else if (expression instanceof Logical e) {
            return e.operator().precedence();
        } else if (expression instanceof Opaque e) {
            return e.precedence();
        } else if (expression instanceof Conditional) {
            return CONDITIONAL;
        } else if (isRedundantCast(expression)) {
            return precedence(((Cast) expression).operand());
        } else if (expression instanceof Unary
                || expression instanceof Cast
                || expression instanceof Literal literal && isNegative(literal)) {
            return PREFIX;
        }
        return PRIMARY;
    }

    private static String text(float value) {
        return Float.isFinite(value) ? value + "f" : text("Float", value);
    }

    private static String text(String type, double value) {
        if (Double.isNaN(value)) {
            return type + ".NaN";
        } else if (Double.isInfinite(value)) {
            return type + (value > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
        }
        return Double.toString(value);
    }
}
