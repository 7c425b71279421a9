package dev.pullback.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.processor.testkit.TestResources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Codes, examples and {@code docs/diagnostics.md} agree. An example marks the lines it must be rejected on with {@code //
 * expect AD203}, and nothing else may be reported, all in one run.
 */
final class ExamplesTest {
    private static final Path FOLDER = TestResources.folder("diagnostics");
    private static final Pattern MARKER = Pattern.compile("// expect((?: AD\\d{3})+)$");
    private static final Pattern GENERATED_NAME = Pattern.compile("'\\w+In[A-Z]\\w*'");
    private static final Pattern ID = Pattern.compile("^\\[(AD\\d{3})] .* Fix: .+", Pattern.DOTALL);

    /** Codes that no single source file can provoke; {@code ProcessorFailuresTest} covers them. */
    private static final Set<DiagnosticCode> WITHOUT_EXAMPLE =
            EnumSet.of(DiagnosticCode.AD101, DiagnosticCode.AD223, DiagnosticCode.AD250, DiagnosticCode.AD901);

    @TestFactory
    Stream<DynamicTest> everyExampleIsRejectedAsItSays() {
        return examples()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    String text = TestResources.read(file);
                    assertThat(reported(text)).containsExactlyInAnyOrderElementsOf(expected(text));
                }));
    }

    @Test
    void everyCodeHasAnExampleThatShowsIt() {
        Set<DiagnosticCode> shown = EnumSet.noneOf(DiagnosticCode.class);
        examples().forEach(file -> {
            DiagnosticCode code = DiagnosticCode.valueOf(name(file).substring(0, 5));
            assertThat(expected(TestResources.read(file)))
                    .as(name(file))
                    .anyMatch(expected -> expected.startsWith(code.name()));
            shown.add(code);
        });
        assertThat(shown).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(WITHOUT_EXAMPLE)));
    }

    @Test
    void everyCodeHasASectionInTheDocumentation() {
        List<String> codes =
                Stream.of(DiagnosticCode.values()).map(DiagnosticCode::name).toList();
        assertThat(DocumentedCode.readAll()).extracting(DocumentedCode::id).containsExactlyElementsOf(codes);
    }

    @Test
    void everySectionSaysWhyAndHowToFix() {
        assertThat(DocumentedCode.readAll())
                .allSatisfy(section ->
                        assertThat(section.text()).as(section.id()).containsPattern("(?s)\\n\\n\\S.*\\nFix: \\S"));
    }

    @Test
    void examplesOfTheDocumentationAreTheTestedOnes() {
        for (DocumentedCode section : DocumentedCode.readAll()) {
            List<String> tested = examples()
                    .filter(file -> name(file).startsWith(section.id()))
                    .map(file -> withoutLayout(TestResources.read(file)))
                    .toList();
            assertThat(section.examples())
                    .as(section.id())
                    .allSatisfy(example -> assertThat(tested).anyMatch(text -> text.contains(withoutLayout(example))));
            assertThat(section.examples()).as(section.id()).hasSameSizeAs(tested);
        }
    }

    // ---- examples ----

    private static Stream<Path> examples() {
        return TestResources.find(FOLDER, ".java").stream();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String withoutLayout(String source) {
        return source.replaceAll("// expect[^\\n]*", "").replaceAll("\\s+", " ").strip();
    }

    private static List<String> expected(String text) {
        List<String> expected = new ArrayList<>();
        int line = 0;
        for (String content : text.split("\n")) {
            line++;
            Matcher marker = MARKER.matcher(content);
            if (marker.find()) {
                for (String id : marker.group(1).strip().split(" ")) {
                    expected.add(id + " in line " + line);
                }
            }
        }
        return expected;
    }

    /** Ids and lines of what the processor reported; what javac itself adds about ill-typed code is left out. */
    private static List<String> reported(String text) {
        CompilationResult result = ProcessorCompiler.withProcessor().compile(new SourceFile("Example", text));
        boolean hasErrors = expected(text).stream()
                .anyMatch(line -> DiagnosticCode.valueOf(line.substring(0, 5)).isError());
        assertThat(result.succeeded()).isEqualTo(!hasErrors);
        List<String> reported = new ArrayList<>();
        for (Diagnostic<?> error : result.diagnostics()) {
            Matcher id = ID.matcher(error.getMessage(Locale.ROOT));
            if (id.matches()) {
                assertThat(error.getMessage(Locale.ROOT))
                        .as("names only what the user wrote")
                        .doesNotContainPattern(GENERATED_NAME);
                reported.add(id.group(1) + " in line " + error.getLineNumber());
            }
        }
        return reported;
    }
}
