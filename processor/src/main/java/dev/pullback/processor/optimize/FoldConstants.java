package dev.pullback.processor.optimize;

import dev.pullback.processor.ir.Arithmetic;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Unary;
import java.util.List;

/** Drops factors of one and double negations and joins whole numbers that substitution brought about; results keep every bit. */
public final class FoldConstants extends IrRewriter {
    private FoldConstants() {}

    /** {@code function} without neutral factors. */
    public static Function apply(Function function) {
        return function.withBody(new FoldConstants().rewrite(function.body()));
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        Statement folded = rewriteChildren(statement);
        if (folded instanceof Assign s && s.target().equals(s.value())) {
            return;
        }
        out.add(folded);
    }

    @Override
    public Expression rewrite(Expression expression) {
        Expression folded = rewriteChildren(expression);
        if (folded instanceof Binary b && b.type().isReal()) {
            return switch (b.operator()) {
                case MULTIPLY -> Arithmetic.multiply(b.left(), b.right());
                case DIVIDE -> Arithmetic.divide(b.left(), b.right());
                case ADD -> Arithmetic.add(b.left(), b.right());
                case SUBTRACT -> Arithmetic.subtract(b.left(), b.right());
                default -> folded;
            };
        } else if (folded instanceof Binary b
                && b.type() == PrimitiveType.INT
                && b.left() instanceof Binary
                && b.right() instanceof Literal literal
                && literal.value() instanceof Integer number) {
            return switch (b.operator()) {
                case ADD -> LoopHeader.plus(b.left(), number);
                case SUBTRACT -> LoopHeader.plus(b.left(), -number);
                default -> folded;
            };
        } else if (folded instanceof Unary u
                && u.operator() == Unary.Operator.NEGATE
                && u.type().isReal()) {
            return Arithmetic.negate(u.operand());
        }
        return folded;
    }
}
