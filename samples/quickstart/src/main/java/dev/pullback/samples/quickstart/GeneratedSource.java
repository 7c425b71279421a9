package dev.pullback.samples.quickstart;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Finds the source that the processor wrote, for people who want to read it. */
final class GeneratedSource {

    private static final Path IN_BUILD_FOLDER =
            Path.of("generated-sources", "annotations", "dev", "pullback", "samples", "quickstart");
    private static final String FILE = "LogisticLossDerivatives.java";

    private GeneratedSource() {}

    /** The path of the generated source; if it is not beside the running classes, a hint where a build puts it. */
    static String describe() {
        Path source = buildFolder().resolve(IN_BUILD_FOLDER).resolve(FILE);
        return Files.exists(source) ? source.toString() : source + " (after a build from source)";
    }

    /** The folder that holds the running classes or jar, which is the build folder unless they were moved. */
    private static Path buildFolder() {
        Path fallback = Path.of("target");
        CodeSource code = LogisticLoss.class.getProtectionDomain().getCodeSource();
        if (code == null) {
            return fallback;
        }
        try {
            Path parent = Path.of(code.getLocation().toURI()).getParent();
            return parent == null ? fallback : parent;
        } catch (URISyntaxException e) {
            return fallback;
        }
    }
}
