package dev.pullback.processor.ir;

/**
 * A pure expression: evaluating it changes nothing. Operands are evaluated in component order. Equality is
 * structural, with variables compared by identity.
 */
public sealed interface Expression
        permits Literal,
                Place,
                StaticField,
                Length,
                Unary,
                Binary,
                Compare,
                Logical,
                Conditional,
                Call,
                Cast,
                NewArray,
                Opaque {

    /** The static type. */
    IrType type();

    /** Calls the visitor's method for this node. */
    <R> R accept(ExpressionVisitor<R> visitor);
}
