package dev.pullback.processor;

import dev.pullback.processor.codegen.DerivativeClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps the functions of all builds. Tests that run the representation itself save javac most of its work. */
public final class DerivedFunctions extends SeveralBuilds {
    private final List<Method> methods = new ArrayList<>();

    /** With the processor's options by name of the build. */
    public DerivedFunctions(Map<String, String[]> builds) {
        super(builds);
    }

    /** What was derived. */
    public List<Method> methods() {
        return methods;
    }

    @Override
    void accept(List<Method> derived, DerivativeClass first) {
        methods.addAll(derived);
    }
}
