package dev.pullback.runtime;

/**
 * A scalar function over a flat vector of independents, with its gradient and the products of its Hessian with vectors: what
 * Newton's method needs, without ever forming the n x n matrix.
 *
 * <p>Generated {@code fObjective(..)} methods return one if the method asks for {@code Derivative.HESSIAN_VECTOR} or {@code
 * Derivative.HESSIAN}. A product costs a small multiple of a gradient, whatever n is.
 *
 * <p>Threads and contract are those of {@link Objective}.
 */
public interface SecondOrderObjective extends Objective {

    /**
     * Computes the product of the Hessian at a point with a vector, which is the directional derivative of the gradient along
     * that vector.
     *
     * @param point the independents, length n; not modified
     * @param vector the vector to multiply with, length n; not modified
     * @param product receives the n entries of the product; every entry is <b>overwritten</b>, whatever it held before. Neither
     *     {@code point} nor {@code vector}
     */
    void hessianVector(double[] point, double[] vector, double[] product);
}
