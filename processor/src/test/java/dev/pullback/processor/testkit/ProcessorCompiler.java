package dev.pullback.processor.testkit;

import dev.pullback.annotations.Differentiable;
import dev.pullback.runtime.Workspace;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles sources in memory, with or without the processor. The class path holds the annotations and the runtime only, as
 * for a user. Immutable; one compilation at a time per instance.
 */
public final class ProcessorCompiler {
    private static final String PROCESSOR = "dev.pullback.processor.DifferentiableProcessor";
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final String CLASS_PATH =
            location(Differentiable.class) + File.pathSeparator + location(Workspace.class);

    private static final StandardJavaFileManager SHARED_FILES = newFiles();

    private final StandardJavaFileManager files;
    private final Supplier<List<Processor>> processors;
    private final List<String> options;

    private ProcessorCompiler(
            StandardJavaFileManager files, Supplier<List<Processor>> processors, List<String> options) {
        this.files = files;
        this.processors = processors;
        this.options = options;
    }

    /** Compiles as a user does. */
    public static ProcessorCompiler withProcessor() {
        return with(ProcessorCompiler::newProcessor);
    }

    /** Compiles as a user does, with another processor in the place of ours. */
    public static ProcessorCompiler with(Supplier<Processor> processor) {
        return new ProcessorCompiler(newFiles(), () -> List.of(processor.get()), List.of());
    }

    /** Compiles without annotation processing. */
    public static ProcessorCompiler plain() {
        return new ProcessorCompiler(newFiles(), List::of, List.of("-proc:none"));
    }

    private static StandardJavaFileManager newFiles() {
        return JAVAC.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    }

    /** The usual class path with the library of a class, for the option {@code -classpath}. */
    public static String classPathWith(Class<?> library) {
        return CLASS_PATH + File.pathSeparator + location(library);
    }

    /** Whether the processor is part of this build. */
    public static boolean processorExists() {
        try {
            Class.forName(PROCESSOR, false, ProcessorCompiler.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** The same compiler with further options, such as {@code -Apullback.tbr=false}. */
    public ProcessorCompiler withOptions(String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(Arrays.asList(more));
        return new ProcessorCompiler(files, processors, all);
    }

    /** Compiles these units together. */
    public CompilationResult compile(SourceFile... sources) {
        return compile(Arrays.asList(sources));
    }

    /** Compiles these units together. */
    public CompilationResult compile(Collection<SourceFile> sources) {
        return run(sources, processors.get());
    }

    /** Lets another processor look at these units; what they compile to is not made. */
    public static CompilationResult process(Collection<SourceFile> sources, Processor processor) {
        return new ProcessorCompiler(SHARED_FILES, () -> List.of(processor), List.of("-proc:only")).compile(sources);
    }

    private CompilationResult run(Collection<SourceFile> sources, List<Processor> own) {
        List<String> all = new ArrayList<>(List.of("-classpath", CLASS_PATH, "-Xmaxerrs", "1000"));
        all.addAll(options);
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        MemoryFileManager memory = new MemoryFileManager(files);
        List<JavaFileObject> units =
                sources.stream().map(SourceFile::toFileObject).toList();
        JavaCompiler.CompilationTask task = JAVAC.getTask(null, memory, diagnostics, all, null, units);
        if (!own.isEmpty()) {
            task.setProcessors(own);
        }
        String crash = "";
        boolean succeeded = false;
        try {
            succeeded = task.call();
        } catch (RuntimeException | StackOverflowError e) {
            crash = stackTrace(e);
        }
        return new CompilationResult(
                succeeded, crash, diagnostics.getDiagnostics(), memory.sources(), memory.classes());
    }

    private static String stackTrace(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private static Processor newProcessor() {
        try {
            return (Processor) Class.forName(PROCESSOR).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
