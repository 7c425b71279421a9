package dev.pullback.processor.codegen;

import com.palantir.javapoet.TypeName;

/**
 * A parameter of a generated method.
 *
 * @param type its type
 * @param name its name
 * @param description for the Javadoc
 */
record Parameter(TypeName type, String name, String description) {

    /** This parameter under another name. */
    Parameter named(String newName) {
        return new Parameter(type, newName, description);
    }
}
