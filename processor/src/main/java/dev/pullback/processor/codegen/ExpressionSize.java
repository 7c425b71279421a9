package dev.pullback.processor.codegen;

import dev.pullback.processor.ir.ArrayRead;
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
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.StaticField;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/** The bytecode size of expressions, as a value on the stack or as a condition that jumps. */
final class ExpressionSize implements ExpressionVisitor<Integer> {

    /** What turns a jump into a boolean on the stack: two constants and a jump between them. */
    private static final int BOOLEAN_VALUE = 1 + BytecodeSize.JUMP + 1;

    /** More than a call, a constant or a conversion between two operands takes. */
    private static final int OPAQUE_PIECE = 12;

    private static final int SEPARATOR = 2;

    private static final Set<String> SEPARATORS = Set.of("(", ",", ")");

    private final ToIntFunction<Variable> access;

    /**
     * Measures expressions.
     *
     * @param access the size of a load of a variable
     */
    ExpressionSize(ToIntFunction<Variable> access) {
        this.access = access;
    }

    /** The size of the code that leaves the value on the stack. */
    int value(Expression expression) {
        boolean isJump = expression instanceof Compare
                || expression instanceof Logical
                || expression instanceof Unary unary && unary.operator() == Unary.Operator.NOT;
        return isJump ? condition(expression) + BOOLEAN_VALUE : expression.accept(this);
    }

    /** The size of the code that jumps if the condition does not hold. */
    int condition(Expression expression) {
        if (expression instanceof Compare compare) {
            boolean isInt =
                    compare.left().type() == PrimitiveType.INT || compare.left().type() == PrimitiveType.BOOLEAN;
            return value(compare.left()) + value(compare.right()) + (isInt ? 0 : 1) + BytecodeSize.JUMP;
        } else if (expression instanceof Logical logical) {
            return condition(logical.left()) + condition(logical.right());
        } else if (expression instanceof Unary unary && unary.operator() == Unary.Operator.NOT) {
            return condition(unary.operand());
        } else if (expression instanceof Conditional choice) {
            return condition(choice.condition())
                    + condition(choice.whenTrue())
                    + BytecodeSize.JUMP
                    + condition(choice.whenFalse());
        }
        return value(expression) + BytecodeSize.JUMP;
    }

    @Override
    public Integer visitLiteral(Literal node) {
        if (node.value() instanceof Integer number) {
            boolean isTiny = number >= -1 && number <= 5;
            boolean isByte = number == number.byteValue();
            return isTiny ? 1 : isByte ? 2 : 3;
        }
        boolean isShort = node.value() instanceof Boolean || node.is(0) || node.is(1);
        return isShort ? 1 : 3;
    }

    @Override
    public Integer visitRead(Read node) {
        return access.applyAsInt(node.variable());
    }

    @Override
    public Integer visitArrayRead(ArrayRead node) {
        return value(node.array()) + value(node.index()) + 1;
    }

    @Override
    public Integer visitStaticField(StaticField node) {
        return 3;
    }

    @Override
    public Integer visitLength(Length node) {
        return value(node.array()) + 1;
    }

    @Override
    public Integer visitUnary(Unary node) {
        boolean isComplement = node.operator() == Unary.Operator.COMPLEMENT;
        int minusOne = node.type() == PrimitiveType.LONG ? 3 : 1;
        return value(node.operand()) + 1 + (isComplement ? minusOne : 0);
    }

    @Override
    public Integer visitBinary(Binary node) {
        boolean isLongShift =
                node.right().type() == PrimitiveType.LONG && node.operator().precedence() == 10;
        return value(node.left()) + value(node.right()) + 1 + (isLongShift ? 1 : 0);
    }

    @Override
    public Integer visitCompare(Compare node) {
        return value(node);
    }

    @Override
    public Integer visitLogical(Logical node) {
        return value(node);
    }

    @Override
    public Integer visitConditional(Conditional node) {
        return condition(node.condition()) + value(node.whenTrue()) + BytecodeSize.JUMP + value(node.whenFalse());
    }

    @Override
    public Integer visitCall(Call node) {
        // A call through an interface names the number of its arguments, too.
        return values(node.arguments()) + (node.method().isStatic() ? 3 : 5);
    }

    @Override
    public Integer visitCast(Cast node) {
        return value(node.operand()) + 1;
    }

    @Override
    public Integer visitNewArray(NewArray node) {
        return values(node.dimensions()) + 4;
    }

    @Override
    public Integer visitOpaque(Opaque node) {
        return values(node.operands())
                + node.pieces().stream().mapToInt(ExpressionSize::piece).sum();
    }

    /** Between operands there may be a conversion; the rest of Java's text is calls, constants and new objects. */
    private static int piece(Opaque.Piece piece) {
        boolean isSeparator = piece instanceof Opaque.Operand
                || piece instanceof Opaque.Text text
                        && SEPARATORS.contains(text.java().strip());
        return isSeparator ? SEPARATOR : OPAQUE_PIECE;
    }

    private int values(List<Expression> expressions) {
        return expressions.stream().mapToInt(this::value).sum();
    }
}
