package dev.pullback.processor.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Test resources as files of the source tree, so that they can be listed and updated. */
public final class TestResources {
    private static final Path ROOT = Path.of("src", "test", "resources");

    private TestResources() {}

    /** A folder of resources; tests run in the module's directory. */
    public static Path folder(String name) {
        return ROOT.resolve(name);
    }

    /** All files below a folder whose name ends so, in the order of their paths. */
    public static List<Path> find(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file and the folders above it. */
    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
