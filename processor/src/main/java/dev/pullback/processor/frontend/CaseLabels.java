package dev.pullback.processor.frontend;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands in a case besides constants. {@link CaseTree#getExpressions()} leaves out patterns and guards, which newer
 * Javas have; reading only that would lower {@code case int i when i > 5} like a default. Since their classes do not exist in
 * Java 17, the parts are known by the names of their kinds.
 */
final class CaseLabels extends TreeScanner<Void, Void> {

    private static final Set<String> KNOWN = Set.of("CONSTANT_CASE_LABEL", "DEFAULT_CASE_LABEL");

    private final CaseTree tree;
    private final BodyBuilder body;

    private CaseLabels(CaseTree tree, BodyBuilder body) {
        this.tree = tree;
        this.body = body;
    }

    /** Rejects labels that are no constants. */
    static void rejectPatterns(CaseTree tree, BodyBuilder body) {
        new CaseLabels(tree, body).visitCase(tree, null);
    }

    /** Called for the direct parts of the case only. */
    @Override
    public @Nullable Void scan(@Nullable Tree part, @Nullable Void unused) {
        boolean isNull = part != null
                && tree.getExpressions().stream().anyMatch(label -> label.getKind() == Tree.Kind.NULL_LITERAL);
        if (part != null && (isNull || !isExpected(part))) {
            throw body.reject(DiagnosticCode.AD250, part, part);
        }
        return null;
    }

    private boolean isExpected(Tree part) {
        boolean isStatement =
                tree.getStatements() != null && tree.getStatements().contains(part);
        return isStatement
                || part.equals(tree.getBody())
                || tree.getExpressions().contains(part)
                || KNOWN.contains(part.getKind().name());
    }
}
