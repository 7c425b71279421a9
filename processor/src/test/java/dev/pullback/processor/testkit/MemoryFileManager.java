package dev.pullback.processor.testkit;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Keeps what a compilation writes in memory: class files by binary name, generated sources by qualified name. */
final class MemoryFileManager extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, Output> classes = new TreeMap<>();
    private final Map<String, Output> sources = new TreeMap<>();

    MemoryFileManager(StandardJavaFileManager delegate) {
        super(delegate);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        Output output = new Output(className, kind);
        (kind == JavaFileObject.Kind.SOURCE ? sources : classes).put(className, output);
        return output;
    }

    Map<String, byte[]> classes() {
        Map<String, byte[]> result = new TreeMap<>();
        classes.forEach((name, output) -> result.put(name, output.bytes.toByteArray()));
        return result;
    }

    Map<String, String> sources() {
        Map<String, String> result = new TreeMap<>();
        sources.forEach((name, output) -> result.put(name, output.bytes.toString(StandardCharsets.UTF_8)));
        return result;
    }

    /** A file being written, readable once it is. */
    private static final class Output extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(String className, Kind kind) {
            super(URI.create("mem:///output/" + className.replace('.', '/') + kind.extension), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            bytes.reset();
            return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
