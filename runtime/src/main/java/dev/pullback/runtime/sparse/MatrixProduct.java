package dev.pullback.runtime.sparse;

/** The product of a matrix, a Jacobian or a Hessian, with a vector. */
@FunctionalInterface
public interface MatrixProduct {

    /**
     * Multiplies the matrix with a vector.
     *
     * @param vector one entry per column; not modified
     * @param product receives one entry per row; every entry is overwritten, whatever it held before
     */
    void multiply(double[] vector, double[] product);
}
