package dev.pullback.processor.frontend;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The local variables that are visible at a point of a body, as a chain of blocks. */
final class Scope {

    private final @Nullable Scope outer;
    private final Map<String, Local> locals = new HashMap<>();

    /** A block inside {@code outer}, or the method's own scope. */
    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    /** The block around this one; only for a block that has one. */
    Scope outer() {
        if (outer == null) {
            throw new IllegalStateException("the method's scope has no outer one");
        }
        return outer;
    }

    void declare(Local local) {
        locals.put(local.name(), local);
    }

    Optional<Local> find(String name) {
        Local local = locals.get(name);
        if (local != null || outer == null) {
            return Optional.ofNullable(local);
        }
        return outer.find(name);
    }

    /** The same variables, whatever is declared here later. */
    Scope copy() {
        Scope copy = new Scope(outer == null ? null : outer.copy());
        copy.locals.putAll(locals);
        return copy;
    }

    /** Whether the variable belongs to this very block. */
    boolean declares(Local local) {
        return locals.get(local.name()) == local;
    }
}
