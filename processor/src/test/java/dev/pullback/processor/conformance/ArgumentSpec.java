package dev.pullback.processor.conformance;

import dev.pullback.processor.testkit.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line that says how to make arguments: {@code double[5] in [-1, 1], int 3, double[3][4], double = 0.5, int[] = {0, 2},
 * boolean true, passive double[2], made factory}. Reals without a range lie in [-1, 1]. After {@code ->} may follow the exact gradient.
 */
final class ArgumentSpec {
    private static final Pattern PART = Pattern.compile(
            "(passive )?(double|float|int|long|short|byte|char|boolean|made)((?:\\[\\d*])*)\\s*(?:in \\[(.*),(.*)]|=?\\s*(.*))");

    private final List<String> parts;
    private final double[] gradient;

    private ArgumentSpec(List<String> parts, double[] gradient) {
        this.parts = parts;
        this.gradient = gradient;
    }

    static ArgumentSpec parse(String line) {
        String[] sides = line.split("->", -1);
        double[] gradient = sides.length == 1 ? new double[0] : numbers(sides[1]);
        return new ArgumentSpec(split(sides[0]), gradient);
    }

    /** The exact gradient at these arguments; empty if the line has none. */
    double[] gradient() {
        return gradient;
    }

    /** Arguments; the same for the same random numbers. */
    Arguments generate(Random random) {
        Object[] values = new Object[parts.size()];
        boolean[] independent = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            Matcher part = PART.matcher(parts.get(i));
            if (!part.matches()) {
                throw new IllegalArgumentException("cannot read argument '" + parts.get(i) + "'");
            }
            values[i] = value(part, random);
            independent[i] = part.group(1) == null && part.group(2).matches("double|float");
        }
        return new Arguments(values, independent);
    }

    private static Object value(Matcher part, Random random) {
        String type = part.group(2) + part.group(3).replaceAll("\\d", "");
        String text = part.group(6) == null ? "" : part.group(6).strip();
        return switch (type) {
            case "double" -> text.isEmpty() ? reals(part, random, 1)[0] : number(text);
            case "float" -> (float) (text.isEmpty() ? reals(part, random, 1)[0] : number(text));
            case "short" -> Short.parseShort(text);
            case "byte" -> Byte.parseByte(text);
            case "char" -> text.charAt(0);
            case "int" -> Integer.parseInt(text);
            case "long" -> Long.parseLong(text);
            case "boolean" -> Boolean.parseBoolean(text);
            case "double[]" -> text.isEmpty() ? reals(part, random, sizes(part)[0]) : numbers(text);
            case "made" -> new Arguments.Made(text);
            case "float[]" -> floats(text.isEmpty() ? reals(part, random, sizes(part)[0]) : numbers(text));
            case "byte[]" -> bytes(numbers(text));
            case "int[]" -> ints(numbers(text));
            case "double[][]" -> text.isEmpty() ? matrix(part, random) : matrix(text);
            case "float[][]" ->
                Arrays.stream(text.isEmpty() ? matrix(part, random) : matrix(text))
                        .map(ArgumentSpec::floats)
                        .toArray(float[][]::new);
            case "double[][][]" ->
                text.isEmpty()
                        ? Stream.generate(() -> matrix(part, random, 1))
                                .limit(sizes(part)[0])
                                .toArray(double[][][]::new)
                        : split(text.substring(1, text.length() - 1)).stream()
                                .filter(page -> !page.isBlank())
                                .map(ArgumentSpec::matrix)
                                .toArray(double[][][]::new);
            default -> throw new IllegalArgumentException("no arguments of type " + type);
        };
    }

    private static int[] sizes(Matcher part) {
        return ints(numbers(part.group(3).replace("][", ",").replace("[", "").replace("]", "")));
    }

    private static double[] reals(Matcher part, Random random, int count) {
        double low = part.group(4) == null ? -1 : number(part.group(4));
        double high = part.group(5) == null ? 1 : number(part.group(5));
        return random.doubles(count, low, high).toArray();
    }

    private static double[][] matrix(Matcher part, Random random) {
        return matrix(part, random, 0);
    }

    private static double[][] matrix(Matcher part, Random random, int dimension) {
        double[][] rows = new double[sizes(part)[dimension]][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = reals(part, random, sizes(part)[dimension + 1]);
        }
        return rows;
    }

    private static double[][] matrix(String text) {
        List<double[]> rows = new ArrayList<>();
        Matcher row = Pattern.compile("\\{([^{}]*)}").matcher(text);
        while (row.find()) {
            rows.add(numbers(row.group(1)));
        }
        return rows.toArray(double[][]::new);
    }

    private static double[] numbers(String text) {
        String list = text.replace("{", "").replace("}", "").strip();
        return list.isEmpty()
                ? new double[0]
                : split(list).stream().mapToDouble(ArgumentSpec::number).toArray();
    }

    private static int[] ints(double[] numbers) {
        int[] result = new int[numbers.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (int) numbers[i];
        }
        return result;
    }

    private static float[] floats(double[] numbers) {
        float[] result = new float[numbers.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) numbers[i];
        }
        return result;
    }

    private static byte[] bytes(double[] numbers) {
        byte[] result = new byte[numbers.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) numbers[i];
        }
        return result;
    }

    private static double number(String text) {
        return Double.parseDouble(text.strip());
    }

    /** Splits at commas outside of brackets and braces. */
    private static List<String> split(String text) {
        List<String> result = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (c == ',' && depth == 0) {
                result.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        result.add(text.substring(start).strip());
        return result;
    }
}
