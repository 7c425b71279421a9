package dev.pullback.processor.frontend;

import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Opaque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts code together that the representation does not look into, piece by piece. */
final class PassiveCode {

    private final List<Opaque.Piece> pieces = new ArrayList<>();

    /** Appends text. */
    PassiveCode text(String java) {
        pieces.add(new Opaque.Text(java));
        return this;
    }

    /** Appends the name of a type. */
    PassiveCode type(IrType type) {
        pieces.add(new Opaque.Type(type));
        return this;
    }

    /** Appends an operand, in parentheses if it binds less tightly than {@code precedence}. */
    PassiveCode operand(Expression operand, int precedence) {
        pieces.add(new Opaque.Operand(operand, precedence));
        return this;
    }

    /** Appends arguments in parentheses. */
    PassiveCode arguments(List<Expression> arguments) {
        text("(");
        for (int i = 0; i < arguments.size(); i++) {
            if (i > 0) {
                text(", ");
            }
            operand(arguments.get(i), 0);
        }
        return text(")");
    }

    /** A call or a name; {@code refusal} as in {@link Opaque}. */
    Opaque primary(IrType type, @Nullable Diagnostic refusal) {
        return new Opaque(type, Opaque.PRIMARY, pieces, refusal);
    }

    /** An operation from which what goes in does not come out as a number. */
    Opaque operation(IrType type, int precedence) {
        return new Opaque(type, precedence, pieces, null);
    }
}
