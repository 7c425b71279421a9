package dev.pullback.processor.ir;

import java.util.List;

/** A call without side effects, such as {@code Math.exp(x)}; effects need a {@link CallStatement}. */
public record Call(MethodRef method, List<Expression> arguments) implements Expression {

    public Call {
        arguments = List.copyOf(arguments);
    }

    public Call(MethodRef method, Expression... arguments) {
        this(method, List.of(arguments));
    }

    @Override
    public IrType type() {
        return method.returnType();
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitCall(this);
    }
}
