package dev.pullback.processor.fuzz;

import java.util.Arrays;

/** What Java's library does with arrays, on the evaluator's values. */
final class DualArrays {

    private DualArrays() {}

    static Object allocate(FuzzType type, Object[] lengths) {
        int length = (Integer) lengths[0];
        if (type == FuzzType.INTS) {
            return new int[length];
        }
        if (type == FuzzType.DOUBLES) {
            Dual[] vector = new Dual[length];
            Arrays.fill(vector, Dual.of(0));
            return vector;
        }
        if (type == FuzzType.CUBE) {
            Dual[][][] cube = new Dual[length][][];
            Arrays.setAll(cube, i -> (Dual[][]) allocate(FuzzType.MATRIX, new Object[] {lengths[1], lengths[2]}));
            return cube;
        }
        if (type == FuzzType.PAIRS) {
            return new Dual[length][];
        }
        Dual[][] matrix = new Dual[length][(Integer) lengths[1]];
        for (Dual[] row : matrix) {
            Arrays.fill(row, Dual.of(0));
        }
        return matrix;
    }

    /** {@code clone}, {@code copyOf}, {@code copyOfRange}, {@code fill} and {@code arraycopy}. */
    static Object call(String name, Object... operands) {
        if (operands[0] instanceof Dual[][] pairs && name.equals("clone")) {
            return pairs.clone();
        }
        Dual[] array = (Dual[]) operands[0];
        switch (name) {
            case "clone":
                return array.clone();
            case "copyOf":
                return padded(Arrays.copyOf(array, (Integer) operands[1]));
            case "copyOfRange":
                return padded(Arrays.copyOfRange(array, (Integer) operands[1], (Integer) operands[2]));
            case "fill":
                int end = operands.length == 2 ? array.length : (Integer) operands[2];
                Arrays.fill(
                        array,
                        operands.length == 2 ? 0 : (Integer) operands[1],
                        end,
                        DualOperators.toDual(operands[operands.length - 1]));
                return array;
            case "arraycopy":
                System.arraycopy(
                        array, (Integer) operands[1], operands[2], (Integer) operands[3], (Integer) operands[4]);
                return array;
            default:
                throw new IllegalStateException(name);
        }
    }

    private static Dual[] padded(Dual[] array) {
        for (int i = 0; i < array.length; i++) {
            array[i] = array[i] == null ? Dual.of(0) : array[i];
        }
        return array;
    }
}
