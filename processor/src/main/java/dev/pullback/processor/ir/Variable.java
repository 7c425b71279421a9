package dev.pullback.processor.ir;

/**
 * A parameter or local variable. Identity is the object: two variables may carry the same name, and code
 * generation tells them apart. The reverse sweep may declare a variable of the forward sweep again in a
 * scope of its own.
 */
public final class Variable {

    private final String name;
    private final IrType type;

    /** A variable whose name in generated code is {@code name} where that is free. */
    public Variable(String name, IrType type) {
        this.name = name;
        this.type = type;
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
