package dev.pullback.processor.ir;

import dev.pullback.processor.diagnostics.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Java code that the representation does not look into, because nothing in it carries a derivative: calls of passive objects,
 * new objects, strings, {@code instanceof}. It is its text with operands in between.
 *
 * <p>Code that has effects or may throw stands in a {@link Perform} or {@link Throw} only; comparisons and constants are pure
 * and may stand anywhere.
 *
 * @param type the type of its value, {@code void} for a call without one
 * @param precedence how tightly its outermost operator binds, {@link #PRIMARY} for calls and constants
 * @param pieces text and operands from left to right, the order of evaluation
 * @param refusal what to report if a value that carries a derivative goes in, because it could come out again as a number, now
 *     or by a later call; null if it cannot, as in messages
 */
public record Opaque(
        IrType type,
        int precedence,
        List<Piece> pieces,
        @Nullable Diagnostic refusal) implements Expression {

    /** The precedence of calls, names and constants. */
    public static final int PRIMARY = 16;

    /** A part of the code. */
    public sealed interface Piece permits Text, Type, Operand, Hidden {}

    /** Java text as it is. */
    public record Text(String java) implements Piece {}

    /** The name of a type. */
    public record Type(IrType type) implements Piece {}

    /** An operand, in parentheses if it binds less tightly than {@code precedence}. */
    public record Operand(Expression expression, int precedence) implements Piece {}

    /** The method of the generated class that reads a private field. */
    public record Hidden(HiddenField field) implements Piece {}

    public Opaque {
        pieces = List.copyOf(pieces);
    }

    /** A constant given by its text. */
    public static Opaque constant(IrType type, String java) {
        return new Opaque(type, PRIMARY, List.of(new Text(java)), null);
    }

    /** {@code null} as a value of the type. */
    public static Opaque nullOf(IrType type) {
        return constant(type, "null");
    }

    /** The operands from left to right. */
    public List<Expression> operands() {
        return pieces.stream()
                .filter(Operand.class::isInstance)
                .map(piece -> ((Operand) piece).expression())
                .toList();
    }

    /** The private fields that it reads. */
    public List<HiddenField> hiddenFields() {
        return pieces.stream()
                .filter(Hidden.class::isInstance)
                .map(piece -> ((Hidden) piece).field())
                .toList();
    }

    /** The same code whose value is taken as {@code newType}, to which Java converts it where it is stored. */
    public Opaque as(IrType newType) {
        return new Opaque(newType, precedence, pieces, refusal);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitOpaque(this);
    }
}
