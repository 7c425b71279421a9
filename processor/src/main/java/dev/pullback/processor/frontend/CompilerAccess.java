package dev.pullback.processor.frontend;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What javac offers to a processor that reads bodies.
 *
 * <p>Build tools hand processors a wrapped environment that {@link Trees#instance} refuses: Gradle a class with a field {@code
 * delegate}, kapt one with {@code processingEnv}, IntelliJ a dynamic proxy whose handler captured the original. All of them
 * hold javac's environment in some field, so every field that contains an environment is followed.
 *
 * @param trees access to bodies
 * @param elements declarations
 * @param types relations between types
 * @param source the version of the language
 */
public record CompilerAccess(Trees trees, Elements elements, Types types, SourceVersion source) {

    private static final int MAX_WRAPPERS = 5;

    /** The number of the Java that the sources are written in. */
    int release() {
        return Integer.parseInt(source.name().substring("RELEASE_".length()));
    }

    /** The access that an environment gives, or nothing when the compiler is not javac. */
    public static Optional<CompilerAccess> of(ProcessingEnvironment environment) {
        return unwrap(environment, MAX_WRAPPERS);
    }

    private static Optional<CompilerAccess> unwrap(ProcessingEnvironment environment, int depth) {
        try {
            return Optional.of(new CompilerAccess(
                    Trees.instance(environment),
                    environment.getElementUtils(),
                    environment.getTypeUtils(),
                    environment.getSourceVersion()));
        } catch (IllegalArgumentException | LinkageError notJavac) {
            if (depth == 0) {
                return Optional.empty();
            }
        }
        return wrapped(environment).stream()
                .flatMap(inner -> unwrap(inner, depth - 1).stream())
                .findFirst();
    }

    private static List<ProcessingEnvironment> wrapped(ProcessingEnvironment environment) {
        List<ProcessingEnvironment> found = new ArrayList<>();
        unwrapByIntelliJ(environment).ifPresent(found::add);
        Object holder =
                Proxy.isProxyClass(environment.getClass()) ? Proxy.getInvocationHandler(environment) : environment;
        for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                read(field, holder).filter(inner -> inner != environment).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<ProcessingEnvironment> unwrapByIntelliJ(ProcessingEnvironment environment) {
        try {
            Class<?> wrappers =
                    environment.getClass().getClassLoader().loadClass("org.jetbrains.jps.javac.APIWrappers");
            Object inner = wrappers.getDeclaredMethod("unwrap", Class.class, Object.class)
                    .invoke(null, ProcessingEnvironment.class, environment);
            return inner == environment
                    ? Optional.empty()
                    : Optional.ofNullable(inner).map(ProcessingEnvironment.class::cast);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError notIntelliJ) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessingEnvironment> read(Field field, Object holder) {
        try {
            field.setAccessible(true);
            return field.get(holder) instanceof ProcessingEnvironment inner ? Optional.of(inner) : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return Optional.empty();
        }
    }
}
