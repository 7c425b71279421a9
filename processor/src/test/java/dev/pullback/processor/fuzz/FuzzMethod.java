package dev.pullback.processor.fuzz;

import java.util.List;
import java.util.StringJoiner;

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
    /** The name of arrays that may be passed as separate arguments. */
    static final String VARIABLE = "values";

    /**
     * A parameter.
     *
     * @param type its type
     * @param name its name
     * @param isPassive whether it is a constant of the differentiation
     * @param home where the main method of a program finds it; independent fields come before all others
     */
    record Parameter(FuzzType type, String name, boolean isPassive, Home home) {
        /** Whether it stands for a variable number of arguments where it is the last one. */
        private boolean isVariable() {
            return type == FuzzType.DOUBLES && name.startsWith(VARIABLE);
        }

        /** The parameters as declared, with their annotations. */
        static String declared(List<Parameter> parameters) {
            StringJoiner declared = new StringJoiner(", ");
            for (Parameter p : parameters) {
                boolean isSpread = p.isVariable() && p == parameters.get(parameters.size() - 1);
                String type = isSpread ? "double..." : p.type.java();
                declared.add((p.isPassive ? "@Passive " : "") + type + " " + p.name);
            }
            return declared.toString();
        }

        Parameter at(Home newHome) {
            return new Parameter(type, name, isPassive, newHome);
        }
    }

    FuzzMethod {
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
    }

    FuzzMethod withBody(List<FuzzStatement> newBody) {
        return new FuzzMethod(owner, name, type, parameters, newBody);
    }

    FuzzMethod withParameters(List<Parameter> newParameters) {
        return new FuzzMethod(owner, name, type, newParameters, body);
    }

    /** The parameters that are found in a place. */
    List<Parameter> at(Home home) {
        return parameters.stream().filter(p -> p.home() == home).toList();
    }

    /** Whether all its values are arguments. */
    boolean isPlain() {
        return parameters.stream().allMatch(p -> p.home() == Home.ARGUMENT || p.home() == Home.OUTPUT);
    }

    /** Whether it has other results than one number. */
    boolean isVector() {
        return type != FuzzType.DOUBLE || !at(Home.OUTPUT).isEmpty();
    }

    /** Whether it takes a variable number of numbers. */
    boolean isVarargs() {
        return !parameters.isEmpty() && parameters.get(parameters.size() - 1).isVariable();
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
