package dev.pullback.processor.codegen;

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
import dev.pullback.processor.ir.IrType;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Expressions as Java text with the parentheses that keep the tree as it is: floating point is not associative, so {@code a
 * + (b + c)} and {@code (a + b) + c} stay apart.
 *
 * <p>Every method returns code whose Java type is the type of the node. Only {@link #promoted} leaves a widening cast to
 * Java, for places where Java widens by itself.
 */
final class ExpressionEmitter implements ExpressionVisitor<Snippet> {

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
    Snippet emit(Expression expression) {
        return expression.accept(this);
    }

    /** The expression as an operand, in parentheses if it binds less tightly than {@code precedence}. */
    Snippet operand(Expression expression, int precedence) {
        Snippet code = emit(expression);
        return precedence(expression) < precedence ? Snippet.of("($L)", code) : code;
    }

    /** The expression for a place where Java widens by itself: the right side of an assignment, a returned value. */
    Snippet promoted(Expression expression) {
        return emit(withoutWidening(expression));
    }

    @Override
    public Snippet visitLiteral(Literal node) {
        return switch (node.type()) {
            case DOUBLE -> Snippet.of("$L", text("Double", ((Number) node.value()).doubleValue()));
            case FLOAT -> Snippet.of("$L", text((Float) node.value()));
            case LONG -> Snippet.of("$LL", node.value());
            default -> Snippet.of("$L", node.value());
        };
    }

    @Override
    public Snippet visitRead(Read node) {
        return Snippet.of("$L", names.of(node.variable()));
    }

    @Override
    public Snippet visitArrayRead(ArrayRead node) {
        return Snippet.of("$L[$L]", emit(node.array()), emit(node.index()));
    }

    @Override
    public Snippet visitStaticField(StaticField node) {
        return node.owner().isEmpty()
                ? Snippet.of("$L", node.name())
                : Snippet.of("$T.$L", JavaTypes.className(node.owner()), node.name());
    }

    @Override
    public Snippet visitLength(Length node) {
        return Snippet.of("$L.length", operand(node.array(), PRIMARY));
    }

    @Override
    public Snippet visitUnary(Unary node) {
        // "--x" would be a decrement; so would a minus before a negative literal.
        boolean isDoubleMinus = node.operator() == Unary.Operator.NEGATE && startsWithMinus(node.operand());
        return Snippet.of("$L$L", node.operator().symbol(), operand(node.operand(), isDoubleMinus ? PRIMARY : PREFIX));
    }

    @Override
    public Snippet visitBinary(Binary node) {
        int precedence = node.operator().precedence();
        return infix(node.operator().symbol(), node.left(), precedence, node.right(), precedence + 1, !isShift(node));
    }

    @Override
    public Snippet visitCompare(Compare node) {
        int precedence = node.operator().precedence() + 1;
        return infix(node.operator().symbol(), node.left(), precedence, node.right(), precedence, true);
    }

    @Override
    public Snippet visitLogical(Logical node) {
        int precedence = node.operator().precedence();
        return infix(node.operator().symbol(), node.left(), precedence, node.right(), precedence, false);
    }

    @Override
    public Snippet visitConditional(Conditional node) {
        return Snippet.of(
                "$L ? $L : $L",
                operand(node.condition(), CONDITIONAL + 1),
                operand(node.whenTrue(), CONDITIONAL + 1),
                operand(node.whenFalse(), CONDITIONAL));
    }

    @Override
    public Snippet visitCall(Call node) {
        MethodRef method = node.method();
        if (!method.isStatic()) {
            List<Expression> arguments =
                    node.arguments().subList(1, node.arguments().size());
            Snippet receiver = operand(node.arguments().get(0), PRIMARY);
            return Snippet.of("$L.$L($L)", receiver, method.name(), arguments(method, arguments));
        }
        Snippet arguments = arguments(method, node.arguments());
        if (method.owner().isEmpty()) {
            return Snippet.of("$L($L)", method.name(), arguments);
        }
        return Snippet.of("$T.$L($L)", JavaTypes.className(method.owner()), method.name(), arguments);
    }

    @Override
    public Snippet visitCast(Cast node) {
        if (isRedundantCast(node)) {
            return emit(node.operand());
        }
        return Snippet.of("($T) $L", JavaTypes.of(node.type()), operand(node.operand(), PREFIX));
    }

    @Override
    public Snippet visitNewArray(NewArray node) {
        throw new IllegalStateException("a new array can only initialise a variable: " + node);
    }

    @Override
    public Snippet visitOpaque(Opaque node) {
        List<Snippet> pieces = new ArrayList<>();
        for (Opaque.Piece piece : node.pieces()) {
            if (piece instanceof Opaque.Operand operand) {
                pieces.add(operand(operand.expression(), operand.precedence()));
            } else if (piece instanceof Opaque.Type type) {
                pieces.add(Snippet.of("$T", JavaTypes.of(type.type())));
            } else if (piece instanceof Opaque.Hidden hidden) {
                pieces.add(Snippet.of("$L", names.reader(hidden.field())));
            } else {
                pieces.add(Snippet.of("$L", ((Opaque.Text) piece).java()));
            }
        }
        return Snippet.join(pieces, "");
    }

    /** {@code new double[n]}, the initial value of a declared variable. */
    Snippet newArray(NewArray node) {
        if (node.isJagged()) {
            List<Expression> lengths =
                    node.dimensions().subList(1, node.dimensions().size());
            return emit(new Call(jaggedZeros(node.type()), lengths));
        }
        TypeName scalar = JavaTypes.of(node.type().scalar());
        List<Snippet> dimensions = node.dimensions().stream()
                .map(dimension -> Snippet.of("[$L]", emit(dimension)))
                .toList();
        String others = "[]".repeat(node.type().rank() - node.dimensions().size());
        return Snippet.of("new $T$L$L", scalar, Snippet.join(dimensions, ""), others);
    }

    private static MethodRef jaggedZeros(ArrayType type) {
        String name = type.scalar() == PrimitiveType.DOUBLE ? "zeros" : type.scalar() + "Zeros";
        List<IrType> lengths = Collections.nCopies(type.rank() - 1, NewArray.LENGTHS);
        return new MethodRef("dev.pullback.runtime.Jagged", name, lengths, type, true);
    }

    // ---- pieces ----

    private Snippet infix(
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
        return Snippet.of(
                "$L$W$L $L", operand(shownLeft, leftPrecedence), symbol, operand(shownRight, rightPrecedence));
    }

    private Snippet arguments(MethodRef method, List<Expression> arguments) {
        boolean promotes = MATH.contains(method.owner()) && NOT_OVERLOADED.contains(method.name());
        return Snippet.join(
                arguments.stream()
                        .map(argument -> promotes ? promoted(argument) : emit(argument))
                        .toList(),
                ",$W");
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
