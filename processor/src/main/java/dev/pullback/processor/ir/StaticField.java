package dev.pullback.processor.ir;

/** A constant that is referred to by name, such as {@code Math.PI}: a static final field that generated code can see. */
public record StaticField(String owner, String name, IrType type) implements Expression {

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitStaticField(this);
    }
}
