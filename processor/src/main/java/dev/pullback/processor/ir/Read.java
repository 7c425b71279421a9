package dev.pullback.processor.ir;

/** The value of a variable. */
public record Read(Variable variable) implements Place {

    @Override
    public IrType type() {
        return variable.type();
    }

    @Override
    public Variable root() {
        return variable;
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitRead(this);
    }
}
