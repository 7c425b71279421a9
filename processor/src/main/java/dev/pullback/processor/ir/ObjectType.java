package dev.pullback.processor.ir;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A class type: the workspace, and values that are never differentiated.
 *
 * @param qualifiedName canonical name of the class
 * @param arguments its type arguments; empty for a class without type parameters
 */
public record ObjectType(String qualifiedName, List<Argument> arguments) implements IrType {

    /** What an argument says about the type. */
    public enum Variance {
        EXACT(""),
        EXTENDS("? extends "),
        SUPER("? super ");

        private final String prefix;

        Variance(String prefix) {
            this.prefix = prefix;
        }
    }

    /** A type argument; {@code ?} is {@code ? extends Object}. */
    public record Argument(Variance variance, IrType type) {

        /** Whether it is {@code ?}. */
        public boolean isUnbounded() {
            return variance == Variance.EXTENDS && type.equals(OBJECT);
        }

        @Override
        public String toString() {
            return variance.prefix + type;
        }
    }

    /** The runtime's store of reusable arrays. */
    public static final ObjectType WORKSPACE = new ObjectType("dev.pullback.runtime.Workspace");

    public static final ObjectType OBJECT = new ObjectType("java.lang.Object");
    public static final ObjectType STRING = new ObjectType("java.lang.String");

    public ObjectType {
        arguments = List.copyOf(arguments);
    }

    /** A class without type parameters. */
    public ObjectType(String qualifiedName) {
        this(qualifiedName, List.of());
    }

    @Override
    public String toString() {
        return arguments.isEmpty()
                ? qualifiedName
                : qualifiedName
                        + arguments.stream().map(Argument::toString).collect(Collectors.joining(", ", "<", ">"));
    }
}
