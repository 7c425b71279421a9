/** Logistic regression on a cluster: a generated gradient per example, summed by Apache Spark. */
package dev.pullback.samples.spark;
