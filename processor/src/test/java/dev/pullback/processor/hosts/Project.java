package dev.pullback.processor.hosts;

import com.palantir.javapoet.JavaFile;
import dev.pullback.annotations.Differentiable;
import dev.pullback.processor.DifferentiableProcessor;
import dev.pullback.runtime.Workspace;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A user's project on disk, compiled from files to files with the processor on the processor path, as a build tool does. */
final class Project {
    private final Path folder;

    /**
     * What a compilation said.
     *
     * @param succeeded whether there was no error
     * @param messages everything reported, each beginning with its kind
     */
    record Build(boolean succeeded, List<String> messages) {}

    Project(Path folder) {
        this.folder = folder;
    }

    /** Writes the source of a class, or of {@code module-info}. */
    Project source(String qualifiedName, String text) {
        try {
            Path file = file(qualifiedName);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String qualifiedName) {
        return folder.resolve("src").resolve(qualifiedName.replace('.', '/') + ".java");
    }

    /** Where classes and generated sources go. */
    Path output() {
        return folder.resolve("out");
    }

    /** The text of a generated class. */
    String generated(String qualifiedName) {
        try {
            return Files.readString(output().resolve(qualifiedName.replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The compiled classes. */
    URLClassLoader classes() {
        try {
            return new URLClassLoader(
                    new URL[] {output().toUri().toURL()}, getClass().getClassLoader());
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles these classes by javac, with every warning as an error. */
    Build build(List<String> options, String... qualifiedNames) {
        List<String> all = new ArrayList<>(List.of("-Xlint:all", "-Werror"));
        all.addAll(options);
        return build(ToolProvider.getSystemJavaCompiler(), all, qualifiedNames);
    }

    /** Compiles these classes. */
    Build build(JavaCompiler compiler, List<String> options, String... qualifiedNames) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            Files.createDirectories(output());
            List<String> all = new ArrayList<>(options);
            all.addAll(List.of("-d", output().toString(), "-s", output().toString()));
            var units = files.getJavaFileObjectsFromPaths(
                    Arrays.stream(qualifiedNames).map(this::file).toList());
            boolean succeeded = compiler.getTask(new StringWriter(), files, diagnostics, all, null, units)
                    .call();
            return new Build(
                    succeeded,
                    diagnostics.getDiagnostics().stream().map(Project::message).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String message(Diagnostic<? extends JavaFileObject> diagnostic) {
        return diagnostic.getKind() + " " + diagnostic.getMessage(Locale.ROOT);
    }

    /** What users have on their class path or module path: annotations and runtime, and more if they want. */
    static String path(String... more) {
        return path(Stream.of(Differentiable.class, Workspace.class), more);
    }

    /** What users have on their processor path: the processor with what it needs, and other processors. */
    static String processorPath(String... more) {
        return path(Stream.of(DifferentiableProcessor.class, Differentiable.class, JavaFile.class), more);
    }

    private static String path(Stream<Class<?>> ours, String... more) {
        return Stream.concat(ours, Arrays.stream(more).map(Project::load))
                .map(Project::location)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A class of another tool, which the tests do not need to compile. */
    static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Project.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The folder or jar of a class. */
    static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
