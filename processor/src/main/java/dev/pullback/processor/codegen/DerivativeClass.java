package dev.pullback.processor.codegen;

import java.util.List;

/**
 * All derivatives of the differentiable methods of one class.
 *
 * @param packageName package, empty for the unnamed one
 * @param classNames simple names from the outermost class to the one that declares the methods
 * @param isPublic whether the generated class is public
 * @param methods in declared order
 */
public record DerivativeClass(
        String packageName, List<String> classNames, boolean isPublic, List<MethodDerivatives> methods) {

    public DerivativeClass {
        classNames = List.copyOf(classNames);
        methods = List.copyOf(methods);
    }
}
