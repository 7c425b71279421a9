package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;

/**
 * A lambda expression or method reference: not a value, but code that is lowered wherever it is called.
 *
 * @param tree the expression
 * @param scope what its names mean
 */
record FunctionValue(ExpressionTree tree, Scope scope) {

    /** Whether an expression is a function. */
    static boolean isFunction(ExpressionTree tree) {
        return switch (tree.getKind()) {
            case LAMBDA_EXPRESSION, MEMBER_REFERENCE -> true;
            default -> false;
        };
    }
}
