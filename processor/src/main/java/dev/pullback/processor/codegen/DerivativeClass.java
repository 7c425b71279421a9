package dev.pullback.processor.codegen;

import dev.pullback.processor.ir.Solution;
import java.util.List;

/**
 * All derivatives of the differentiable methods of one class.
 *
 * @param packageName package, empty for the unnamed one
 * @param classNames simple names from the outermost class to the one that declares the methods
 * @param isPublic whether the generated class is public
 * @param methods in declared order
 * @param solutions methods that are differentiated by what their results solve, in declared order
 */
public record DerivativeClass(
        String packageName,
        List<String> classNames,
        boolean isPublic,
        List<MethodDerivatives> methods,
        List<Solution> solutions) {

    public DerivativeClass {
        classNames = List.copyOf(classNames);
        methods = List.copyOf(methods);
        solutions = List.copyOf(solutions);
    }
}
