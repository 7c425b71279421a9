package dev.pullback.processor.codegen;

import com.palantir.javapoet.TypeName;
import dev.pullback.processor.ir.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a generated method.
 *
 * @param type its type
 * @param name its name
 * @param description for the Javadoc
 * @param like the array argument of the primal whose shape it must have, or null
 */
record Parameter(
        TypeName type,
        String name,
        String description,
        @Nullable Variable like) {

    /** A parameter of any shape. */
    Parameter(TypeName type, String name, String description) {
        this(type, name, description, null);
    }

    /** This parameter under another name. */
    Parameter named(String newName) {
        return new Parameter(type, newName, description, like);
    }
}
