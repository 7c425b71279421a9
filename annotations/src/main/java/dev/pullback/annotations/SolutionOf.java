package dev.pullback.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose result solves an equation: it is differentiated at the solution, not through the iterations that find it.
 * The body may be any Java, the processor does not read it. Differentiable methods of the same top-level class, and those that
 * name this class in {@link Differentiable#rules()}, may call it.
 *
 * <p>The equation is another method of the class, {@code @Differentiable}, with the solution as its first parameter and the
 * parameters of the marked method behind it. It gives one number for a solution of type {@code double}, as many as the solution
 * has for one of type {@code double[]}, and keeps its arguments as they are. Derivatives are taken with respect to the
 * parameters that are its independents.
 *
 * <p>Exactly one of {@link #fixedPoint()} and {@link #root()} is given. From the implicit function theorem; the adjoint of a fixed
 * point is found as in Bruce Christianson, "Reverse accumulation and attractive fixed points", Optimization Methods and
 * Software 3 (1994).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SolutionOf {

    /**
     * The step that leaves the solution where it is, {@code x = step(x, p)}. It must attract: the adjoint is iterated with
     * it. A step of Newton's method is one.
     *
     * @return the name of a method, empty for none
     */
    String fixedPoint() default "";

    /**
     * The function that is zero at the solution, {@code residual(x, p) = 0}. The adjoint takes the residual's Jacobian, one pullback
     * per row, and a linear solve.
     *
     * @return the name of a method, empty for none
     */
    String root() default "";

    /**
     * When an iteration for a derivative of a fixed point is over.
     *
     * @return the change of an entry that is no change, as a fraction of the entry that is largest by magnitude; positive
     */
    double tolerance() default 1e-14;

    /**
     * When such an iteration gives up, with an {@code ArithmeticException}.
     *
     * @return a positive number of iterations
     */
    int mostIterations() default 10_000;
}
