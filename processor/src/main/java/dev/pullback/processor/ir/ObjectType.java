package dev.pullback.processor.ir;

/** A class type, by canonical name: the workspace, and values that are never differentiated. */
public record ObjectType(String qualifiedName) implements IrType {

    /** The runtime's store of reusable arrays. */
    public static final ObjectType WORKSPACE = new ObjectType("dev.pullback.runtime.Workspace");

    @Override
    public String toString() {
        return qualifiedName;
    }
}
