package dev.pullback.processor.ir;

/**
 * A parameter or local variable. Identity is the object: two variables may carry the same name, and code
 * generation tells them apart. The reverse sweep may declare a variable of the forward sweep again in a
 * scope of its own.
 */
public final class Variable {

    private final String name;
    private final IrType type;
    private final boolean isTemporary;

    /** A variable whose name in generated code is {@code name} where that is free. */
    public Variable(String name, IrType type) {
        this(name, type, false);
    }

    private Variable(String name, IrType type, boolean isTemporary) {
        this.name = name;
        this.type = type;
        this.isTemporary = isTemporary;
    }

    /** A variable that the user did not write: its value may be put in its place. */
    public static Variable temporary(String name, IrType type) {
        return new Variable(name, type, true);
    }

    /** A variable of the same name, type and kind. */
    public Variable copy() {
        return new Variable(name, type, isTemporary);
    }

    /** Whether the user did not write this variable. */
    public boolean isTemporary() {
        return isTemporary;
    }

    /** The wished-for name. */
    public String name() {
        return name;
    }

    /** The declared type. */
    public IrType type() {
        return type;
    }

    @Override
    public String toString() {
        return name;
    }
}
