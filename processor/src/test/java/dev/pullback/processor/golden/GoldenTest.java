package dev.pullback.processor.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.processor.testkit.TestResources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Generated sources equal the committed ones, come out byte for byte the same twice, and compile without a warning. {@code
 * -Dgolden.update=true} rewrites them.
 */
final class GoldenTest {
    private static final String SUFFIX = "Derivatives.java";

    @TestFactory
    Stream<DynamicNode> generatedSourcesAreAsCommitted() {
        assumeTrue(ProcessorCompiler.processorExists());
        Path folder = TestResources.folder("golden");
        return TestResources.find(folder, ".java").stream()
                .filter(file -> !file.toString().endsWith(SUFFIX))
                .map(file -> dynamicTest(folder.relativize(file).toString(), () -> compare(file)));
    }

    private static void compare(Path primal) {
        String simpleName = primal.getFileName().toString().replace(".java", "");
        SourceFile source = SourceFile.of(simpleName, TestResources.read(primal));
        CompilationResult first = compile(source);
        String name = source.name() + "Derivatives";
        String actual = first.generatedSources().get(name);
        assertThat(compile(source).generatedSources()).as("emitted twice").isEqualTo(first.generatedSources());
        assertThat(first.generatedSources()).containsOnlyKeys(name);

        Path expected = primal.resolveSibling(simpleName + SUFFIX);
        if (Boolean.getBoolean("golden.update")) {
            TestResources.write(expected, actual);
            return;
        }
        assertThat(Files.exists(expected))
                .as("missing: %s, run with -Dgolden.update=true", expected)
                .isTrue();
        assertThat(actual).isEqualTo(TestResources.read(expected));
    }

    private static CompilationResult compile(SourceFile source) {
        CompilationResult result = ProcessorCompiler.withProcessor()
                .withOptions("-Xlint:all", "-Xdoclint:all", "-Werror")
                .compile(source);
        assertThat(result.diagnostics()).as(result.describe()).isEmpty();
        return result;
    }
}
