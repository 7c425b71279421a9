package dev.pullback.processor.ir;

import java.util.List;

/**
 * A field that the generated class cannot name, because it is private. A method of the generated class reads it through a handle;
 * it is called like the field.
 *
 * @param owner the class that declares it
 * @param name its name
 * @param type its declared type
 * @param isStatic whether it belongs to the class
 * @param isVolatile whether each read looks into memory
 */
public record HiddenField(ObjectType owner, String name, IrType type, boolean isStatic, boolean isVolatile) {

    /** The value of a static field. */
    public Opaque read() {
        return new Opaque(type, Opaque.PRIMARY, List.of(new Opaque.Hidden(this), new Opaque.Text("()")), null);
    }

    /** The value of the field of an object. */
    public Opaque read(Expression object) {
        List<Opaque.Piece> pieces = List.of(
                new Opaque.Hidden(this), new Opaque.Text("("), new Opaque.Operand(object, 0), new Opaque.Text(")"));
        return new Opaque(type, Opaque.PRIMARY, pieces, null);
    }
}
