package dev.pullback.processor.ir;

/** Records {@code value} in a slot of the tape during the forward sweep. */
public record Push(TapeSlot slot, Expression value, Origin origin) implements Statement {

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitPush(this);
    }
}
