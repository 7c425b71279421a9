package dev.pullback.processor.fuzz;

/** Elements of arrays of any type; those of the small types are Integers as values. */
final class InterpretedArrays {

    private InterpretedArrays() {}

    static Object get(Object array, int index) {
        if (array instanceof double[] reals) {
            return reals[index];
        } else if (array instanceof Object[] rows) {
            return rows[index];
        } else if (array instanceof int[] ints) {
            return ints[index];
        } else if (array instanceof boolean[] flags) {
            return flags[index];
        } else if (array instanceof float[] singles) {
            return singles[index];
        } else if (array instanceof long[] longs) {
            return longs[index];
        } else if (array instanceof byte[] bytes) {
            return (int) bytes[index];
        } else if (array instanceof short[] shorts) {
            return (int) shorts[index];
        }
        return (int) ((char[]) array)[index];
    }

    static void set(Object array, int index, Object value) {
        if (array instanceof double[] reals) {
            reals[index] = (Double) value;
        } else if (array instanceof Object[] rows) {
            rows[index] = value;
        } else if (array instanceof int[] ints) {
            ints[index] = (Integer) value;
        } else if (array instanceof boolean[] flags) {
            flags[index] = (Boolean) value;
        } else if (array instanceof float[] singles) {
            singles[index] = (Float) value;
        } else if (array instanceof long[] longs) {
            longs[index] = (Long) value;
        } else if (array instanceof byte[] bytes) {
            bytes[index] = ((Integer) value).byteValue();
        } else if (array instanceof short[] shorts) {
            shorts[index] = ((Integer) value).shortValue();
        } else {
            ((char[]) array)[index] = (char) ((Integer) value).intValue();
        }
    }
}
