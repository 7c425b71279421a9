package dev.pullback.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a derivative that is written by hand: of a library's method, or of one whose own formula is better than what would
 * be generated. Wherever a differentiable method of the same top-level class, or one that names this class in {@link
 * Differentiable#rules()}, calls the method, the rule is used in the place of anything else.
 *
 * <p>The rule is a static method. Its parameters begin with those of the method, the object first if there is one. A
 * parameter of type {@code double} or {@code float}, or an array of them, is independent unless the rule marks it {@link
 * Passive}. What follows says which rule it is:
 *
 * <table>
 * <caption>The rules of {@code double f(args)}</caption>
 * <tr><th>rule</th><th>signature</th></tr>
 * <tr><td>pullback, one scalar independent</td>
 *     <td>{@code double fPullback(args, double resultBar)} returns the derivative times {@code resultBar}</td></tr>
 * <tr><td>pullback otherwise</td>
 *     <td>{@code void fPullback(args, double resultBar, bars)} <b>adds</b> to the bars: one array per array independent, then
 *     one {@code double[]} for all scalar ones</td></tr>
 * <tr><td>pushforward, with {@link #forward()}</td>
 *     <td>{@code double fPushforward(args, dots)} returns the derivative along one tangent per independent</td></tr>
 * </table>
 *
 * <p>The same holds for methods with a {@code double[]} or {@code double[][]} as the result, or arrays of {@code float}: {@code
 * resultBar} and what the pushforward returns are arrays, too. The method and the pushforward return new arrays, and the
 * pullback leaves {@code resultBar} as it is.
 *
 * <p>A parameter behind the arguments, before {@code resultBar} or the tangents, of the result's type, receives the result of
 * the method itself. A method needs a pullback; without a pushforward, forward mode multiplies the pullback with the tangents,
 * which is as exact.
 *
 * <p>Second derivatives need the pushforward of the pullback: a rule for the pullback with {@link #forward()}, or one that is
 * generated because the pullback is {@link Differentiable}, too, and asks for {@link Derivative#PUSHFORWARD}. Behind the
 * parameters of the pullback the rule has one tangent for each that is not passive. It returns the tangent of the bar, or adds
 * to the bars what the pullback adds and to their tangents the derivative of that. Third derivatives need the pushforward of that
 * in the same way; where the first one is generated, {@link Derivative#HESSIAN_VECTOR} beside {@link Derivative#PUSHFORWARD} asks for it.
 * Taylor coefficients need a pullback that is {@link Differentiable} and asks for {@link Derivative#TAYLOR}.
 *
 * <p>The signature is checked by the compiler, the values are not: {@code dev.pullback.runtime.check} has checks for tests. The
 * method must give the same result for the same arguments and leave its arrays alone.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DerivativeOf {

    /**
     * The class that has the method; the default stands for the class that declares the rule.
     *
     * @return a class or interface
     */
    Class<?> type() default void.class;

    /**
     * The name of the method. The rule's parameters tell which of several overloads is meant.
     *
     * @return the simple name of a method that returns a {@code double} or {@code float}, or an array of them, or of a pullback
     */
    String method();

    /**
     * Whether this is the pushforward.
     *
     * @return false for the pullback
     */
    boolean forward() default false;
}
