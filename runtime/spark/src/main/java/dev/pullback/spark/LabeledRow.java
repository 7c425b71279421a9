package dev.pullback.spark;

import java.io.Serializable;

/**
 * An example of a table: numbers, and one number to predict.
 *
 * @param features the features, in the order of the columns asked for; not copied
 * @param label the label
 */
public record LabeledRow(double[] features, double label) implements Serializable {}
