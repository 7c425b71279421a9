package dev.pullback.runtime.checkpoint;

import java.lang.reflect.Array;

/** The elements of arrays of integers or {@code boolean} with any number of dimensions, one after the other. */
final class IntegerArrays {
    private IntegerArrays() {}

    /** The number of elements. */
    static int size(Object array) {
        if (!(array instanceof Object[] rows)) {
            return Array.getLength(array);
        }
        int size = 0;
        for (Object row : rows) {
            size += size(row);
        }
        return size;
    }

    /** Copies all elements to {@code store} and returns the position behind them. */
    static int save(Object array, long[] store, int start) {
        int position = start;
        if (array instanceof Object[] rows) {
            for (Object row : rows) {
                position = save(row, store, position);
            }
        } else if (array instanceof long[] elements) {
            System.arraycopy(elements, 0, store, start, elements.length);
            position += elements.length;
        } else if (array instanceof int[] elements) {
            for (int element : elements) {
                store[position++] = element;
            }
        } else if (array instanceof boolean[] elements) {
            for (boolean element : elements) {
                store[position++] = element ? 1 : 0;
            }
        } else if (array instanceof byte[] elements) {
            for (byte element : elements) {
                store[position++] = element;
            }
        } else if (array instanceof short[] elements) {
            for (short element : elements) {
                store[position++] = element;
            }
        } else {
            for (char element : (char[]) array) {
                store[position++] = element;
            }
        }
        return position;
    }

    /** Copies all elements back and returns the position behind them. */
    static int restore(Object array, long[] store, int start) {
        int position = start;
        if (array instanceof Object[] rows) {
            for (Object row : rows) {
                position = restore(row, store, position);
            }
        } else if (array instanceof long[] elements) {
            System.arraycopy(store, start, elements, 0, elements.length);
            position += elements.length;
        } else if (array instanceof int[] elements) {
            for (int i = 0; i < elements.length; i++) {
                elements[i] = (int) store[position++];
            }
        } else if (array instanceof boolean[] elements) {
            for (int i = 0; i < elements.length; i++) {
                elements[i] = store[position++] != 0;
            }
        } else if (array instanceof byte[] elements) {
            for (int i = 0; i < elements.length; i++) {
                elements[i] = (byte) store[position++];
            }
        } else if (array instanceof short[] elements) {
            for (int i = 0; i < elements.length; i++) {
                elements[i] = (short) store[position++];
            }
        } else {
            char[] elements = (char[]) array;
            for (int i = 0; i < elements.length; i++) {
                elements[i] = (char) store[position++];
            }
        }
        return position;
    }
}
