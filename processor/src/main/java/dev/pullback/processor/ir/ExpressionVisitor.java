package dev.pullback.processor.ir;

/** One method per expression node, none with a default: a new node breaks every visitor at compile time. */
public interface ExpressionVisitor<R> {
    R visitLiteral(Literal node);

    R visitRead(Read node);

    R visitArrayRead(ArrayRead node);

    R visitStaticField(StaticField node);

    R visitLength(Length node);

    R visitUnary(Unary node);

    R visitBinary(Binary node);

    R visitCompare(Compare node);

    R visitLogical(Logical node);

    R visitConditional(Conditional node);

    R visitCall(Call node);

    R visitCast(Cast node);

    R visitNewArray(NewArray node);

    R visitOpaque(Opaque node);
}
