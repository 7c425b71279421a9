package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * Rebuilds a tree bottom-up. A subclass overrides {@code rewrite*} for the nodes it changes; a statement may become any
 * number of statements by appending to {@code out}.
 */
public abstract class IrRewriter {

    /** Rewrites all statements of a block. */
    public Block rewrite(Block block) {
        List<Statement> out = new ArrayList<>();
        for (Statement statement : block.statements()) {
            rewrite(statement, out);
        }
        return new Block(out);
    }

    /** Rewrites one statement and appends the result. */
    protected void rewrite(Statement statement, List<Statement> out) {
        out.add(rewriteChildren(statement));
    }

    /** Rewrites an expression; the default rebuilds its operands. */
    public Expression rewrite(Expression expression) {
        return rewriteChildren(expression);
    }

    /** Rewrites a place that is assigned to; the default rebuilds it like an expression. */
    protected Place rewritePlace(Place place) {
        return (Place) rewrite(place);
    }

    /** The same statement with rewritten operands and blocks. */
    protected final Statement rewriteChildren(Statement statement) {
        if (statement instanceof Declare s) {
            return new Declare(s.variable(), s.initial() == null ? null : rewrite(s.initial()), s.origin());
        } else if (statement instanceof Assign s) {
            return new Assign(rewritePlace(s.target()), rewrite(s.value()), s.origin());
        } else if (statement instanceof Increment s) {
            return new Increment(rewritePlace(s.target()), rewrite(s.value()), s.origin());
        } else if (statement instanceof If s) {
            return new If(rewrite(s.condition()), rewrite(s.whenTrue()), rewrite(s.whenFalse()), s.origin());
        } else if (statement instanceof CountedLoop s) {
            Expression from = rewrite(s.from());
            Expression to = rewrite(s.to());
            return new CountedLoop(s.index(), from, to, s.step(), rewrite(s.body()), s.origin(), s.checkpointing());
        } else if (statement instanceof While s) {
            return new While(rewrite(s.condition()), rewrite(s.body()), s.origin(), s.checkpointing());
        } else if (statement instanceof Return s) {
            return new Return(rewriteAll(s.values()), s.origin());
        } else if (statement instanceof CallStatement s) {
            return new CallStatement((Call) rewriteChildren(s.call()), s.pullback(), s.origin());
        } else if (statement instanceof Invoke s) {
            return new Invoke(s.result(), s.callee(), rewriteAll(s.arguments()), s.origin());
        } else if (statement instanceof Perform s) {
            return s.with(s.result(), (Opaque) rewriteChildren(s.code()));
        } else if (statement instanceof Throw s) {
            return new Throw(rewrite(s.exception()), s.origin());
        } else if (statement instanceof Push s) {
            return new Push(s.slot(), rewrite(s.value()), s.origin());
        } else if (statement instanceof Pop s) {
            return new Pop(s.slot(), rewritePlace(s.target()), s.origin());
        }
        throw new AssertionError(statement);
    }

    /** The same expression with rewritten operands. */
    protected final Expression rewriteChildren(Expression expression) {
        return expression.accept(new Rebuild());
    }

    private List<Expression> rewriteAll(List<Expression> expressions) {
        return expressions.stream().map(this::rewrite).toList();
    }

    private final class Rebuild implements ExpressionVisitor<Expression> {
        @Override
        public Expression visitLiteral(Literal node) {
            return node;
        }

        @Override
        public Expression visitRead(Read node) {
            return node;
        }

        @Override
        public Expression visitArrayRead(ArrayRead node) {
            return new ArrayRead((Place) rewrite(node.array()), rewrite(node.index()));
        }

        @Override
        public Expression visitStaticField(StaticField node) {
            return node;
        }

        @Override
        public Expression visitLength(Length node) {
            return new Length(rewrite(node.array()));
        }

        @Override
        public Expression visitUnary(Unary node) {
            return new Unary(node.operator(), rewrite(node.operand()));
        }

        @Override
        public Expression visitBinary(Binary node) {
            return new Binary(node.operator(), rewrite(node.left()), rewrite(node.right()));
        }

        @Override
        public Expression visitCompare(Compare node) {
            return new Compare(node.operator(), rewrite(node.left()), rewrite(node.right()));
        }

        @Override
        public Expression visitLogical(Logical node) {
            return new Logical(node.operator(), rewrite(node.left()), rewrite(node.right()));
        }

        @Override
        public Expression visitConditional(Conditional node) {
            return new Conditional(rewrite(node.condition()), rewrite(node.whenTrue()), rewrite(node.whenFalse()));
        }

        @Override
        public Expression visitCall(Call node) {
            return new Call(node.method(), rewriteAll(node.arguments()));
        }

        @Override
        public Expression visitCast(Cast node) {
            return node.of(rewrite(node.operand()));
        }

        @Override
        public Expression visitNewArray(NewArray node) {
            return new NewArray(node.type(), rewriteAll(node.dimensions()));
        }

        @Override
        public Expression visitOpaque(Opaque node) {
            List<Opaque.Piece> pieces = node.pieces().stream()
                    .map(piece -> piece instanceof Opaque.Operand operand
                            ? new Opaque.Operand(rewrite(operand.expression()), operand.precedence())
                            : piece)
                    .toList();
            return new Opaque(node.type(), node.precedence(), pieces, node.refusal());
        }
    }
}
