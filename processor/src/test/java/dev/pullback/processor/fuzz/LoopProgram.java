package dev.pullback.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random method of the kind that loop fusion, recomputation and work arrays are decided on: several loops over the same small
 * arrays, sums, running maxima, stores under conditions and to neighbours, inner loops whose values need a tape, matrices that take each other's places, helpers and
 * methods of other classes that take whole arrays. Indices are always in bounds, values stay near one.
 */
final class LoopProgram {
    private static final List<String> COLUMNS = List.of("[0]", "[1]", "[2]");

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private int names;

    /** The work arrays so far; those whose names start with k get constants only. */
    private final List<String> arrays = new ArrayList<>(List.of("w", "e"));

    /** The numbers that the method has made outside of loops. */
    private final List<String> numbers = new ArrayList<>();

    /** Whether the iterations of the loop do not depend on each other: they store in own elements and add to sums. */
    private boolean isIndependent;

    /** What such a loop stores in. */
    private List<String> own = List.of();

    /** Whether it reads that, too. */
    private boolean readsOwn;

    /** Whether it adds to any element of that instead. */
    private boolean scatters;

    /** What a call has read last. */
    private String called = "w";

    /** Whether there is a matrix whose rows were made one by one, and change places. */
    private boolean hasRows;

    private LoopProgram(long seed) {
        this.random = new Random(seed);
    }

    /** The method {@code static double name(double[] x, double[] c, int[] idx, int m)}; arrays have four elements. */
    static String method(String name, long seed) {
        return new LoopProgram(seed).method(name);
    }

    private String method(String name) {
        out.append("""
                @SuppressWarnings("pullback")
                @Differentiable(derivatives = Derivative.PUSHFORWARD)
                static double %s(double[] x, @Passive double[] c, int[] idx, int m) {
                    double[] w = new double[4];
                    double[] e = new double[4];
                    double[][] t = new double[4][3];
                    double[][] h = new double[4][3];
                    double[] u = new double[m];
                    double s = 0;
                    double q = 0;
                    double p = -1;
                    int at = 0;
            """.formatted(name));
        if (chance(0.3)) {
            makeRows();
        }
        int phases = between(1, 4);
        for (int i = 0; i < phases; i++) {
            phase();
        }
        if (chance(0.4)) {
            independent(anyArray(), false);
        }
        line(1, "return " + result() + ";");
        return out.append("    }\n\n").toString();
    }

    /** Simple results let loops be reversed at once, others use all there is. */
    private String result() {
        List<String> values = values("", List.of("p", "w[at]", "e[3]"));
        String simple = pick(List.of(
                "s * q",
                "s / (2 + q * q)",
                "s * " + pick(List.of("x[0]", "c[1]", "w[2]")) + " + q",
                "q * 0.5 + s + t[1][2] * x[2]",
                "s - q / 3"));
        String all = expression(values, 0) + " + s * " + expression(values, 0)
                + " + q / (3 + s * s) + p * w[at] + e[1] + t[0][0] * t[at][1]";
        String last = pick(arrays);
        return (chance(0.75) ? simple : all) + " + " + last + "[0] * " + last + "[2]"
                + (numbers.isEmpty() ? "" : " + " + pick(numbers) + " * x[1]");
    }

    private void makeRows() {
        String length = pick(List.of("i + 2", "idx[i] + 2", "3", "r[i - 1].length + i % 2"));
        line(1, "double[][] r = new double[4][];");
        if (length.startsWith("r")) {
            line(1, "r[0] = new double[] {x[1], c[1]};");
        }
        line(1, "for (int i = " + (length.startsWith("r") ? 1 : 0) + "; i < r.length; i++) {");
        line(2, "double[] made = new double[" + length + "];");
        line(2, "made[0] = " + expression(values("i", List.of()), 0) + ";");
        line(2, "r[i] = made;");
        line(2, pick(List.of("made[1]", "r[i][1]")) + " = " + expression(values("i", List.of()), 0) + ";");
        line(1, "}");
        line(1, "double[] first = r[0];");
        hasRows = true;
    }

    /** Two rows change places. */
    private void turn(String index, int depth) {
        String row = name("row");
        String from = index.isEmpty() ? "at" : index;
        String to = pick(List.of("0", "3", "(" + from + " + 1) % 4"));
        line(depth, "double[] " + row + " = r[" + from + "];");
        line(depth, "r[" + from + "] = r[" + to + "];");
        line(depth, "r[" + to + "] = " + row + ";");
        if (chance(0.5)) {
            line(depth, pick(List.of(row, "first")) + "[1] *= 0.7 + 0.1 * x[2];");
        }
    }

    private void phase() {
        if (hasRows && chance(0.2)) {
            turn("", 1);
        }
        double kind = random.nextDouble();
        if (kind < 0.15) {
            statements("", numbers, 1, between(1, 2));
        } else if (kind < 0.25) {
            exchange();
        } else if (kind < 0.3) {
            refill();
        } else if (kind < 0.65) {
            independent(anyArray(), false);
        } else {
            if (chance(0.4)) {
                newArray("a");
            }
            String i = name("i");
            String header = chance(0.9)
                    ? "for (int %1$s = %2$s; %1$s < 4; %1$s++) {".formatted(i, chance(0.85) ? "0" : "1")
                    : "for (int %1$s = 3; %1$s >= 0; %1$s--) {".formatted(i);
            line(1, header);
            if (chance(0.3)) {
                assign(newest(), i, numbers, 2);
            }
            statements(i, new ArrayList<>(numbers), 2, between(2, 5));
            line(1, "}");
        }
    }

    private String newArray(String prefix) {
        arrays.add(name(prefix));
        line(1, "double[] " + newest() + " = new double[4];");
        return newest();
    }

    private String newest() {
        return arrays.get(arrays.size() - 1);
    }

    private String anyArray() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> called;
            case 3, 4 -> newArray("k");
            case 5, 6 -> newArray("a");
            default -> pick(arrays);
        };
    }

    /**
     * A loop whose iterations store in their own elements of an array and add to sums; often a call reads the array afterwards, and
     * then another loop {@code fills} it again.
     */
    private void independent(String array, boolean fills) {
        String i = name("i");
        List<String> locals = new ArrayList<>(numbers);
        isIndependent = true;
        own = !fills && chance(0.3) ? List.of() : chance(0.15) ? List.of(array, "t") : List.of(array);
        scatters = own.size() == 1 && chance(0.15);
        readsOwn = !scatters && chance(0.5);
        line(1, "for (int %1$s = 0; %1$s < 4; %1$s++) {".formatted(i));
        if (!own.isEmpty() && (fills || chance(0.7))) {
            assign(array, i, locals, 2);
        }
        if (chance(0.6)) {
            declareTape(i, locals, 2);
        }
        statements(i, locals, 2, between(1, 3));
        if (chance(0.6)) {
            String factor = readsOwn && !own.isEmpty() ? array : "x";
            line(2, "s += " + expression(values(i, locals), 0) + " * " + factor + "[" + i + "];");
            line(2, "q += " + expression(values(i, locals), 0) + " * x[" + i + "];");
        }
        if (readsOwn && !own.isEmpty() && chance(0.7)) {
            assign(array, i, locals, 2);
        }
        line(1, "}");
        isIndependent = false;
        own = List.of();
        if (chance(0.6)) {
            declareCall(array, numbers, 1);
            if (!fills && chance(0.4)) {
                independent(array, true);
            }
        }
    }

    private void assign(String array, String index, List<String> locals, int depth) {
        String place = scatters ? "[idx[" + index + "]] += " : "[" + index + "] = ";
        line(depth, array + place + stored(array, index, locals) + ";");
    }

    /** A work array whose length is that of an earlier value of the bound. */
    private void refill() {
        String i = name("i");
        line(1, "if (" + condition("", List.of()) + " && m > 2) { m--; }");
        line(1, "for (int %1$s = 0; %1$s < 4; %1$s++) {".formatted(i));
        line(2, "for (int k = 0; k < m; k++) { u[k] = x[%s] * (k + 1) + %s; }".formatted(i, element(i)));
        line(2, "s += u[0] * u[1] + u[u.length - 1] * x[%s];".formatted(i));
        line(1, "}");
    }

    /** Steps in time over two matrices that take each other's places. */
    private void exchange() {
        String time = name("n");
        String i = name("i");
        String near = pick(List.of("[" + i + "]", "[(" + i + " + 1) % 4]", "[idx[" + i + "]]", "[0]"));
        line(1, "for (int %1$s = 0; %1$s < 3; %1$s++) {".formatted(time));
        line(2, "for (int %1$s = 0; %1$s < 4; %1$s++) {".formatted(i));
        line(
                3,
                "%s[%s]%s = 0.5 * %s%s%s + %s;"
                        .formatted(
                                pick(List.of("h", "h", "t")),
                                i,
                                column(i),
                                pick(List.of("t", "t", "h")),
                                near,
                                pick(COLUMNS),
                                expression(values(i, List.of()), 0)));
        if (chance(0.5)) {
            line(3, "s += t" + near + column(i) + " * " + expression(values(i, List.of()), 1) + ";");
        }
        line(2, "}");
        line(2, "double[][] swap = t;");
        line(2, "t = h;");
        line(2, "h = swap;");
        line(1, "}");
    }

    // ---- expressions ----

    private String expression(List<String> values, int depth) {
        double kind = random.nextDouble();
        if (depth > 2 || kind < 0.45) {
            return pick(values);
        }
        String left = expression(values, depth + 1);
        if (kind < 0.78) {
            String operator = kind < 0.6 ? " * " : kind < 0.7 ? " + " : " - ";
            return "(" + left + operator + expression(values, depth + 1) + ")";
        } else if (kind < 0.9) {
            return "Math.sin(" + left + ")";
        } else if (kind < 0.95) {
            return "Math.exp(-0.3 * " + left + ")";
        }
        return "(" + left + " / (2 + Math.cos(" + expression(values, depth + 1) + ")))";
    }

    /** What may be read: elements near the index, or fixed ones outside of loops, locals and sums. */
    private List<String> values(String index, List<String> locals) {
        List<String> result = new ArrayList<>(locals);
        result.addAll(isIndependent ? List.of("0.7") : List.of("0.7", "s", "q"));
        if (index.isEmpty()) {
            result.addAll(List.of("x[0]", "w[1]", "e[2]", "x[3]", "w[0]"));
        }
        for (int i = 0; i < 5 && !index.isEmpty(); i++) {
            result.add(element(index));
        }
        if (hasRows) {
            result.add(index.isEmpty() ? "r[at][1]" : "r[" + index + "][" + random.nextInt(2) + "]");
        }
        return result;
    }

    private String element(String index) {
        String array = chance(0.2) ? "t" : chance(0.5) ? pick(List.of("x", "x", "c")) : pick(arrays);
        if (readsOwn && !own.isEmpty() && chance(0.3)) {
            array = pick(own);
        } else if (!readsOwn && own.contains(array)) {
            array = "x";
        }
        String near = own.contains(array) || chance(0.67)
                ? "[" + index + "]"
                : pick(List.of("[idx[" + index + "]]", "[(" + index + " + 1) % 4]"));
        return array + near + (array.equals("t") ? column(index) : "");
    }

    private String column(String index) {
        return chance(0.75) ? pick(COLUMNS) : "[" + index + " % 3]";
    }

    private String condition(String index, List<String> locals) {
        List<String> choices = new ArrayList<>(List.of(
                expression(values(index, locals), 0) + " > " + pick(List.of("0.1", "0.3", "-0.2")),
                "c[" + (index.isEmpty() ? "1" : index) + "] > 0.5"));
        if (!index.isEmpty()) {
            choices.addAll(List.of(index + " % 2 == 0", "idx[" + index + "] == 1"));
        }
        return pick(choices);
    }

    /** What an element of an array becomes: often a number that is used elsewhere, too. */
    private String stored(String array, String index, List<String> locals) {
        if (isConstant(array)) {
            return expression(List.of("c[" + (index.isEmpty() ? "2" : index) + "]", "c[0]", "0.4"), 1);
        }
        return !locals.isEmpty() && chance(0.4) ? pick(locals) : expression(values(index, locals), 0);
    }

    private static boolean isConstant(String array) {
        return array.startsWith("k");
    }

    // ---- statements ----

    private void statements(String index, List<String> locals, int depth, int count) {
        for (int i = 0; i < count; i++) {
            boolean isInLoop = !index.isEmpty();
            if (hasRows && !isIndependent && chance(0.15)) {
                turn(index, depth);
            }
            double kind = isIndependent ? 0.8 * random.nextDouble() : random.nextDouble();
            if (kind < 0.3) {
                store(index, locals, depth);
            } else if (kind < 0.45) {
                reduce(index, locals, depth);
            } else if (kind < 0.55 && isInLoop) {
                keep(index, locals, depth);
            } else if (kind < 0.72) {
                declare(index, locals, depth);
            } else if (kind < 0.8 && depth < 5) {
                line(depth, "if (" + condition(index, locals) + ") {");
                if (chance(0.4)) {
                    store(index, locals, depth + 1);
                } else {
                    statements(index, new ArrayList<>(locals), depth + 1, between(1, 2));
                }
                line(depth, "}");
            } else if (kind < 0.87 && isInLoop && depth < 4) {
                nested(index, locals, depth);
            } else if (kind < 0.92) {
                String scale = expression(values(index, locals), 0);
                String to = pick(List.of("w", "e"));
                line(depth, "axpy(%s, %s, 0.3 * %s);".formatted(to, pick(List.of("w", "e", "x")), scale));
            } else if (kind < 0.95 && isInLoop && depth > 2) {
                line(depth, "if (" + condition(index, locals) + ") { " + pick(List.of("continue", "break")) + "; }");
            }
        }
    }

    private void store(String index, List<String> locals, int depth) {
        if (isIndependent && own.isEmpty()) {
            reduce(index, locals, depth);
            return;
        } else if (isIndependent && scatters) {
            assign(own.get(0), index, locals, depth);
            return;
        }
        String at = index.isEmpty()
                ? String.valueOf(random.nextInt(4))
                : isIndependent || chance(0.85) ? index : "idx[" + index + "]";
        String array = isIndependent ? pick(own) : chance(0.3) ? "t" : chance(0.4) ? newest() : pick(arrays);
        if (hasRows && !isIndependent && chance(0.2)) {
            array = "r";
        }
        String column = switch (array) {
            case "t" -> index.isEmpty() ? pick(COLUMNS) : column(index);
            case "r" -> pick(COLUMNS.subList(0, 2));
            default -> "";
        };
        String operator = chance(0.7) ? " = " : " += ";
        line(depth, array + "[" + at + "]" + column + operator + stored(array, index, locals) + ";");
    }

    /** A number that is kept in an array, perhaps now and then only, and added up in another form. */
    private void keep(String index, List<String> locals, int depth) {
        String v = name("v");
        line(depth, "double " + v + " = Math.exp(0.3 * " + expression(values(index, locals), 0) + ");");
        locals.addAll(List.of(v, v));
        String array = !isIndependent ? newest() : own.isEmpty() || scatters ? "k" : pick(own);
        if (!isConstant(array)) {
            String kept = array + "[" + index + "]" + (array.equals("t") ? "[1]" : "") + " = " + v + ";";
            line(depth, chance(0.6) ? "if (" + condition(index, locals) + ") { " + kept + " }" : kept);
        }
        line(
                depth,
                (isIndependent || chance(0.5) ? "s += " : "s = 0.5 * s + ") + v + " * "
                        + expression(values(index, locals), 1) + ";");
    }

    /** A sum never grows by itself: values would explode. */
    private void reduce(String index, List<String> locals, int depth) {
        List<String> values = new ArrayList<>(values(index, locals));
        values.removeAll(List.of("s", "q"));
        String value = expression(values, 0);
        String sum = pick(List.of("s", "q"));
        switch (isIndependent ? 0 : random.nextInt(5)) {
            case 0, 1 -> line(depth, sum + " += " + value + ";");
            case 2 -> line(depth, sum + " = Math.sin(" + value + ");");
            case 3 -> line(depth, "p = Math.max(p, " + value + ");");
            default -> {
                String at = index.isEmpty() ? "2" : index;
                line(depth, "if (" + value + " > p) { p = " + value + "; at = " + at + "; }");
            }
        }
    }

    private void declare(String index, List<String> locals, int depth) {
        List<String> values = values(index, locals);
        int kind = isIndependent ? pick(List.of(1, 6)) : random.nextInt(index.isEmpty() ? 3 : 7);
        if (kind == 0) {
            declareCall(pick(arrays), locals, depth);
            return;
        } else if (kind > 4) {
            declareTape(index, locals, depth);
            return;
        }
        String v = name("v");
        switch (kind) {
            case 1 -> line(depth, "double " + v + " = Math.exp(0.2 * " + expression(values, 0) + ");");
            case 2 -> {
                String of = pick(List.of("w", "e", "t[1]"));
                line(depth, "double %s = half(%s, %s)[1];".formatted(v, of, expression(values, 0)));
            }
            case 3 -> {
                line(depth, "double[] " + v + "Row = t[" + index + "];");
                line(depth, v + "Row[1] = " + v + "Row[0] * " + expression(values, 0) + ";");
                line(depth, "double " + v + " = " + v + "Row[2];");
            }
            default -> {
                line(depth, "double " + v + " = " + expression(values, 0) + ";");
                line(
                        depth,
                        "for (int n = 0; " + v + " > 0.2 && n < 4; n++) { " + v + " = " + v + " * 0.6 - 0.02 * "
                                + expression(values, 0) + "; }");
            }
        }
        locals.addAll(List.of(v, v));
    }

    /** What a method of another class makes of a whole array. */
    private void declareCall(String array, List<String> locals, int depth) {
        String v = name("v");
        line(depth, "double " + v + " = Squares.sum(" + array + ") * 0.1;");
        called = array;
        locals.addAll(List.of(v, v));
    }

    /** A number that an inner loop makes, which needs a tape. */
    private void declareTape(String index, List<String> locals, int depth) {
        List<String> values = values(index, locals);
        String v = name("v");
        String factor = !index.isEmpty() && chance(0.6) ? "x[" + index + "]" : expression(values, 0);
        line(depth, "double %s = tape(%s, %s, m);".formatted(v, expression(values, 0), factor));
        locals.addAll(List.of(v, v));
    }

    private void nested(String index, List<String> locals, int depth) {
        String j = name("j");
        line(
                depth,
                "for (int %1$s = %2$s; %1$s < %3$s; %1$s++) {"
                        .formatted(j, pick(List.of("0", "1", index)), pick(List.of("4", "4", index, "m"))));
        statements(j, new ArrayList<>(locals), depth + 1, between(1, 3));
        line(depth, "}");
    }

    // ---- choices ----

    private void line(int depth, String text) {
        out.append("    ".repeat(depth + 1)).append(text).append('\n');
    }

    private String name(String prefix) {
        return prefix + names++;
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
