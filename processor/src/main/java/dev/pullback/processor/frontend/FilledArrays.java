package dev.pullback.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a new array of records gets all its elements right behind its creation. Until then they are null, which the arrays that
 * stand for it cannot tell from zeros. What counts is plain from the text: a loop over all indices that stores the element of
 * each, or a few stores from the first element to the last, and no other use before.
 */
final class FilledArrays extends TreeScanner<Void, Void> {

    private final ExpressionTree creation;
    private boolean isFilled;

    private FilledArrays(ExpressionTree creation) {
        this.creation = creation;
    }

    /** Whether the array that {@code creation} makes is filled in the body of {@code method}. */
    static boolean isFilled(NewArrayTree creation, Tree method) {
        if (isNumber(creation.getDimensions().get(0), 0)) {
            return true;
        }
        FilledArrays scanner = new FilledArrays(creation);
        scanner.scan(method, null);
        return scanner.isFilled;
    }

    // ---- the statements behind the creation ----

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Void unused) {
        check(tree.getStatements());
        return super.visitBlock(tree, null);
    }

    @Override
    public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
        if (tree.getStatements() != null) {
            check(tree.getStatements());
        }
        return super.visitCase(tree, null);
    }

    private void check(List<? extends StatementTree> statements) {
        for (int i = 0; i < statements.size(); i++) {
            String name = nameOfCreated(statements.get(i));
            if (name != null) {
                isFilled = new Fill(name, dimension()).isAtStartOf(statements.subList(i + 1, statements.size()));
            }
        }
    }

    private ExpressionTree dimension() {
        return ExpressionLowering.withoutParentheses(
                ((NewArrayTree) creation).getDimensions().get(0));
    }

    /** The variable that a statement gives the new array, if it is that statement. */
    private @Nullable String nameOfCreated(StatementTree statement) {
        if (statement instanceof VariableTree variable && isCreation(variable.getInitializer())) {
            return variable.getName().toString();
        }
        return statement instanceof ExpressionStatementTree expression
                        && expression.getExpression() instanceof AssignmentTree assignment
                        && assignment.getVariable() instanceof IdentifierTree name
                        && isCreation(assignment.getExpression())
                ? name.getName().toString()
                : null;
    }

    private boolean isCreation(@Nullable ExpressionTree tree) {
        return tree != null && ExpressionLowering.withoutParentheses(tree) == creation;
    }

    private static boolean isNumber(ExpressionTree tree, int number) {
        return tree instanceof LiteralTree literal && Integer.valueOf(number).equals(literal.getValue());
    }

    /** The stores that fill an array of a name and length. */
    private record Fill(String name, ExpressionTree length) {

        /** Some stores to the first elements, then a loop over the others, if any are left. */
        boolean isAtStartOf(List<? extends StatementTree> statements) {
            int stored = 0;
            for (StatementTree statement : statements) {
                AssignmentTree store = store(statement);
                if (statement instanceof ForLoopTree loop && isFill(loop, stored) || isFillOfAll(statement, stored)) {
                    return true;
                } else if (store != null && isNumber(index(store), stored) && isSafe(store.getExpression(), stored)) {
                    stored++;
                } else if (!isSafe(statement, stored) || assigns(statement)) {
                    return false;
                }
                if (stored > 0 && isNumber(length, stored)) {
                    return true;
                }
            }
            return false;
        }

        /** {@code Arrays.fill(a, p)}. */
        private boolean isFillOfAll(StatementTree statement, int stored) {
            return statement instanceof ExpressionStatementTree expression
                    && expression.getExpression() instanceof MethodInvocationTree call
                    && call.getMethodSelect().toString().matches("(java\\.util\\.)?Arrays\\.fill")
                    && call.getArguments().size() == 2
                    && call.getArguments().get(0).toString().equals(name)
                    && isSafe(call.getArguments().get(1), stored)
                    && !assigns(statement);
        }

        /** Whether a statement gives the variable another array, or a name in the length another value. */
        private boolean assigns(StatementTree statement) {
            Set<String> assigned = AssignedNames.in(statement);
            return assigned.contains(name) || !Collections.disjoint(assigned, namesIn(length));
        }

        private boolean isSafe(Tree tree, int stored) {
            return Uses.areSafe(tree, name, index -> isStored(index, stored));
        }

        private static boolean isStored(ExpressionTree index, int stored) {
            return index instanceof LiteralTree literal
                    && literal.getValue() instanceof Integer position
                    && position < stored;
        }

        /** {@code for (int i = 0; i < n; i++) { ... a[i] = ...; ... }}. */
        private boolean isFill(ForLoopTree loop, int stored) {
            if (loop.getInitializer().size() != 1
                    || !(loop.getInitializer().get(0) instanceof VariableTree index)
                    || index.getInitializer() == null
                    || !isNumber(index.getInitializer(), stored)
                    || !isBelowLength(loop.getCondition(), index.getName().toString())
                    || !isStep(loop.getUpdate(), index.getName().toString())) {
                return false;
            }
            List<? extends StatementTree> statements = loop.getStatement() instanceof BlockTree block
                    ? block.getStatements()
                    : List.of(loop.getStatement());
            return !AssignedNames.in(loop.getStatement())
                            .contains(index.getName().toString())
                    && !assigns(loop.getStatement())
                    && !Jumps.areIn(loop.getStatement())
                    && isStoredFirst(statements, index.getName().toString(), stored);
        }

        private boolean isBelowLength(@Nullable ExpressionTree tree, String index) {
            return tree != null
                    && ExpressionLowering.withoutParentheses(tree) instanceof BinaryTree condition
                    && condition.getKind() == Tree.Kind.LESS_THAN
                    && condition.getLeftOperand().toString().equals(index)
                    && (condition.getRightOperand().toString().equals(name + ".length")
                            || condition.getRightOperand().toString().equals(length.toString()) && isPlain(length));
        }

        /** Whether an expression has the same value again, as long as nobody assigns its names. */
        private static boolean isPlain(ExpressionTree tree) {
            ExpressionTree bare = ExpressionLowering.withoutParentheses(tree);
            return bare instanceof BinaryTree binary
                    ? isPlain(binary.getLeftOperand()) && isPlain(binary.getRightOperand())
                    : bare instanceof IdentifierTree
                            || bare instanceof LiteralTree
                            || bare.toString().matches("\\w+\\.length");
        }

        private static boolean isStep(List<? extends ExpressionStatementTree> update, String index) {
            return update.size() == 1
                    && update.get(0).getExpression() instanceof UnaryTree step
                    && (step.getKind() == Tree.Kind.POSTFIX_INCREMENT || step.getKind() == Tree.Kind.PREFIX_INCREMENT)
                    && step.getExpression().toString().equals(index);
        }

        /** Whether each iteration stores its element before it uses it; those of earlier iterations may be read. */
        private boolean isStoredFirst(List<? extends StatementTree> statements, String index, int stored) {
            for (StatementTree statement : statements) {
                AssignmentTree store = store(statement);
                Predicate<ExpressionTree> hasElement = i -> isStored(i, stored) || isEarlier(i, index);
                if (store != null && index(store).toString().equals(index)) {
                    return Uses.areSafe(store.getExpression(), name, hasElement);
                } else if (!Uses.areSafe(statement, name, hasElement)) {
                    return false;
                }
            }
            return false;
        }

        /** {@code i - 1}: if that is no element, the look-up throws. */
        private static boolean isEarlier(ExpressionTree tree, String index) {
            return ExpressionLowering.withoutParentheses(tree) instanceof BinaryTree difference
                    && difference.getKind() == Tree.Kind.MINUS
                    && difference.getLeftOperand().toString().equals(index)
                    && difference.getRightOperand() instanceof LiteralTree literal
                    && literal.getValue() instanceof Integer distance
                    && distance > 0;
        }

        /** The store into the array that a statement is. */
        private @Nullable AssignmentTree store(StatementTree statement) {
            return statement instanceof ExpressionStatementTree expression
                            && expression.getExpression() instanceof AssignmentTree assignment
                            && assignment.getVariable() instanceof ArrayAccessTree access
                            && access.getExpression().toString().equals(name)
                    ? assignment
                    : null;
        }

        private static ExpressionTree index(AssignmentTree store) {
            return ((ArrayAccessTree) store.getVariable()).getIndex();
        }

        private static Set<String> namesIn(Tree tree) {
            Set<String> names = new HashSet<>();
            new TreeScanner<Void, Void>() {
                @Override
                public @Nullable Void visitIdentifier(IdentifierTree identifier, @Nullable Void unused) {
                    names.add(identifier.getName().toString());
                    return null;
                }
            }.scan(tree, null);
            return names;
        }
    }

    /** Finds uses of an array other than of its length and of elements that it has. */
    private static final class Uses extends TreeScanner<Void, Void> {
        private final String name;
        private final Predicate<ExpressionTree> hasElement;
        private boolean areSafe = true;

        private Uses(String name, Predicate<ExpressionTree> hasElement) {
            this.name = name;
            this.hasElement = hasElement;
        }

        static boolean areSafe(Tree tree, String name, Predicate<ExpressionTree> hasElement) {
            Uses uses = new Uses(name, hasElement);
            uses.scan(tree, null);
            return uses.areSafe;
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
            areSafe &= !tree.getName().contentEquals(name);
            return null;
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
            return tree.toString().equals(name + ".length") ? null : super.visitMemberSelect(tree, null);
        }

        @Override
        public @Nullable Void visitArrayAccess(ArrayAccessTree tree, @Nullable Void unused) {
            return tree.getExpression().toString().equals(name) && hasElement.test(tree.getIndex())
                    ? null
                    : super.visitArrayAccess(tree, null);
        }

        @Override
        public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
            boolean isStore = tree.getVariable() instanceof ArrayAccessTree access
                    && access.getExpression().toString().equals(name);
            areSafe &= !isStore;
            return super.visitAssignment(tree, null);
        }
    }

    /** Finds what leaves an iteration early, or the loop: what leaves the method does no harm. */
    private static final class Jumps extends TreeScanner<Void, Void> {
        private boolean found;
        private int loops;
        private int switches;

        static boolean areIn(Tree iteration) {
            Jumps jumps = new Jumps();
            jumps.scan(iteration, null);
            return jumps.found;
        }

        @Override
        public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
            found |= tree.getLabel() != null || loops + switches == 0;
            return null;
        }

        @Override
        public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void unused) {
            found |= tree.getLabel() != null || loops == 0;
            return null;
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void unused) {
            switches++;
            super.visitSwitch(tree, null);
            switches--;
            return null;
        }

        @Override
        public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
            return inLoop(() -> super.visitForLoop(tree, null));
        }

        @Override
        public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
            return inLoop(() -> super.visitEnhancedForLoop(tree, null));
        }

        @Override
        public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
            return inLoop(() -> super.visitWhileLoop(tree, null));
        }

        @Override
        public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
            return inLoop(() -> super.visitDoWhileLoop(tree, null));
        }

        private @Nullable Void inLoop(Runnable scan) {
            loops++;
            scan.run();
            loops--;
            return null;
        }
    }
}
