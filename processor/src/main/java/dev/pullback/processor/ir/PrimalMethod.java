package dev.pullback.processor.ir;

import java.util.List;

/**
 * What code generation and callers know about a differentiable method: everything but its body.
 *
 * @param packageName package, empty for the unnamed one
 * @param classNames simple names of the classes from the outermost one to the one that declares the method
 * @param name the method's name
 * @param parameters in declared order
 * @param returnType the result type
 * @param isPrivate whether the method is private, so that Javadoc cannot link to it
 * @param isVisible whether classes of other packages can call the derivatives: method and classes are public
 */
public record PrimalMethod(
        String packageName,
        List<String> classNames,
        String name,
        List<Parameter> parameters,
        IrType returnType,
        boolean isPrivate,
        boolean isVisible) {

    /**
     * A parameter of the primal.
     *
     * @param variable name and type
     * @param isIndependent whether derivatives are taken with respect to it
     * @param isVarargs whether it is declared with {@code ...}
     * @param isOutput whether it is an array that holds results
     */
    public record Parameter(Variable variable, boolean isIndependent, boolean isVarargs, boolean isOutput) {}

    public PrimalMethod {
        classNames = List.copyOf(classNames);
        parameters = List.copyOf(parameters);
    }

    /** Whether the result is one number, so that there is a gradient. */
    public boolean hasGradient() {
        return returnType != PrimitiveType.VOID && !returnType.isArray();
    }

    /** The arrays that hold results, in declared order. */
    public List<Variable> outputs() {
        return parameters.stream()
                .filter(Parameter::isOutput)
                .map(Parameter::variable)
                .toList();
    }

    /** The parameters that have a tangent, in declared order: independents and outputs. */
    public List<Variable> tangents() {
        return parameters.stream()
                .filter(parameter -> parameter.isIndependent() || parameter.isOutput())
                .map(Parameter::variable)
                .toList();
    }

    /** The independents of array type that are not outputs, in declared order. */
    public List<Variable> arrayInputs() {
        return arrayIndependents().stream().filter(v -> !outputs().contains(v)).toList();
    }

    /** The independents of array type, in declared order: each has a bar of its own. */
    public List<Variable> arrayIndependents() {
        return independents().stream().filter(v -> v.type().isArray()).toList();
    }

    /** The independents of scalar type, in declared order: they share one bar. */
    public List<Variable> scalarIndependents() {
        return independents().stream().filter(v -> !v.type().isArray()).toList();
    }

    /** All independents, in declared order. */
    public List<Variable> independents() {
        return parameters.stream()
                .filter(Parameter::isIndependent)
                .map(Parameter::variable)
                .toList();
    }

    /** Simple name of the generated class: {@code OuterDerivatives}, {@code Outer_InnerDerivatives}. */
    public String derivativesName() {
        return String.join("_", classNames) + "Derivatives";
    }
}
