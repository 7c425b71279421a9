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
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.StaticField;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;

/** What stays the same while a loop runs, judged by the effects of its body. */
final class LoopInvariants implements ExpressionVisitor<Boolean> {

    private final Variable index;
    private final Effects effects;

    /** For a loop over {@code index} with these effects. */
    LoopInvariants(Variable index, Effects effects) {
        this.index = index;
        this.effects = effects;
    }

    /** Whether the body leaves the index alone. */
    boolean allowCounting() {
        return !effects.assigns(index);
    }

    /** Whether an expression has the same value in every iteration. */
    boolean areIn(Expression expression) {
        return expression.accept(this);
    }

    /** Whether a bound is so simple that it can be written again wherever it is needed. */
    boolean isReusable(Expression bound) {
        boolean isSimple = bound instanceof Literal
                || bound instanceof StaticField
                || bound instanceof Read
                || bound instanceof Length length && length.array() instanceof Read;
        return isSimple && areIn(bound);
    }

    /** Whether a statement asks an object for what is the same in every iteration, so that it can be asked before the loop. */
    boolean areRepeatable(Statement statement) {
        return statement instanceof Perform perform && perform.isRepeatable() && areIn(perform.code());
    }

    @Override
    public Boolean visitLiteral(Literal node) {
        return true;
    }

    @Override
    public Boolean visitRead(Read node) {
        return node.variable() != index && !effects.assigns(node.variable());
    }

    @Override
    public Boolean visitArrayRead(ArrayRead node) {
        boolean isStable = node.type().isArray() ? !effects.replacesRows() : !effects.writesElements(node.type());
        return isStable && areIn(node.array()) && areIn(node.index());
    }

    @Override
    public Boolean visitStaticField(StaticField node) {
        return true;
    }

    @Override
    public Boolean visitLength(Length node) {
        return areIn(node.array());
    }

    @Override
    public Boolean visitUnary(Unary node) {
        return areIn(node.operand());
    }

    @Override
    public Boolean visitBinary(Binary node) {
        return areIn(node.left()) && areIn(node.right());
    }

    @Override
    public Boolean visitCompare(Compare node) {
        return areIn(node.left()) && areIn(node.right());
    }

    @Override
    public Boolean visitLogical(Logical node) {
        return areIn(node.left()) && areIn(node.right());
    }

    @Override
    public Boolean visitConditional(Conditional node) {
        return areIn(node.condition()) && areIn(node.whenTrue()) && areIn(node.whenFalse());
    }

    @Override
    public Boolean visitCall(Call node) {
        return node.arguments().stream().allMatch(this::areIn);
    }

    @Override
    public Boolean visitCast(Cast node) {
        return areIn(node.operand());
    }

    @Override
    public Boolean visitNewArray(NewArray node) {
        return false;
    }

    @Override
    public Boolean visitOpaque(Opaque node) {
        return node.operands().stream().allMatch(this::areIn);
    }
}
