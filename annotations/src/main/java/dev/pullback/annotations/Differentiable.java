package dev.pullback.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivatives of a method. The processor reads the method's body during compilation and
 * writes them as Java source into the class {@code <Outer>Derivatives} of the same package ({@code
 * <Outer>_<Inner>Derivatives} for a nested class).
 *
 * <p>For {@code double f(args)} the generated class has {@code fValueAndGradient}, {@code fGradient},
 * {@code fPullback} and {@code fObjective}; for {@code double[] f(args)}, {@code double[][] f(args)} and
 * a void method with {@link #outputs()} it has {@code fPullback}. {@link #derivatives()} asks for more. What cannot be
 * differentiated exactly is a compile error on the expression concerned, never a guess.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Differentiable {

    /**
     * Names of the independents: the parameters to differentiate with respect to, and, of an instance method,
     * fields of its object: {@code "rate"}, or {@code "this.rate"} where a parameter has that name. Empty (the default)
     * means every parameter of type {@code double}, {@code double[]} or {@code double[][]} that is not
     * marked {@link Passive}.
     *
     * @return names in any order; results follow the declared order, fields before parameters
     */
    String[] wrt() default {};

    /**
     * Names of the array parameters that hold results: what the method writes to them is differentiated.
     * Their content before the call is an argument, too, unless the parameter is {@link Passive} or left
     * out of {@link #wrt()}.
     *
     * @return names of parameters of type {@code double[]} or {@code double[][]}, in any order
     */
    String[] outputs() default {};

    /**
     * The derivatives to generate besides the default ones.
     *
     * @return further derivatives
     */
    Derivative[] derivatives() default {};

    /**
     * Classes with {@link DerivativeOf} rules for methods that this method calls, besides those of its own top-level class.
     *
     * @return classes whose rules generated code can call
     */
    Class<?>[] rules() default {};

    /**
     * The classes that implement this method, if it is abstract and its type is not sealed. Each one's method must be
     * {@code @Differentiable} itself. The derivatives call those of the object's class, and throw for an object of another one.
     *
     * @return classes that generated code can name
     */
    Class<?>[] implementations() default {};
}
