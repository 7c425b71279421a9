package dev.pullback.processor.fuzz;

import dev.pullback.processor.testkit.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes one number of the results of a method with several, its result and its outputs, by a weighted sum: then every oracle
 * for numbers judges it, and no two results can be mistaken for each other.
 */
final class VectorResults {

    private VectorResults() {}

    private static double weight(int index) {
        return Math.sin(index + 1) + 0.3;
    }

    /** The results of a method in dual numbers: what it returned, then its outputs among the arguments. */
    static List<Object> of(FuzzMethod main, Object returned, Object[] arguments) {
        List<Object> results = new ArrayList<>();
        if (main.type() != FuzzType.VOID) {
            results.add(returned);
        }
        for (int i = 0; i < arguments.length; i++) {
            if (main.parameters().get(i).home() == Home.OUTPUT) {
                results.add(arguments[i]);
            }
        }
        return results;
    }

    /** The weighted sum; a method of one number has that number. */
    static Dual sum(FuzzMethod main, List<Object> results) {
        if (!main.isVector()) {
            return (Dual) results.get(0);
        }
        Dual sum = Dual.of(0);
        int index = 0;
        for (Dual entry : flat(results)) {
            double weight = weight(index++);
            sum = sum.combine(entry, sum.value() + weight * entry.value(), 1, weight);
        }
        return sum;
    }

    private static List<Dual> flat(List<Object> results) {
        List<Dual> flat = new ArrayList<>();
        for (Object result : results) {
            if (result instanceof Dual number) {
                flat.add(number);
            } else {
                flat.addAll(flat(Arrays.asList((Object[]) result)));
            }
        }
        return flat;
    }

    /** The adjoints of the results for an adjoint of the sum. */
    static List<Object> adjoints(List<Object> results, double seed) {
        List<Object> shapes = results.stream().map(VectorResults::zeros).toList();
        Arguments adjoints = Arguments.of(shapes.toArray());
        double[] flat = adjoints.flat();
        Arrays.setAll(flat, i -> seed * weight(i));
        return adjoints.withFlat(flat).independents();
    }

    private static Object zeros(Object result) {
        if (result instanceof Dual) {
            return 0.0;
        } else if (result instanceof Dual[] vector) {
            return new double[vector.length];
        } else if (result instanceof Dual[][][] cube) {
            return Arrays.stream(cube).map(VectorResults::zeros).toArray(double[][][]::new);
        }
        return Arrays.stream((Dual[][]) result).map(VectorResults::zeros).toArray(double[][]::new);
    }

    /** The tangent of the sum. */
    static double tangent(List<Object> tangents) {
        double[] flat = Arguments.of(tangents.toArray()).flat();
        double sum = 0;
        for (int i = 0; i < flat.length; i++) {
            sum += weight(i) * flat[i];
        }
        return sum;
    }
}
