package dev.pullback.processor.frontend;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.util.Locale;
import javax.tools.Diagnostic;

/** The text form of a lowered method, in normal form, as the dump option shows it. */
public final class LoweredText {
    private static final String NAME = "f";

    private LoweredText() {}

    /** The body of method {@code f} among these members of a class {@code Primal}, without line numbers. */
    public static String of(String members) {
        return ofClass("class Primal {\n" + members + "\n}");
    }

    /** The body of method {@code f} of a compilation unit in the unnamed package. */
    public static String ofClass(String source, SourceFile... others) {
        String text = "import dev.pullback.annotations.*;\n" + source;
        SourceFile[] all = new SourceFile[others.length + 1];
        all[0] = new SourceFile("Primal", text);
        System.arraycopy(others, 0, all, 1, others.length);
        CompilationResult result = ProcessorCompiler.withProcessor()
                .withOptions("-Apullback.dump=" + NAME)
                .compile(all);
        for (Diagnostic<?> diagnostic : result.diagnostics()) {
            String message = diagnostic.getMessage(Locale.ROOT);
            if (message.startsWith(NAME + " after lowered:\n")) {
                return body(message);
            }
        }
        throw new AssertionError("not lowered:\n" + result.describe());
    }

    private static String body(String message) {
        String function = message.substring(message.indexOf('\n') + 1).strip();
        String inner = function.substring(function.indexOf('\n') + 1, function.lastIndexOf('}'));
        return inner.replaceAll(" +// \\d+", "").stripTrailing().stripIndent();
    }
}
