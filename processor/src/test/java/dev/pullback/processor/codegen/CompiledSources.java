package dev.pullback.processor.codegen;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources in memory with every warning as an error, and loads the classes. */
final class CompiledSources extends ClassLoader {

    private final Map<String, byte[]> classes;

    private CompiledSources(Map<String, byte[]> classes) {
        super(CompiledSources.class.getClassLoader());
        this.classes = classes;
    }

    /** Compiles sources, keyed by qualified class name, under {@code -Xlint:all -Werror -Xdoclint:all}. */
    static CompiledSources strictly(Map<String, String> sources) {
        return compile(sources, List.of("--release", "17", "-proc:none", "-Xlint:all", "-Werror", "-Xdoclint:all"));
    }

    /** Compiles sources without warnings: for primals, which are not under test. */
    static CompiledSources leniently(Map<String, String> sources) {
        return compile(sources, List.of("--release", "17", "-proc:none", "-Xlint:none"));
    }

    private static CompiledSources compile(Map<String, String> sources, List<String> options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, null, null);
        Map<String, ByteArrayOutputStream> output = new HashMap<>();
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, text) -> files.add(source(name, text)));
        boolean ok = compiler.getTask(null, new Memory(standard, output), diagnostics, options, null, files)
                .call();
        if (!ok || !diagnostics.getDiagnostics().isEmpty()) {
            throw new AssertionError(diagnostics.getDiagnostics() + "\n" + sources);
        }
        Map<String, byte[]> classes = new HashMap<>();
        output.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return new CompiledSources(classes);
    }

    /** The bytes of a compiled class. */
    byte[] bytes(String name) {
        return classes.get(name);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static JavaFileObject source(String name, String text) {
        URI uri = URI.create("string:///" + name.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** Keeps class files in memory. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> output;

        private Memory(JavaFileManager standard, Map<String, ByteArrayOutputStream> output) {
            super(standard);
            this.output = output;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    output.put(name, bytes);
                    return bytes;
                }
            };
        }
    }
}
