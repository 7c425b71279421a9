/**
 * Sparse Jacobians and Hessians from products with vectors.
 *
 * <p>Input: a product with the Jacobian (generated {@code fPushforward}) or the Hessian ({@code fHessianVector}). Columns that share
 * no row are computed together in one product, so that the cost grows with the number of colours, not of columns. Output: a
 * compressed matrix over a pattern that is found once and used again. {@link dev.pullback.runtime.sparse.SparseCholesky} solves
 * systems with symmetric ones.
 */
@NullMarked
package dev.pullback.runtime.sparse;

import org.jspecify.annotations.NullMarked;
