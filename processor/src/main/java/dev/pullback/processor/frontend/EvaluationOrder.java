package dev.pullback.processor.frontend;

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
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.StaticField;
import dev.pullback.processor.ir.Unary;

/**
 * Whether an expression may be evaluated after certain effects although the source evaluates it before them: when it reads
 * nothing that they change and cannot throw, since an exception must not overtake an effect either.
 */
final class EvaluationOrder implements ExpressionVisitor<Boolean> {

    private final Effects effects;

    private EvaluationOrder(Effects effects) {
        this.effects = effects;
    }

    /** Whether {@code expression} has the same outcome before and after {@code effects}. */
    static boolean mayFollow(Expression expression, Effects effects) {
        return expression.accept(new EvaluationOrder(effects));
    }

    private boolean all(Expression... operands) {
        for (Expression operand : operands) {
            if (!operand.accept(this)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Boolean visitLiteral(Literal node) {
        return true;
    }

    @Override
    public Boolean visitStaticField(StaticField node) {
        return true;
    }

    @Override
    public Boolean visitRead(Read node) {
        return !effects.assigns(node.variable());
    }

    @Override
    public Boolean visitArrayRead(ArrayRead node) {
        return false;
    }

    @Override
    public Boolean visitLength(Length node) {
        return node.array() instanceof Read;
    }

    @Override
    public Boolean visitUnary(Unary node) {
        return all(node.operand());
    }

    @Override
    public Boolean visitBinary(Binary node) {
        boolean mayThrow = !node.type().isReal()
                && (node.operator() == Binary.Operator.DIVIDE || node.operator() == Binary.Operator.REMAINDER);
        return !mayThrow && all(node.left(), node.right());
    }

    @Override
    public Boolean visitCompare(Compare node) {
        return all(node.left(), node.right());
    }

    @Override
    public Boolean visitLogical(Logical node) {
        return all(node.left(), node.right());
    }

    @Override
    public Boolean visitConditional(Conditional node) {
        return all(node.condition(), node.whenTrue(), node.whenFalse());
    }

    /** Library methods on integers may throw, such as {@code Math.addExact}. */
    @Override
    public Boolean visitCall(Call node) {
        return node.type().isReal() && all(node.arguments().toArray(new Expression[0]));
    }

    @Override
    public Boolean visitCast(Cast node) {
        return all(node.operand());
    }

    @Override
    public Boolean visitNewArray(NewArray node) {
        return false;
    }

    /** Pure code cannot throw; code with effects stands in a statement of its own. */
    @Override
    public Boolean visitOpaque(Opaque node) {
        return all(node.operands().toArray(new Expression[0]));
    }
}
