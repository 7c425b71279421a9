package dev.pullback.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.DifferentiableProcessor;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.processor.testkit.TestResources;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The names on the pages exist: classes, packages, stages, options and diagnostics. */
final class NamesTest {
    private static final Pattern TYPE = Pattern.compile("[A-Z][a-z]\\w*");
    private static final Pattern DIAGNOSTIC = Pattern.compile("AD\\d{3}");
    private static final Pattern OPTION = Pattern.compile("-A(pullback[\\w.]*)");

    /** Names that are no files: the reader's own classes, nested types, and types of the platform. */
    private static final Set<String> OTHERS = Set.of(
            "Outer",
            "OuterDerivatives",
            "Trees",
            "ThreadLocal",
            "VarHandle",
            "IllegalArgumentException",
            "IntStream",
            "IllegalStateException",
            "NullPointerException",
            "Params",
            "ParamsTwin");

    private final Markdown architecture = Markdown.page("ARCHITECTURE.md");

    private static Stream<Markdown> pages() {
        return Stream.concat(
                Stream.of("README.md", "ARCHITECTURE.md", "docs/users-guide.md", "docs/language-subset.md")
                        .map(Markdown::page),
                Markdown.folder("docs/adr"));
    }

    @TestFactory
    Stream<DynamicTest> classesExist() {
        Set<String> files = Stream.of("annotations", "runtime", "processor")
                .flatMap(module -> TestResources.find(Path.of("..", module, "src"), ".java").stream())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        return Stream.concat(Stream.of(architecture), Markdown.folder("docs/adr"))
                .map(page -> DynamicTest.dynamicTest(page.name(), () -> {
                    Set<String> named = Markdown.code(page.prose()).stream()
                            .flatMap(code -> Arrays.stream(code.split("[./]")))
                            .filter(word -> TYPE.matcher(word).matches() && !OTHERS.contains(word))
                            .collect(Collectors.toCollection(TreeSet::new));
                    named.removeAll(files);
                    assertThat(named).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> diagnosticsAndOptionsExist() {
        Set<String> codes =
                Arrays.stream(DiagnosticCode.values()).map(Enum::name).collect(Collectors.toSet());
        Set<String> options = new DifferentiableProcessor().getSupportedOptions();
        return pages().map(page -> DynamicTest.dynamicTest(page.name(), () -> {
            assertThat(codes).containsAll(find(DIAGNOSTIC, page, 0));
            assertThat(options).containsAll(find(OPTION, page, 1));
        }));
    }

    private static Set<String> find(Pattern pattern, Markdown page, int group) {
        return pattern.matcher(page.text())
                .results()
                .map(match -> match.group(group))
                .collect(Collectors.toSet());
    }

    @Test
    void everyOptionIsInTheGuide() {
        List<String> listed = Markdown.page("docs/users-guide.md").tables("Options").get(0).rows().stream()
                .map(cells -> Markdown.code(cells.get(0)).get(0))
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(new DifferentiableProcessor().getSupportedOptions());
    }

    @Test
    void everyPackageHasItsRow() {
        Path root = Path.of("src/main/java/dev/pullback/processor");
        Set<String> packages = TestResources.find(root, ".java").stream()
                .map(file -> root.relativize(file))
                .map(file ->
                        file.getNameCount() == 1 ? "processor" : file.getName(0).toString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(firstColumn("Packages of the processor")).containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void everyStageHasItsRow() {
        SourceFile source = SourceFile.of("Square", """
                import dev.pullback.annotations.*;
                class Square {
                    @Differentiable(derivatives = {
                        Derivative.PUSHFORWARD, Derivative.PUSHFORWARDS, Derivative.THIRD_ORDER, Derivative.TAYLOR,
                        Derivative.SPARSITY})
                    static double square(double x) { return x * x; }
                }
                class Rule {
                    static double cube(double x) { return x * x * x; }
                    @DerivativeOf(method = "cube")
                    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
                    static double square(double x, double cubeBar) { return 3 * x * x * cubeBar; }
                }
                """);
        CompilationResult result = ProcessorCompiler.withProcessor()
                .withOptions("-Apullback.dump=square")
                .compile(source);
        Set<String> stages = Pattern.compile("square after ([^:]+):")
                .matcher(result.diagnostics().stream()
                        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                        .collect(Collectors.joining("\n")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(firstColumn("Invariants")).containsExactlyInAnyOrderElementsOf(stages);
    }

    private List<String> firstColumn(String heading) {
        return architecture.tables(heading).get(0).rows().stream()
                .flatMap(cells -> Arrays.stream(cells.get(0).replace("`", "").split(", ")))
                .toList();
    }
}
