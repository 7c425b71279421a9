package dev.pullback.processor.fuzz;

import java.util.List;

/**
 * A method of a random program.
 *
 * @param owner simple name of its class, when that is not the program's own
 * @param name the method's name
 * @param type the result type
 * @param parameters in order
 * @param body ends with a return on every path
 */
record FuzzMethod(String owner, String name, FuzzType type, List<Parameter> parameters, List<FuzzStatement> body) {

    /**
     * A parameter.
     *
     * @param type its type
     * @param name its name
     * @param isPassive whether it is marked as a constant of the differentiation
     */
    record Parameter(FuzzType type, String name, boolean isPassive) {}

    FuzzMethod {
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
    }

    FuzzMethod withBody(List<FuzzStatement> newBody) {
        return new FuzzMethod(owner, name, type, parameters, newBody);
    }

    /** The name that calls use. */
    String callee() {
        return owner.isEmpty() ? name : owner + "." + name;
    }

    /** Whether another top-level class declares it. */
    boolean isForeign() {
        return !owner.isEmpty();
    }
}
