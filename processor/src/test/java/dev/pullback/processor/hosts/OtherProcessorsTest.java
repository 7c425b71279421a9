package dev.pullback.processor.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lombok, which rewrites trees, and MapStruct, which writes classes, in one javac with our processor. */
final class OtherProcessorsTest {
    private static final String MODEL = """
        package app;

        import dev.pullback.annotations.Differentiable;
        import lombok.AllArgsConstructor;
        import lombok.Getter;
        import lombok.val;

        @Getter
        @AllArgsConstructor
        public class Model {
            private final double rate;

            @Differentiable
            public static double energy(double[] x) {
                double sum = 0;
                for (double v : x) {
                    sum += square(v);
                }
                return sum;
            }

            private static double square(double v) {
                return v * v;
            }

            public static double slope() {
                val gradient = ModelDerivatives.energyGradient(new double[] {1, 2});
                val mapped = new MapperImpl().toView(new Model(gradient[1]));
                return mapped.getRate();
            }
        }
        """;

    private static final String VIEW = """
        package app;

        import lombok.AllArgsConstructor;
        import lombok.Data;
        import lombok.NoArgsConstructor;

        @Data
        @NoArgsConstructor
        @AllArgsConstructor
        public class View {
            private double rate;
        }
        """;

    private static final String MAPPER = """
        package app;

        @org.mapstruct.Mapper
        public interface Mapper {
            View toView(Model model);
        }
        """;

    private static final String LOMBOK = "lombok.Getter";
    private static final String MAPSTRUCT = "org.mapstruct.ap.MappingProcessor";

    @Test
    void lombokFirst(@TempDir Path folder) throws Exception {
        allDoTheirWork(folder, LOMBOK, MAPSTRUCT);
    }

    @Test
    void lombokLast(@TempDir Path folder) throws Exception {
        allDoTheirWork(folder, MAPSTRUCT, LOMBOK);
    }

    private static void allDoTheirWork(Path folder, String... processors) throws Exception {
        Project project = new Project(folder)
                .source("app.Model", MODEL)
                .source("app.View", VIEW)
                .source("app.Mapper", MAPPER);
        List<String> options = List.of(
                "-classpath",
                Project.path(LOMBOK, "org.mapstruct.Mapper"),
                "-processorpath",
                Project.processorPath(processors),
                // MapStruct claims none of its annotations.
                "-Xlint:-processing");
        assertThat(project.build(options, "app.Model", "app.View", "app.Mapper").messages())
                .isEmpty();
        try (URLClassLoader classes = project.classes()) {
            assertThat(classes.loadClass("app.Model").getMethod("slope").invoke(null))
                    .isEqualTo(4.0);
        }
    }
}
