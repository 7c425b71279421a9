package dev.pullback.spark;

import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.data.ExampleLoss;
import java.io.Serializable;
import java.util.Iterator;

/** A sum of vectors, with the loss and the number of examples that belong to it. Mutable; used by one task at a time. */
final class PartialSum implements Serializable {
    private static final long serialVersionUID = 1L;

    final double[] vector;
    double loss;
    long examples;

    PartialSum(int length) {
        vector = new double[length];
    }

    /** The losses and gradients of the examples, in their order. */
    static <E> PartialSum ofGradients(ExampleLoss<E> loss, double[] point, Iterator<E> examples) {
        PartialSum sum = new PartialSum(point.length);
        ExampleLoss<E> own = loss.forThread();
        double[] gradient = new double[point.length];
        Workspace workspace = new Workspace();
        while (examples.hasNext()) {
            double value = own.valueAndGradient(point, examples.next(), gradient, workspace);
            sum.add(gradient, value, 1);
        }
        return sum;
    }

    void add(double[] terms, double itsLoss, long itsExamples) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] += terms[i];
        }
        loss += itsLoss;
        examples += itsExamples;
    }

    void add(PartialSum other) {
        add(other.vector, other.loss, other.examples);
    }

    /** The mean of the losses; the vector becomes the mean of the terms. */
    double divideByExamples() {
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= examples;
        }
        return loss / examples;
    }
}
