package dev.pullback.processor.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** The outcome of one compilation: diagnostics, generated sources, and the classes in a loader of their own. */
public final class CompilationResult {
    private static final int TRACE_LINES = 12;

    private final boolean succeeded;
    private final String crash;
    private final List<Diagnostic<? extends JavaFileObject>> diagnostics;
    private final Map<String, String> generatedSources;
    private final Map<String, byte[]> classes;
    private final ClassLoader loader;

    CompilationResult(
            boolean succeeded,
            String crash,
            List<Diagnostic<? extends JavaFileObject>> diagnostics,
            Map<String, String> generatedSources,
            Map<String, byte[]> classes) {
        this.succeeded = succeeded;
        this.crash = crash;
        this.diagnostics = List.copyOf(diagnostics);
        this.generatedSources = generatedSources;
        this.classes = classes;
        this.loader = new MemoryClassLoader(classes);
    }

    /** Whether there was no error. */
    public boolean succeeded() {
        return succeeded;
    }

    /** The stack trace of an exception that left the compiler; empty if there was none. */
    public String crash() {
        return crash;
    }

    /** Everything javac and the processor reported. */
    public List<Diagnostic<? extends JavaFileObject>> diagnostics() {
        return diagnostics;
    }

    /** The errors only. */
    public List<Diagnostic<? extends JavaFileObject>> errors() {
        return diagnostics.stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    /** The diagnostics as lines {@code ERROR /p/A.java:3: message}, and the start of the crash if there was one. */
    public String describe() {
        return Stream.concat(
                        diagnostics.stream().map(CompilationResult::describe),
                        crash.lines()
                                .filter(line -> !line.contains("jdk.compiler"))
                                .limit(TRACE_LINES))
                .collect(Collectors.joining("\n"));
    }

    private static String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject file = diagnostic.getSource();
        String place = file == null ? "" : file.toUri().getPath() + ":" + diagnostic.getLineNumber() + ": ";
        return diagnostic.getKind() + " " + place + diagnostic.getMessage(Locale.ROOT);
    }

    /** Source text by qualified name, of generated classes. */
    public Map<String, String> generatedSources() {
        return generatedSources;
    }

    /** The generated classes, ordered by name. */
    public List<GeneratedClass> generatedClasses() {
        List<GeneratedClass> result = new ArrayList<>();
        generatedSources.forEach((name, source) -> result.add(new GeneratedClass(name, source, load(name))));
        return result;
    }

    /** Whether the compilation wrote a class of this binary name. */
    public boolean has(String binaryName) {
        return classes.containsKey(binaryName);
    }

    /** The class files by binary name. */
    public Map<String, byte[]> classFiles() {
        return classes;
    }

    /** Loads a class of this compilation. */
    public Class<?> load(String binaryName) {
        try {
            return Class.forName(binaryName, true, loader);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("not compiled: " + binaryName + "\n" + describe(), e);
        }
    }

    /** Defines classes from memory. */
    private static final class MemoryClassLoader extends ClassLoader {
        private final Map<String, byte[]> classes;

        MemoryClassLoader(Map<String, byte[]> classes) {
            super(MemoryClassLoader.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
