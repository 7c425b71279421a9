package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Variable;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A parameter or local variable of a body. */
final class Local {

    private final String name;
    private final @Nullable TypeMirror type;
    private @Nullable Variable variable;

    /**
     * A variable in scope.
     *
     * @param type null when it could not be found out; the error is reported already, and every use is silent
     * @param variable null as long as an array variable has no value
     */
    Local(String name, @Nullable TypeMirror type, @Nullable Variable variable) {
        this.name = name;
        this.type = type;
        this.variable = variable;
    }

    String name() {
        return name;
    }

    TypeMirror type() {
        if (type == null) {
            throw new Unsupported(null);
        }
        return type;
    }

    /** The variable in the representation. */
    Variable variable() {
        if (variable == null) {
            throw new Unsupported(null);
        }
        return variable;
    }

    boolean isBound() {
        return variable != null;
    }

    /** Gives an array variable its one and only value. */
    void bind(Variable value) {
        this.variable = value;
    }
}
