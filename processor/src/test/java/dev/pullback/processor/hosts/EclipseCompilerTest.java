package dev.pullback.processor.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's own compiler keeps bodies to itself: it gets one error per class, and stubs so that callers compile. */
final class EclipseCompilerTest {

    @Test
    void oneErrorPerClassNamesTheWayOut(@TempDir Path folder) throws ReflectiveOperationException {
        Class<?> eclipse = Project.load("org.eclipse.jdt.internal.compiler.tool.EclipseCompiler");
        Project project = new Project(folder).source("app.Model", Sources.MODEL);
        Project.Build build = project.build(
                (JavaCompiler) eclipse.getConstructor().newInstance(),
                List.of("-17", "-classpath", Project.path(), "-processorpath", Project.processorPath()),
                "app.Model");
        assertThat(build.succeeded()).isFalse();
        assertThat(build.messages())
                .singleElement()
                .asString()
                .startsWith("ERROR [AD101]")
                .contains("compile with javac");
        assertThat(project.generated("app.ModelDerivatives"))
                .contains("sum was not differentiated: see the compiler's errors");
    }
}
