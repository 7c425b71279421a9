package dev.pullback.processor.frontend;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a piece of source assigns to, whatever they mean: simple ones, and those of its own fields. */
final class AssignedNames extends TreeScanner<Void, Void> {

    private final Set<String> names = new HashSet<>();

    private AssignedNames() {}

    static Set<String> in(Tree tree) {
        AssignedNames scanner = new AssignedNames();
        scanner.scan(tree, null);
        return scanner.names;
    }

    private void add(ExpressionTree target) {
        ExpressionTree bare = ExpressionLowering.withoutParentheses(target);
        if (bare instanceof IdentifierTree identifier) {
            names.add(identifier.getName().toString());
        } else if (isOwnField(bare)) {
            names.add(bare.toString());
        }
    }

    /** Whether an expression is {@code this.name}. */
    static boolean isOwnField(ExpressionTree tree) {
        return tree instanceof MemberSelectTree select
                && select.getExpression() instanceof IdentifierTree qualifier
                && qualifier.getName().contentEquals("this");
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        add(tree.getVariable());
        return super.visitAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
        add(tree.getVariable());
        return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
        if (AssignmentLowering.isStep(tree)) {
            add(tree.getExpression());
        }
        return super.visitUnary(tree, null);
    }
}
