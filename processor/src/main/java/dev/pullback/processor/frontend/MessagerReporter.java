package dev.pullback.processor.frontend;

import com.sun.source.util.Trees;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.request.ElementPosition;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/**
 * Prints the collected diagnostics where they belong: on an expression, a declaration, or an annotation's value. Warnings that
 * the declarations around them suppress are left out.
 */
public final class MessagerReporter {

    private final Messager messager;
    private final Optional<Trees> trees;

    /** Prints through {@code messager}; without {@code trees} there are positions of declarations only. */
    public MessagerReporter(Messager messager, Optional<Trees> trees) {
        this.messager = messager;
        this.trees = trees;
    }

    /** Prints all of them, in order. */
    public void print(List<Diagnostic> diagnostics) {
        diagnostics.stream().filter(diagnostic -> !isSuppressed(diagnostic)).forEach(this::print);
    }

    private boolean isSuppressed(Diagnostic diagnostic) {
        return !diagnostic.code().isError() && trees.isPresent() && SuppressedWarnings.contain(diagnostic, trees.get());
    }

    private void print(Diagnostic diagnostic) {
        Kind kind = diagnostic.code().isError() ? Kind.ERROR : Kind.WARNING;
        if (diagnostic.position() instanceof TreePosition position && trees.isPresent()) {
            trees.get().printMessage(kind, diagnostic.message(), position.tree(), position.unit());
        } else if (diagnostic.position() instanceof ElementPosition position) {
            messager.printMessage(
                    kind, diagnostic.message(), position.element(), position.annotation(), position.value());
        } else {
            messager.printMessage(kind, diagnostic.message());
        }
    }
}
