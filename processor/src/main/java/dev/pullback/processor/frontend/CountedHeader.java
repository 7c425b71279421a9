package dev.pullback.processor.frontend;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.PrimitiveType;
import java.util.Optional;
import javax.lang.model.type.TypeKind;

/**
 * The header of a {@code for} that counts: {@code for (int index = ...; index < bound; index += step)} in any of its spellings.
 * Whether the bound holds still is for the body to say.
 *
 * @param index the declaration of the loop variable
 * @param relation {@code LESS_THAN}, {@code LESS_THAN_EQUAL}, or their mirror images for a negative step
 * @param bound what the index is compared with
 * @param step added after every iteration
 */
record CountedHeader(VariableTree index, Tree.Kind relation, ExpressionTree bound, int step) {

    /** The header of {@code tree}, if it counts. */
    static Optional<CountedHeader> match(ForLoopTree tree, BodyTyper typer) {
        if (tree.getUpdate().size() != 1
                || !(tree.getCondition() != null
                        && ExpressionLowering.withoutParentheses(tree.getCondition())
                                instanceof BinaryTree condition)) {
            return Optional.empty();
        }
        for (StatementTree initializer : tree.getInitializer()) {
            if (initializer instanceof VariableTree index && index.getInitializer() != null) {
                Optional<CountedHeader> header =
                        match(index, condition, tree.getUpdate().get(0).getExpression(), typer);
                if (header.isPresent() && isInt(index, typer)) {
                    return header;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<CountedHeader> match(
            VariableTree index, BinaryTree condition, ExpressionTree update, BodyTyper typer) {
        Optional<Integer> step = step(index, update, typer);
        boolean isLeft = isName(condition.getLeftOperand(), index);
        if (step.isEmpty() || isDegenerate(step.get()) || !isLeft && !isName(condition.getRightOperand(), index)) {
            return Optional.empty();
        }
        Tree.Kind relation = isLeft ? condition.getKind() : mirrored(condition.getKind());
        boolean isUpwards = relation == Tree.Kind.LESS_THAN || relation == Tree.Kind.LESS_THAN_EQUAL;
        boolean isDownwards = relation == Tree.Kind.GREATER_THAN || relation == Tree.Kind.GREATER_THAN_EQUAL;
        if (step.get() > 0 ? !isUpwards : !isDownwards) {
            return Optional.empty();
        }
        ExpressionTree bound = isLeft ? condition.getRightOperand() : condition.getLeftOperand();
        return Optional.of(new CountedHeader(index, relation, bound, step.get()));
    }

    /** A step that leads nowhere, or that has no opposite. */
    private static boolean isDegenerate(int step) {
        return step == 0 || step == Integer.MIN_VALUE;
    }

    private static boolean isInt(VariableTree index, BodyTyper typer) {
        return typer.typeOf(index).getKind() == TypeKind.INT;
    }

    private static boolean isName(ExpressionTree tree, VariableTree variable) {
        return ExpressionLowering.withoutParentheses(tree) instanceof IdentifierTree identifier
                && identifier.getName().contentEquals(variable.getName());
    }

    private static Tree.Kind mirrored(Tree.Kind relation) {
        return switch (relation) {
            case LESS_THAN -> Tree.Kind.GREATER_THAN;
            case LESS_THAN_EQUAL -> Tree.Kind.GREATER_THAN_EQUAL;
            case GREATER_THAN -> Tree.Kind.LESS_THAN;
            case GREATER_THAN_EQUAL -> Tree.Kind.LESS_THAN_EQUAL;
            default -> relation;
        };
    }

    // ---- the step ----

    private static Optional<Integer> step(VariableTree index, ExpressionTree update, BodyTyper typer) {
        ExpressionTree bare = ExpressionLowering.withoutParentheses(update);
        if (bare instanceof UnaryTree unary && isName(unary.getExpression(), index)) {
            return switch (unary.getKind()) {
                case PREFIX_INCREMENT, POSTFIX_INCREMENT -> Optional.of(1);
                case PREFIX_DECREMENT, POSTFIX_DECREMENT -> Optional.of(-1);
                default -> Optional.empty();
            };
        } else if (bare instanceof CompoundAssignmentTree compound && isName(compound.getVariable(), index)) {
            boolean isPlus = compound.getKind() == Tree.Kind.PLUS_ASSIGNMENT;
            boolean isMinus = compound.getKind() == Tree.Kind.MINUS_ASSIGNMENT;
            return signed(isPlus, isMinus, compound.getExpression(), typer);
        } else if (bare instanceof AssignmentTree assignment
                && isName(assignment.getVariable(), index)
                && ExpressionLowering.withoutParentheses(assignment.getExpression()) instanceof BinaryTree sum) {
            return stepOfSum(index, sum, typer);
        }
        return Optional.empty();
    }

    /** The step of {@code index = index + constant} and its kin. */
    private static Optional<Integer> stepOfSum(VariableTree index, BinaryTree sum, BodyTyper typer) {
        boolean isPlus = sum.getKind() == Tree.Kind.PLUS;
        if (isName(sum.getLeftOperand(), index)) {
            return signed(isPlus, sum.getKind() == Tree.Kind.MINUS, sum.getRightOperand(), typer);
        }
        return isPlus && isName(sum.getRightOperand(), index)
                ? constant(sum.getLeftOperand(), typer)
                : Optional.empty();
    }

    private static Optional<Integer> signed(boolean isPlus, boolean isMinus, ExpressionTree tree, BodyTyper typer) {
        return isPlus || isMinus ? constant(tree, typer).map(value -> isPlus ? value : -value) : Optional.empty();
    }

    /** An {@code int} constant: a literal, perhaps negated, or the name of a constant field. */
    private static Optional<Integer> constant(ExpressionTree tree, BodyTyper typer) {
        ExpressionTree bare = ExpressionLowering.withoutParentheses(tree);
        if (bare instanceof LiteralTree literal && literal.getValue() instanceof Integer value) {
            return Optional.of(value);
        } else if (bare instanceof UnaryTree unary && unary.getKind() == Tree.Kind.UNARY_MINUS) {
            return constant(unary.getExpression(), typer).map(value -> -value);
        }
        return (bare instanceof IdentifierTree || bare instanceof MemberSelectTree) && typer.isKnown(bare)
                ? constantField(typer.symbolOf(bare))
                : Optional.empty();
    }

    private static Optional<Integer> constantField(Symbol symbol) {
        return symbol instanceof Symbol.FieldName name && name.field().getConstantValue() instanceof Integer value
                ? Optional.of(value)
                : Optional.empty();
    }

    // ---- the bound ----

    /** Whether the index takes the value of the bound, too. */
    boolean isInclusive() {
        return relation == Tree.Kind.LESS_THAN_EQUAL || relation == Tree.Kind.GREATER_THAN_EQUAL;
    }

    /** Whether the bound is an {@code int}, and the index's values have one before them and one behind, as far as constants say. */
    boolean hasEnds(Expression limit, BodyTyper typer) {
        int least = step > 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        int greatest = step > 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE;
        return limit.type() == PrimitiveType.INT
                && !constant(index.getInitializer(), typer).equals(Optional.of(least))
                && !(isInclusive() && limit.equals(Literal.of(greatest)));
    }

    /** The first value that the index does not take. */
    Expression exclusive(Expression limit) {
        int shift = step > 0 ? 1 : -1;
        if (!isInclusive()) {
            return limit;
        } else if (limit instanceof Literal literal) {
            return Literal.of((Integer) literal.value() + shift);
        }
        Binary.Operator operator = shift > 0 ? Binary.Operator.ADD : Binary.Operator.SUBTRACT;
        return new Binary(operator, limit, Literal.of(1));
    }
}
