package dev.pullback.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every row of {@code docs/language-subset.md} is compiled: supported and passive ones without an error, refused ones with the
 * diagnostic of the row, and the derivative of a passive value is zero.
 */
final class LanguageSubsetDocumentTest {
    private static final String PARAMETERS =
            "double x, double y, double[] a, double[][] m, int n, long k, boolean b, int[] counts,"
                    + " java.util.List<String> names, Pair[] pairs";
    private static final String OTHER = """
            import dev.pullback.annotations.Differentiable;
            class Other {
                @Differentiable static double square(double v) { return v * v; }
                static double plain(double v) { return v; }
                @Differentiable(wrt = "x") static double scaled(double x, double c) { return c * x; }
                @Differentiable static double[] twice(double[] v) { return new double[] {2 * v[0]}; }
                @Differentiable(outputs = "v") static void scale(double[] v, double[] w, double c) { v[0] = w[0] * c; }
                @Differentiable static double halve(double[] v) { v[0] /= 2; return v[0]; }
                @Differentiable static Context.Pair pair(double v) { return new Context.Pair(v, v); }
                @Differentiable static double product(Context.Pair p) { return p.a() * p.b(); }
                @Differentiable static Context.Params params(double[] v) { return new Context.Params(v.clone(), v[0]); }
                static double sum(Context.Pair p) { return p.a() + p.b(); }
            }
            record Size(double width, double height) {
                @Differentiable(wrt = {"width", "height"}) double area() { return width * height; }
                @Differentiable(wrt = "width") double half() { return width / 2; }
            }
            record Far(double value) { Far(int n, double value) { this(n * value); } double twice() { return 2 * value; } }
            """;

    /**
     * A row.
     *
     * @param example the method or the statements
     * @param status supported, passive, or refused
     * @param code the diagnostic of a refused row
     */
    private record Row(String heading, String example, String status, String code) {}

    private final Markdown page = Markdown.page("docs/language-subset.md");

    @TestFactory
    Stream<DynamicTest> rowsAreAsTheProcessorSees() {
        return page.tables().stream().flatMap(table -> {
            List<Row> rows = table.rows().stream()
                    .map(cells -> row(table.heading(), cells))
                    .toList();
            CompilationResult result = compile(rows);
            return IntStream.range(0, rows.size())
                    .mapToObj(i -> DynamicTest.dynamicTest(rows.get(i).example(), () -> check(rows.get(i), i, result)));
        });
    }

    private static Row row(String heading, List<String> cells) {
        String status = cells.get(1).split(" ")[0];
        String code = String.join("", Markdown.code(cells.get(1)));
        return new Row(heading, Markdown.code(cells.get(0)).get(0), status, code);
    }

    // ---- one class per table, one line per row ----

    private CompilationResult compile(List<Row> rows) {
        String context = page.blocks().get(0).text();
        StringBuilder source = new StringBuilder("import dev.pullback.annotations.*;");
        source.append(context.strip().replaceAll("}$", "").replaceAll("\\s*\n\\s*", " "))
                .append('\n');
        for (int i = 0; i < rows.size(); i++) {
            source.append("@Differentiable ").append(method(rows.get(i), i)).append('\n');
        }
        return ProcessorCompiler.withProcessor()
                .compile(new SourceFile("Context", source.append("}\n").toString()), new SourceFile("Other", OTHER));
    }

    private static String method(Row row, int number) {
        if (row.heading().equals("Methods")) {
            return row.example().replaceAll("\\bf\\(", "f" + number + "(");
        } else if (row.status().equals("passive")) {
            String parameters = PARAMETERS.replace("double[]", "@Passive double[]");
            return "static double f" + number + "(" + parameters + ") { " + row.example() + " return p; }";
        }
        return "static double f" + number + "(" + PARAMETERS + ") { " + row.example() + " return x; }";
    }

    private static int line(int number) {
        return number + 2;
    }

    // ---- the verdict ----

    private static void check(Row row, int number, CompilationResult result) {
        List<String> errors = new ArrayList<>(result.errors().stream()
                .filter(error -> error.getLineNumber() == line(number))
                .map(error -> error.getMessage(Locale.ROOT))
                .toList());
        switch (row.status()) {
            case "supported" -> assertThat(errors).isEmpty();
            case "passive" -> {
                assertThat(errors).isEmpty();
                assertThat(pullback(row, number, result)).doesNotContain("Bars[0] +=", "Bars[1] +=");
            }
            case "refused" ->
                assertThat(errors)
                        .filteredOn(error -> error.contains("[AD"))
                        .isNotEmpty()
                        .allMatch(error -> error.contains("[" + row.code() + "]"));
            default -> throw new AssertionError("status " + row.status());
        }
    }

    /** The generated pullback, which adds something to the bars of {@code x} and {@code y} unless the value is passive. */
    private static String pullback(Row row, int number, CompilationResult result) {
        return result.generatedSources()
                .get("ContextDerivatives")
                .lines()
                .dropWhile(line -> !line.contains(" f" + number + "Pullback("))
                .takeWhile(line -> !line.contains(" f" + number + "Objective("))
                .collect(Collectors.joining("\n"));
    }
}
