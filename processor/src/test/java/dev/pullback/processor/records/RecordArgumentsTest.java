package dev.pullback.processor.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.BuildMatrix;
import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.processor.testkit.TestResources;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs with a method that takes records, and the same method on numbers: a {@code check()} of theirs compares the
 * derivatives, in every build of the matrix.
 */
final class RecordArgumentsTest {

    @TestFactory
    Stream<DynamicTest> derivativesAreThoseOfTheComponents() {
        return TestResources.find(TestResources.folder("records"), ".java").stream()
                .flatMap(file -> BuildMatrix.options().keySet().stream()
                        .map(build -> DynamicTest.dynamicTest(name(file) + " " + build, () -> check(file, build))));
    }

    private static void check(Path file, String build) throws ReflectiveOperationException {
        CompilationResult result = ProcessorCompiler.withProcessor()
                .withOptions(BuildMatrix.options().get(build))
                .compile(SourceFile.of(name(file), TestResources.read(file)));
        assertThat(result.succeeded()).as(result.describe()).isTrue();
        result.load("records." + name(file)).getDeclaredMethod("check").invoke(null);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
