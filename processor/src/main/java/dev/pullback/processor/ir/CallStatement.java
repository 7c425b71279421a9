package dev.pullback.processor.ir;

/** A call for its side effect. */
public record CallStatement(Call call, Origin origin) implements Statement {

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitCallStatement(this);
    }
}
