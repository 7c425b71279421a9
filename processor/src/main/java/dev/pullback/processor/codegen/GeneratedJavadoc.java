package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.pullback.processor.ir.PrimalMethod;
import java.util.List;
import java.util.Locale;

/** Builds a doc comment: summary, parameters, result, exceptions; complete, because users compile with doclint. */
final class GeneratedJavadoc {

    private final CodeBlock.Builder text = CodeBlock.builder();
    private boolean hasTags;

    /** Begins a comment with a summary and perhaps further paragraphs, a code format of JavaPoet. */
    GeneratedJavadoc(String format, Object... arguments) {
        text.add(format, arguments).add("\n");
    }

    /** The primal as a link; a private one as code, because a link to it cannot be resolved. */
    static CodeBlock link(MethodContext context) {
        PrimalMethod primal = context.primal();
        if (primal.isPrivate()) {
            return CodeBlock.of("{@code $L.$L}", String.join(".", primal.classNames()), primal.name());
        }
        CodeBlock types = primal.arguments().stream()
                .filter(p -> !p.isReceiver())
                .map(p -> CodeBlock.of("$T", JavaTypes.of(p.variable().type())))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("{@link $T#$L($L)}", context.primalClass(), primal.name(), types);
    }

    /** A description as the beginning of a sentence. */
    static String sentence(String description) {
        return description.substring(0, 1).toUpperCase(Locale.ROOT) + description.substring(1);
    }

    GeneratedJavadoc parameters(List<Parameter> parameters) {
        parameters.forEach(p -> tag("@param " + p.name() + " " + p.description()));
        return this;
    }

    GeneratedJavadoc returns(String description) {
        return tag("@return " + description);
    }

    /** Documents the exception of the shape checks. */
    GeneratedJavadoc throwsOnShape(String subject) {
        return tag("@throws IllegalArgumentException if " + subject);
    }

    CodeBlock build() {
        return text.build();
    }

    void addTo(MethodSpec.Builder method) {
        method.addJavadoc(build());
    }

    private GeneratedJavadoc tag(String line) {
        if (!hasTags) {
            text.add("\n");
            hasTags = true;
        }
        text.add("$L\n", line);
        return this;
    }
}
