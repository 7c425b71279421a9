package dev.pullback.processor.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project without modules, built in full and in part. */
final class ClassPathProjectTest {
    private static final List<String> PATHS =
            List.of("-Xdoclint:all", "-classpath", Project.path(), "-processorpath", Project.processorPath());

    private static final String USER = """
        package app;

        import dev.pullback.annotations.Differentiable;

        /** Calls the model. */
        public final class User {
            /** No instances. */
            private User() {}

            /**
             * Composes.
             *
             * @param w weights
             * @param x a number
             * @return a number
             */
            @Differentiable
            public static double loss(double[] w, double x) {
                return Model.sum(w, x, w) * Model.square(x);
            }
        }
        """;

    @Test
    void strictestWarningsFindNothing(@TempDir Path folder) throws Exception {
        Project project = new Project(folder).source("app.Model", Sources.MODEL);
        assertThat(project.build(PATHS, "app.Model")).isEqualTo(new Project.Build(true, List.of()));
        Sources.checkModel(project);
    }

    /** What a build tool does after one file has changed: the other classes come from the last build's output. */
    @Test
    void rebuildingOneFileGivesTheSameBytes(@TempDir Path folder) {
        Project project = new Project(folder).source("app.Model", Sources.MODEL).source("app.User", USER);
        assertThat(project.build(PATHS, "app.Model", "app.User").messages()).isEmpty();
        String model = project.generated("app.ModelDerivatives");
        String user = project.generated("app.UserDerivatives");
        List<String> incremental = List.of(
                "-Xdoclint:all",
                "-classpath",
                project.output() + java.io.File.pathSeparator + Project.path(),
                "-processorpath",
                Project.processorPath(),
                // The last build's generated class is about to be replaced, which javac mentions.
                "-Xlint:-processing");
        for (String changed : List.of("app.User", "app.Model")) {
            assertThat(project.build(incremental, changed).messages()).isEmpty();
            assertThat(project.generated("app.ModelDerivatives")).isEqualTo(model);
            assertThat(project.generated("app.UserDerivatives")).isEqualTo(user);
        }
    }

    @Test
    void orderOfFilesDoesNotShow(@TempDir Path folder) {
        Project project = new Project(folder).source("app.Model", Sources.MODEL).source("app.User", USER);
        assertThat(project.build(PATHS, "app.Model", "app.User").messages()).isEmpty();
        String user = project.generated("app.UserDerivatives");
        Project other = new Project(folder.resolve("other"))
                .source("app.Model", Sources.MODEL)
                .source("app.User", USER);
        assertThat(other.build(PATHS, "app.User", "app.Model").messages()).isEmpty();
        assertThat(other.generated("app.UserDerivatives")).isEqualTo(user);
    }
}
