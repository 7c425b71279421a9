package dev.pullback.processor.frontend;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The accessors that a piece of source calls on variables of a name: only these parts of a gradient are worth having. */
final class AskedParts extends TreeScanner<Void, Void> {

    private final String variable;
    private final Set<String> parts = new HashSet<>();

    private AskedParts(String variable) {
        this.variable = variable;
    }

    static Set<String> of(String variable, Tree source) {
        AskedParts scanner = new AskedParts(variable);
        scanner.scan(source, null);
        return scanner.parts;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        if (ExpressionLowering.withoutParentheses(tree.getExpression()) instanceof IdentifierTree identifier
                && identifier.getName().contentEquals(variable)) {
            parts.add(tree.getIdentifier().toString());
        }
        return super.visitMemberSelect(tree, null);
    }
}
