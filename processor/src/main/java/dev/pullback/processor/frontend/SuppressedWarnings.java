package dev.pullback.processor.frontend;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.request.ElementPosition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Warnings that users do not want to see: javac applies {@code @SuppressWarnings} to its own only. Annotations are read from the
 * trees, so that those of local variables count, with literals as values.
 */
final class SuppressedWarnings {

    private static final Set<String> ANNOTATION = Set.of("SuppressWarnings", "java.lang.SuppressWarnings");

    private SuppressedWarnings() {}

    /** Whether a variable, method or class around the diagnostic's position suppresses it, by id or with all of ours. */
    static boolean contain(Diagnostic diagnostic, Trees trees) {
        Set<String> names = Set.of("all", "pullback", diagnostic.code().name());
        for (TreePath path = path(diagnostic.position(), trees); path != null; path = path.getParentPath()) {
            ModifiersTree modifiers = modifiers(path.getLeaf());
            if (modifiers != null && values(modifiers).anyMatch(names::contains)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable TreePath path(Object position, Trees trees) {
        if (position instanceof TreePosition tree) {
            return trees.getPath(tree.unit(), tree.tree());
        }
        return position instanceof ElementPosition element ? trees.getPath(element.element()) : null;
    }

    private static @Nullable ModifiersTree modifiers(Tree declaration) {
        if (declaration instanceof VariableTree variable) {
            return variable.getModifiers();
        } else if (declaration instanceof MethodTree method) {
            return method.getModifiers();
        }
        return declaration instanceof ClassTree type ? type.getModifiers() : null;
    }

    private static Stream<String> values(ModifiersTree modifiers) {
        return modifiers.getAnnotations().stream()
                .filter(annotation ->
                        ANNOTATION.contains(annotation.getAnnotationType().toString()))
                .map(AnnotationTree::getArguments)
                .flatMap(List::stream)
                .flatMap(SuppressedWarnings::values);
    }

    private static Stream<String> values(ExpressionTree argument) {
        if (argument instanceof AssignmentTree named) {
            return values(named.getExpression());
        } else if (argument instanceof NewArrayTree array && array.getInitializers() != null) {
            return array.getInitializers().stream().flatMap(SuppressedWarnings::values);
        }
        return argument instanceof LiteralTree literal && literal.getValue() instanceof String value
                ? Stream.of(value)
                : Stream.empty();
    }
}
