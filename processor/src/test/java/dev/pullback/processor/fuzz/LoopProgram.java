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

    /** Whether iterations keep to their own elements and only add to sums, so that they do not depend on each other. */
    private boolean tidy;

    private boolean hasKept;

    /** Whether there is a matrix whose rows were made one by one, and change places. */
    private boolean hasRows;

    private LoopProgram(long seed) {
        this.random = new Random(seed);
    }

    /** The method {@code static double name(double[] x, double[] c, int[] idx, int m)}; arrays have four elements. */
    static String method(String name, long seed) {
        return new LoopProgram(seed).method(name, new Random(~seed).nextInt(3) == 0);
    }

    private String method(String name, boolean makesRows) {
        out.append("""
                @SuppressWarnings("pullback")
                @Differentiable(derivatives = Derivative.PUSHFORWARD)
                static double %s(double[] x, @Passive double[] c, int[] idx, int m) {
                    double[] w = new double[4];
                    double[] e = new double[4];
                    double[][] t = new double[4][3];
                    double[][] h = new double[4][3];
                    double[] kept = new double[4];
                    double[] u = new double[m];
                    double s = 0;
                    double q = 0;
                    double p = -1;
                    int at = 0;
            """.formatted(name));
        if (makesRows) {
            makeRows();
        }
        int phases = between(2, 5);
        for (int i = 0; i < phases; i++) {
            phase();
        }
        line(1, "return " + result() + ";");
        return out.append("    }\n\n").toString();
    }

    /** Simple results let loops be reversed at once, others use all there is. */
    private String result() {
        List<String> values = values("", List.of("p", "w[at]", "e[3]"));
        String first = expression(values, 0);
        return switch (random.nextInt(6)) {
            case 0 -> "s * q";
            case 1 -> "s / (2 + q * q)";
            case 2 -> "s * " + pick(List.of("x[0]", "c[1]", "w[2]")) + " + q";
            case 3 -> "q * 0.5 + s + t[1][2] + kept[0] * kept[2] * kept[2]";
            default ->
                first + " + s * " + expression(values, 0)
                        + " + q / (3 + s * s) + p * w[at] + e[1] + t[0][0] * t[at][1] + kept[1] * kept[2]";
        };
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
        if (kind < 0.2) {
            statements("", List.of(), 1, 1);
            return;
        } else if (kind < 0.3) {
            exchange();
            return;
        } else if (kind < 0.36) {
            refill();
            return;
        }
        tidy = chance(0.5);
        String i = name("i");
        String header = chance(0.9)
                ? "for (int %1$s = %2$s; %1$s < 4; %1$s++) {".formatted(i, chance(0.85) ? "0" : "1")
                : "for (int %1$s = 3; %1$s >= 0; %1$s--) {".formatted(i);
        line(1, header);
        statements(i, List.of(), 2, between(2, 5));
        line(1, "}");
        tidy = false;
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
        result.addAll(tidy ? List.of("0.7") : List.of("0.7", "s", "q"));
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
        String near =
                chance(0.67) ? "[" + index + "]" : pick(List.of("[idx[" + index + "]]", "[(" + index + " + 1) % 4]"));
        return chance(0.25) ? "t" + near + column(index) : pick(List.of("x", "x", "w", "e", "c", "w", "e")) + near;
    }

    private String column(String index) {
        return chance(0.75) ? pick(COLUMNS) : "[" + index + " % 3]";
    }

    private String condition(String index, List<String> locals) {
        String own = index.isEmpty() ? "1" : index;
        List<String> choices = new ArrayList<>(List.of(
                expression(values(index, locals), 0) + " > " + pick(List.of("0.1", "0.3", "-0.2")),
                "c[" + own + "] > 0.5"));
        if (!index.isEmpty()) {
            choices.addAll(List.of(index + " % 2 == 0", "idx[" + index + "] == 1"));
        }
        return pick(choices);
    }

    // ---- statements ----

    private void statements(String index, List<String> outer, int depth, int count) {
        List<String> locals = new ArrayList<>(outer);
        for (int i = 0; i < count; i++) {
            boolean isInLoop = !index.isEmpty();
            if (hasRows && !tidy && chance(0.15)) {
                turn(index, depth);
            }
            double kind = tidy ? 0.8 * random.nextDouble() : random.nextDouble();
            if (kind < 0.3) {
                store(index, locals, depth);
            } else if (kind < 0.5) {
                reduce(index, locals, depth);
            } else if (kind < 0.72) {
                declare(index, locals, depth);
            } else if (kind < 0.8 && depth < 5) {
                line(depth, "if (" + condition(index, locals) + ") {");
                statements(index, locals, depth + 1, between(1, 2));
                line(depth, "}");
            } else if (kind < 0.87 && isInLoop && depth < 4) {
                nested(index, locals, depth);
            } else if (kind < 0.92) {
                String from = pick(List.of("w", "e", "x"));
                line(
                        depth,
                        "axpy(%s, %s, 0.3 * %s);"
                                .formatted(pick(List.of("w", "e")), from, expression(values(index, locals), 0)));
            } else if (kind < 0.95 && isInLoop && depth > 2) {
                line(depth, "if (" + condition(index, locals) + ") { " + pick(List.of("continue", "break")) + "; }");
            }
        }
    }

    private void store(String index, List<String> locals, int depth) {
        String value = expression(values(index, locals), 0);
        String at = index.isEmpty()
                ? String.valueOf(random.nextInt(4))
                : tidy || chance(0.85) ? index : "idx[" + index + "]";
        String operator = chance(0.7) ? " = " : " += ";
        boolean isMatrix = chance(0.3);
        if (hasRows && chance(0.2)) {
            line(depth, "r[" + at + "][" + random.nextInt(2) + "]" + operator + value + ";");
            return;
        }
        String target = isMatrix
                ? "t[" + at + "]" + (index.isEmpty() ? pick(COLUMNS) : column(index))
                : pick(List.of("w", "e")) + "[" + at + "]";
        line(depth, target + operator + value + ";");
    }

    /** A sum never grows by itself: values would explode. */
    private void reduce(String index, List<String> locals, int depth) {
        List<String> values = new ArrayList<>(values(index, locals));
        values.removeAll(List.of("s", "q"));
        String value = expression(values, 0);
        String sum = pick(List.of("s", "q"));
        switch (tidy ? 0 : random.nextInt(5)) {
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
        String v = name("v");
        switch (tidy ? between(5, 7) : random.nextInt(index.isEmpty() ? 3 : 7)) {
            case 0 -> line(depth, "double " + v + " = Squares.sum(" + pick(List.of("w", "e")) + ") * 0.1;");
            case 1 -> line(depth, "double " + v + " = Math.exp(0.2 * " + expression(values, 0) + ");");
            case 2 ->
                line(
                        depth,
                        "double %s = half(%s, %s)[1];"
                                .formatted(v, pick(List.of("w", "e", "t[1]")), expression(values, 0)));
            case 3 -> {
                line(depth, "double[] " + v + "Row = t[" + index + "];");
                line(depth, v + "Row[1] = " + v + "Row[0] * " + expression(values, 0) + ";");
                line(depth, "double " + v + " = " + v + "Row[2];");
            }
            case 4 -> {
                line(depth, "double " + v + " = " + expression(values, 0) + ";");
                line(
                        depth,
                        "for (int n = 0; " + v + " > 0.2 && n < 4; n++) { " + v + " = " + v + " * 0.6 - 0.02 * "
                                + expression(values, 0) + "; }");
            }
            default ->
                line(depth, "double %s = tape(%s, %s, m);".formatted(v, expression(values, 0), expression(values, 0)));
        }
        locals.add(v);
        locals.add(v);
    }

    private void nested(String index, List<String> locals, int depth) {
        String j = name("j");
        line(
                depth,
                "for (int %1$s = %2$s; %1$s < %3$s; %1$s++) {"
                        .formatted(j, pick(List.of("0", "1", index)), pick(List.of("4", "4", index, "m"))));
        statements(j, locals, depth + 1, between(1, 3));
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

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
