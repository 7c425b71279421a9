package dev.pullback.runtime.checkpoint;

/** The elements of arrays of {@code double} or {@code float} with any number of dimensions, one after the other. */
final class RealArrays {
    private RealArrays() {}

    /** Whether the array is one of these. */
    static boolean is(Object array) {
        return array instanceof double[]
                || array instanceof float[]
                || array instanceof double[][]
                || array instanceof float[][]
                || array instanceof double[][][]
                || array instanceof float[][][];
    }

    /** The number of elements. */
    static int size(Object array) {
        if (array instanceof double[] elements) {
            return elements.length;
        } else if (array instanceof float[] elements) {
            return elements.length;
        }
        int size = 0;
        for (Object row : (Object[]) array) {
            size += size(row);
        }
        return size;
    }

    /** Copies all elements to {@code store} and returns the position behind them. */
    static int save(Object array, double[] store, int start) {
        if (array instanceof double[] elements) {
            System.arraycopy(elements, 0, store, start, elements.length);
            return start + elements.length;
        } else if (array instanceof float[] elements) {
            for (int i = 0; i < elements.length; i++) {
                store[start + i] = elements[i];
            }
            return start + elements.length;
        }
        int position = start;
        for (Object row : (Object[]) array) {
            position = save(row, store, position);
        }
        return position;
    }

    /** Copies all elements back and returns the position behind them. */
    static int restore(Object array, double[] store, int start) {
        if (array instanceof double[] elements) {
            System.arraycopy(store, start, elements, 0, elements.length);
            return start + elements.length;
        } else if (array instanceof float[] elements) {
            for (int i = 0; i < elements.length; i++) {
                elements[i] = (float) store[start + i];
            }
            return start + elements.length;
        }
        int position = start;
        for (Object row : (Object[]) array) {
            position = restore(row, store, position);
        }
        return position;
    }
}
