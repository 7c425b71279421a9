package dev.pullback.processor.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;

/** The processor with a defect in one of its classes, to find out whether a test would see it. */
public final class DefectiveProcessor implements Supplier<Processor> {
    private static final String PACKAGE = "dev.pullback.processor.";
    private static final Path SOURCES = Path.of("src", "main", "java");

    private final ClassLoader loader;

    /**
     * With another text in a source file of the processor.
     *
     * @param className below the processor's package
     * @param text what the file has once
     * @param defect what stands in its place
     */
    public DefectiveProcessor(String className, String text, String defect) {
        String name = PACKAGE + className;
        String source = TestResources.read(SOURCES.resolve(name.replace('.', '/') + ".java"));
        if (source.split(Pattern.quote(text), -1).length != 2) {
            throw new IllegalArgumentException(name + " has not exactly once: " + text);
        }
        CompilationResult compiled = ProcessorCompiler.plain()
                .withOptions("-classpath", System.getProperty("java.class.path"))
                .compile(new SourceFile(name, source.replace(text, defect)));
        if (!compiled.succeeded()) {
            throw new IllegalArgumentException(compiled.describe());
        }
        this.loader = new OwnClasses(compiled.classFiles());
    }

    @Override
    public Processor get() {
        try {
            return (Processor) Class.forName(PACKAGE + "DifferentiableProcessor", true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Defines all classes of the processor once more, so that they find the changed ones. */
    private static final class OwnClasses extends ClassLoader {
        private final Map<String, byte[]> changed;

        OwnClasses(Map<String, byte[]> changed) {
            super(OwnClasses.class.getClassLoader());
            this.changed = changed;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith(PACKAGE)) {
                    return super.loadClass(name, resolve);
                }
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = changed.containsKey(name) ? changed.get(name) : original(name);
            return defineClass(name, bytes, 0, bytes.length);
        }

        private byte[] original(String name) throws ClassNotFoundException {
            try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                return file.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
