package dev.pullback.processor.rounds;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.pullback.processor.DifferentiableProcessor;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A differentiable method of a jar is differentiated through the class that was generated for it, without its source. */
class OtherJarTest {

    private static final JavaFileObject LIBRARY = JavaFileObjects.forSourceLines(
            "lib.Library",
            "package lib;",
            "public final class Library {",
            "    @dev.pullback.annotations.Differentiable",
            "    public static double weighted(double[] v, double p) {",
            "        double s = 0;",
            "        for (double e : v) {",
            "            s += e * e * p;",
            "        }",
            "        return s;",
            "    }",
            "}");

    private static final JavaFileObject USER = JavaFileObjects.forSourceLines(
            "q.User",
            "package q;",
            "public class User {",
            "    @dev.pullback.annotations.Differentiable",
            "    public static double f(double[] x, double c) {",
            "        return lib.Library.weighted(x, 2 * c) * c;",
            "    }",
            "}");

    private static final JavaFileObject RULES = JavaFileObjects.forSourceLines(
            "lib.Rules",
            "package lib;",
            "public final class Rules {",
            "    public static double opaque(double x) {",
            "        return Double.longBitsToDouble(Double.doubleToLongBits(x * x));",
            "    }",
            "    @dev.pullback.annotations.DerivativeOf(method = \"opaque\")",
            "    public static double opaquePullback(double x, double resultBar) {",
            "        return 2 * x * resultBar;",
            "    }",
            "}");

    private static final JavaFileObject RULES_USER = JavaFileObjects.forSourceLines(
            "q.RulesUser",
            "package q;",
            "public class RulesUser {",
            "    @dev.pullback.annotations.Differentiable(rules = lib.Rules.class)",
            "    public static double f(double x) {",
            "        return lib.Rules.opaque(x) * x;",
            "    }",
            "}");

    @Test
    void pullbackOfTheJarIsCalled(@TempDir Path folder) throws Exception {
        try (URLClassLoader loader = compile(LIBRARY, USER, folder)) {
            Class<?> derivatives = loader.loadClass("q.UserDerivatives");
            double[] xBar = new double[2];
            double[] cBar = new double[1];
            Object value = derivatives
                    .getMethod("fValueAndGradient", double[].class, double.class, double[].class, double[].class)
                    .invoke(null, new double[] {3, 4}, 0.5, xBar, cBar);
            // f = 2 c^2 |x|^2
            assertThat((Double) value).isEqualTo(12.5);
            assertThat(xBar).containsExactly(new double[] {3, 4}, within(1e-15));
            assertThat(cBar).containsExactly(new double[] {50}, within(1e-13));
        }
    }

    @Test
    void ruleOfTheJarIsCalled(@TempDir Path folder) throws Exception {
        try (URLClassLoader loader = compile(RULES, RULES_USER, folder)) {
            Object gradient = loader.loadClass("q.RulesUserDerivatives")
                    .getMethod("fGradient", double.class)
                    .invoke(null, 2.0);
            assertThat((Double) gradient).isEqualTo(12.0);
        }
    }

    @Test
    void anInstanceMethodOfTheJarThatOverwritesIsRefused(@TempDir Path folder) throws Exception {
        JavaFileObject library = JavaFileObjects.forSourceLines(
                "lib.Filter",
                "package lib;",
                "public final class Filter {",
                "    @dev.pullback.annotations.Differentiable",
                "    public double halved(double[] x) {",
                "        x[0] /= 2;",
                "        return x[0] * x[0];",
                "    }",
                "}");
        JavaFileObject user = JavaFileObjects.forSourceLines(
                "q.FilterUser",
                "package q;",
                "public class FilterUser {",
                "    @dev.pullback.annotations.Differentiable",
                "    public static double f(lib.Filter filter, double[] x) {",
                "        return filter.halved(x) * x[0];",
                "    }",
                "}");
        Compilation together =
                javac().withProcessors(new DifferentiableProcessor()).compile(library, user);
        assertThat(together.errors().toString()).contains("[AD242]");
        Compilation alone = compileUser(
                jar(javac().withProcessors(new DifferentiableProcessor()).compile(library), folder, "lib.jar"), user);
        assertThat(alone.errors().toString()).contains("[AD242]");
    }

    /** Compiles a library into a jar and, with that alone, its user. */
    private static URLClassLoader compile(JavaFileObject librarySource, JavaFileObject userSource, Path folder)
            throws IOException {
        Compilation libraryClasses =
                javac().withProcessors(new DifferentiableProcessor()).compile(librarySource);
        Path library = jar(libraryClasses, folder, "lib.jar");
        Compilation compilation = compileUser(library, userSource);
        assertThat(compilation.errors()).isEmpty();
        Path user = jar(compilation, folder, "user.jar");
        URL[] jars = {library.toUri().toURL(), user.toUri().toURL()};
        return new URLClassLoader(jars, OtherJarTest.class.getClassLoader());
    }

    private static Compilation compileUser(Path library, JavaFileObject user) {
        List<File> classPath = new ArrayList<>(List.of(library.toFile()));
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .forEach(classPath::add);
        return javac().withClasspath(classPath)
                .withProcessors(new DifferentiableProcessor())
                .compile(user);
    }

    private static Path jar(Compilation compilation, Path folder, String name) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (JavaFileObject object : compilation.generatedFiles()) {
                String entry = object.toUri().getPath();
                if (entry.startsWith("/CLASS_OUTPUT/")) {
                    out.putNextEntry(new JarEntry(entry.substring("/CLASS_OUTPUT/".length())));
                    try (var in = object.openInputStream()) {
                        in.transferTo(out);
                    }
                }
            }
        }
        return jar;
    }
}
