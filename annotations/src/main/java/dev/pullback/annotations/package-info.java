/**
 * The annotations a user writes on primal code, and the one that generated code carries.
 *
 * <p>No dependencies and CLASS retention: nothing of this package is needed at run time.
 */
package dev.pullback.annotations;
