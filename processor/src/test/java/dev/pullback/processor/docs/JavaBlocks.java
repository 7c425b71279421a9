package dev.pullback.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.processor.testkit.TestResources;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;

/**
 * The Java of one page: its classes, compiled together, and the blocks that show what becomes of them.
 *
 * <p>The notes above blocks: {@code generated <method> of <class>}, {@code stage <stage> of <class>.<method>}, {@code explain
 * <method>}, {@code output of <class>}, {@code errors without the processor in <class>}, {@code source <file>} for lines of a file that the build compiles.
 * Other Java blocks are classes.
 */
final class JavaBlocks {
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public |final )*(?:class|record|interface) (\\w+)");
    private static final Pattern GENERATED = Pattern.compile("generated (\\w+) of (\\w+)");
    private static final Pattern STAGE = Pattern.compile("stage (.+) of (\\w+)\\.(\\w+)");
    private static final Pattern EXPLAIN = Pattern.compile("explain (\\w+)");
    private static final Pattern OUTPUT = Pattern.compile("output of (\\w+)");
    private static final Pattern SOURCE = Pattern.compile("source (\\S+)");
    private static final Pattern ERRORS = Pattern.compile("errors without the processor in (\\w+)");

    private final Markdown page;
    private final List<SourceFile> classes;
    /** Null on a page that shows files of the build only. */
    private final CompilationResult compiled;

    /** Compiles the classes of a page. */
    JavaBlocks(Markdown page) {
        this.page = page;
        this.classes = page.blocks().stream()
                .filter(block -> block.language().equals("java")
                        && !block.note().startsWith("generated")
                        && !block.note().startsWith("source"))
                .map(block -> SourceFile.of(typeName(block), block.text()))
                .toList();
        this.compiled = classes.isEmpty() ? null : compile();
    }

    private static String typeName(Markdown.Block block) {
        Matcher matcher = TYPE.matcher(block.text());
        assertThat(matcher.find()).as("line %d: a complete class", block.line()).isTrue();
        return matcher.group(1);
    }

    private CompilationResult compile(String... options) {
        return ProcessorCompiler.withProcessor()
                .withOptions("-Xlint:all", "-Werror")
                .withOptions(options)
                .compile(classes);
    }

    /** Checks the classes and what the page shows of them; or shows it anew. */
    void check() {
        if (compiled != null) {
            assertThat(compiled.succeeded()).as(compiled.describe()).isTrue();
        }
        List<Markdown.Block> blocks = new ArrayList<>(page.blocks());
        Collections.reverse(blocks);
        for (Markdown.Block block : blocks) {
            String actual = actual(block);
            if (Boolean.getBoolean("docs.update")) {
                page.replace(block, actual);
            } else {
                assertThat(actual)
                        .as("line %d, rewritten by -Ddocs.update=true", block.line())
                        .isEqualTo(block.text());
            }
        }
    }

    private String actual(Markdown.Block block) {
        Matcher generated = GENERATED.matcher(block.note());
        Matcher stage = STAGE.matcher(block.note());
        Matcher explain = EXPLAIN.matcher(block.note());
        Matcher output = OUTPUT.matcher(block.note());
        Matcher source = SOURCE.matcher(block.note());
        Matcher errors = ERRORS.matcher(block.note());
        if (generated.matches()) {
            return method(compiled.generatedSources().get(generated.group(2)), generated.group(1));
        } else if (stage.matches()) {
            return stage(stage.group(1), stage.group(3));
        } else if (explain.matches()) {
            return explain(explain.group(1));
        } else if (output.matches()) {
            return output(output.group(1));
        } else if (source.matches()) {
            return source(block, source.group(1));
        } else if (errors.matches()) {
            return errors(errors.group(1));
        }
        return block.text();
    }

    /** The last overload of a method, the one that takes a workspace, without its comment. */
    private static String method(String source, String name) {
        List<String> lines = source.lines().toList();
        int start = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("    (?:public |private )?static .*\\b" + name + "\\(.*")) {
                start = i;
            }
        }
        int end = start;
        while (!lines.get(end).equals("    }")) {
            end++;
        }
        return lines.subList(start, end + 1).stream()
                .map(line -> line.replaceFirst("^ {4}", "") + "\n")
                .collect(Collectors.joining());
    }

    private String stage(String stage, String method) {
        String head = method + " after " + stage + ":\n";
        return compile("-Apullback.dump=" + method).diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.NOTE)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .filter(message -> message.startsWith(head))
                .findFirst()
                // javac indents the lines behind the first and drops the last line feed.
                .map(message -> message.substring(head.length())
                                .replaceAll("(?m)^ {2}", "")
                                .strip() + "\n")
                .orElseThrow(() -> new AssertionError("no stage " + stage));
    }

    private String explain(String method) {
        return compile("-Apullback.explain=" + method).diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.NOTE)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .filter(message -> message.startsWith(method + " is differentiated"))
                .findFirst()
                .map(message -> message.replaceAll("(?m)^ {2}", "").strip() + "\n")
                .orElseThrow(() -> new AssertionError("no explanation of " + method));
    }

    private String output(String program) {
        PrintStream out = System.out;
        Locale locale = Locale.getDefault();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        Locale.setDefault(Locale.ROOT);
        try {
            compiled.load(program).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        } finally {
            System.setOut(out);
            Locale.setDefault(locale);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    /** The block, if the file has these lines, at whatever depth. */
    private String source(Markdown.Block block, String file) {
        String text = TestResources.read(Markdown.page(file).file()).replaceAll("(?m)^ +", "");
        assertThat(text)
                .as("line %d: lines of %s", block.line(), file)
                .contains(block.text().replaceAll("(?m)^ +", ""));
        return block.text();
    }

    /** The first error of a class, as javac prints it. */
    private String errors(String name) {
        return ProcessorCompiler.plain().compile(classes).errors().stream()
                .filter(error ->
                        error.getSource() != null && error.getSource().getName().endsWith("/" + name + ".java"))
                .findFirst()
                .map(error ->
                        name + ".java:" + error.getLineNumber() + ": error: " + error.getMessage(Locale.ROOT) + "\n")
                .orElseThrow();
    }
}
