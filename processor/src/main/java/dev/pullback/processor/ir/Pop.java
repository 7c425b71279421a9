package dev.pullback.processor.ir;

/** Restores during the reverse sweep what the matching {@link Push} recorded. */
public record Pop(TapeSlot slot, Place target, Origin origin) implements Statement {

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitPop(this);
    }
}
