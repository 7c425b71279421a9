package dev.pullback.processor.frontend;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Unary;
import java.util.List;

/** Lowers operators without side effects; promotion becomes explicit. */
final class OperatorLowering {

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final ExpressionLowering expressions;

    OperatorLowering(BodyBuilder body, BodyTyper typer, ExpressionLowering expressions) {
        this.body = body;
        this.typer = typer;
        this.expressions = expressions;
    }

    /** {@code +x}, {@code -x}, {@code ~x}, {@code !x}. */
    Expression unary(UnaryTree tree) {
        Expression operand = expressions.value(tree.getExpression(), body.irType(typer.typeOf(tree), tree));
        boolean isBoolean = operand.type() == PrimitiveType.BOOLEAN;
        boolean isReal = operand.type().isReal();
        return switch (tree.getKind()) {
            case LOGICAL_COMPLEMENT -> operator(Unary.Operator.NOT, operand, isBoolean, tree);
            case UNARY_MINUS -> operator(Unary.Operator.NEGATE, operand, !isBoolean, tree);
            case BITWISE_COMPLEMENT -> operator(Unary.Operator.COMPLEMENT, operand, !isBoolean && !isReal, tree);
            default -> operand;
        };
    }

    private Expression operator(Unary.Operator operator, Expression operand, boolean fits, Tree tree) {
        if (!fits) {
            throw body.reject(DiagnosticCode.AD305, tree, "'" + tree + "'");
        }
        return new Unary(operator, operand);
    }

    /** Every binary operator except the short-circuit ones. */
    Expression binary(BinaryTree tree) {
        return switch (tree.getKind()) {
            case LESS_THAN -> compare(tree, Compare.Operator.LESS);
            case LESS_THAN_EQUAL -> compare(tree, Compare.Operator.LESS_EQUAL);
            case GREATER_THAN -> compare(tree, Compare.Operator.GREATER);
            case GREATER_THAN_EQUAL -> compare(tree, Compare.Operator.GREATER_EQUAL);
            case EQUAL_TO -> compare(tree, Compare.Operator.EQUAL);
            case NOT_EQUAL_TO -> compare(tree, Compare.Operator.NOT_EQUAL);
            default -> arithmetic(tree);
        };
    }

    private Expression arithmetic(BinaryTree tree) {
        Binary.Operator operator = operator(tree.getKind());
        IrType type = body.irType(typer.typeOf(tree), tree);
        IrType distance = expressions.operandType(tree.getRightOperand());
        IrType rightType = isShift(operator) ? wider(distance, distance) : type;
        List<Expression> operands =
                expressions.values(List.of(tree.getLeftOperand(), tree.getRightOperand()), List.of(type, rightType));
        return combine(operator, operands.get(0), operands.get(1), tree);
    }

    /** The operation on operands that have the result's type; the distance of a shift may have its own. */
    Expression combine(Binary.Operator operator, Expression left, Expression right, Tree tree) {
        boolean fits = switch (operator) {
            case BIT_AND, BIT_OR, BIT_XOR -> !left.type().isReal();
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> isIntegral(left) && isIntegral(right);
            default -> left.type() != PrimitiveType.BOOLEAN;
        };
        if (!fits) {
            throw body.reject(DiagnosticCode.AD305, tree, "'" + tree + "'");
        }
        boolean isLongDistance =
                isShift(operator) && left.type() == PrimitiveType.INT && right.type() == PrimitiveType.LONG;
        return new Binary(operator, left, isLongDistance ? expressions.cast(right, PrimitiveType.INT, tree) : right);
    }

    private static boolean isIntegral(Expression expression) {
        return expression.type() instanceof PrimitiveType primitive && primitive.isIntegral();
    }

    static boolean isShift(Binary.Operator operator) {
        return switch (operator) {
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> true;
            default -> false;
        };
    }

    private Expression compare(BinaryTree tree, Compare.Operator operator) {
        IrType left = expressions.operandType(tree.getLeftOperand());
        IrType right = expressions.operandType(tree.getRightOperand());
        IrType common = wider(left, right);
        boolean isEquality = operator == Compare.Operator.EQUAL || operator == Compare.Operator.NOT_EQUAL;
        if (common == PrimitiveType.BOOLEAN && !isEquality) {
            throw body.reject(DiagnosticCode.AD305, tree, "'" + tree + "'");
        }
        List<Expression> operands =
                expressions.values(List.of(tree.getLeftOperand(), tree.getRightOperand()), List.of(common, common));
        return new Compare(operator, operands.get(0), operands.get(1));
    }

    /** The type both operands are widened to (JLS 5.6); booleans widen to nothing else. */
    static IrType wider(IrType left, IrType right) {
        for (PrimitiveType type : List.of(PrimitiveType.DOUBLE, PrimitiveType.FLOAT, PrimitiveType.LONG)) {
            if (left == type || right == type) {
                return type;
            }
        }
        return left instanceof PrimitiveType primitive && primitive.isNumeric() ? PrimitiveType.INT : left;
    }

    /** The operator of a binary expression or a compound assignment. */
    static Binary.Operator operator(Tree.Kind kind) {
        return switch (kind) {
            case PLUS, PLUS_ASSIGNMENT -> Binary.Operator.ADD;
            case MINUS, MINUS_ASSIGNMENT -> Binary.Operator.SUBTRACT;
            case MULTIPLY, MULTIPLY_ASSIGNMENT -> Binary.Operator.MULTIPLY;
            case DIVIDE, DIVIDE_ASSIGNMENT -> Binary.Operator.DIVIDE;
            case REMAINDER, REMAINDER_ASSIGNMENT -> Binary.Operator.REMAINDER;
            case LEFT_SHIFT, LEFT_SHIFT_ASSIGNMENT -> Binary.Operator.SHIFT_LEFT;
            case RIGHT_SHIFT, RIGHT_SHIFT_ASSIGNMENT -> Binary.Operator.SHIFT_RIGHT;
            case UNSIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> Binary.Operator.SHIFT_RIGHT_UNSIGNED;
            case AND, AND_ASSIGNMENT -> Binary.Operator.BIT_AND;
            case OR, OR_ASSIGNMENT -> Binary.Operator.BIT_OR;
            case XOR, XOR_ASSIGNMENT -> Binary.Operator.BIT_XOR;
            default -> throw new IllegalArgumentException(kind.toString());
        };
    }
}
