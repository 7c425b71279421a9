/**
 * The first program of the README: logistic regression, trained through a generated gradient.
 *
 * <p>Start with {@link dev.pullback.samples.quickstart.LogisticLoss}, the only class that is differentiated.
 */
package dev.pullback.samples.quickstart;
