package dev.pullback.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Every diagnostic is made with as many arguments as its message has places: one too few is an exception of ours. */
final class MessageArgumentsTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    private static final Pattern MAKERS = Pattern.compile("(.*\\.)?(reject|Diagnostic\\.of|RefusedMethod|RefusedRows)");

    /** What follows the code before the arguments of the message: the position. */
    private static final int POSITION = 1;

    private int calls;

    @Test
    void everyMessageGetsItsArguments() throws IOException {
        List<String> wrong = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            for (CompilationUnitTree unit : task.parse()) {
                new Calls(unit, wrong).scan(unit, null);
            }
        }
        assertThat(calls).isGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Calls extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final List<String> wrong;

        Calls(CompilationUnitTree unit, List<String> wrong) {
            this.unit = unit;
            this.wrong = wrong;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            check(call.getMethodSelect(), call.getArguments());
            return super.visitMethodInvocation(call, unused);
        }

        @Override
        public Void visitNewClass(NewClassTree created, Void unused) {
            check(created.getIdentifier(), created.getArguments());
            return super.visitNewClass(created, unused);
        }

        private void check(ExpressionTree called, List<? extends ExpressionTree> arguments) {
            String first = arguments.isEmpty() ? "" : arguments.get(0).toString();
            if (!MAKERS.matcher(called.toString()).matches() || !first.matches("DiagnosticCode\\.AD\\d+")) {
                return;
            }
            calls++;
            int places = places(DiagnosticCode.valueOf(first.substring(first.indexOf('.') + 1)));
            int given = arguments.size() - 1 - POSITION;
            if (given != places) {
                wrong.add(unit.getSourceFile().getName() + ": " + called + arguments + " for " + places);
            }
        }
    }

    private static int places(DiagnosticCode code) {
        Object[] none = new Object[20];
        Arrays.fill(none, "\0");
        return (int) code.message(none).chars().filter(c -> c == 0).count();
    }
}
