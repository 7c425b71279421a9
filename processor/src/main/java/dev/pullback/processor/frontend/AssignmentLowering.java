package dev.pullback.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Unary;
import javax.lang.model.element.Modifier;

/**
 * Lowers assignments. {@code x += e} in the precision of {@code x} becomes an {@link Increment}, whose adjoint is simpler than that of an
 * assignment; all other compound forms are written out with the casts they imply.
 */
final class AssignmentLowering {

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final SymbolResolver symbols;
    private final ExpressionLowering expressions;
    private final OperatorLowering operators;

    AssignmentLowering(
            BodyBuilder body,
            BodyTyper typer,
            SymbolResolver symbols,
            ExpressionLowering expressions,
            OperatorLowering operators) {
        this.body = body;
        this.typer = typer;
        this.symbols = symbols;
        this.expressions = expressions;
        this.operators = operators;
    }

    // ---- plain ----

    /** {@code x = e} as a statement. */
    void assign(AssignmentTree tree) {
        ExpressionTree target = ExpressionLowering.withoutParentheses(tree.getVariable());
        if (expressions.records().shapeOf(target).isPresent()) {
            expressions.records().assign(tree);
            return;
        }
        if (BodyBuilder.isArray(typer.typeOf(target))) {
            assignArray(target, tree.getExpression());
            return;
        }
        Place place = place(target);
        int mark = body.mark();
        Expression value = expressions.value(tree.getExpression(), place.type());
        Place kept = expressions.arrays().keepIndices(place, expressions.effectsSince(mark), mark);
        body.emit(new Assign(kept, value, body.origin()));
    }

    private void assignArray(ExpressionTree target, ExpressionTree value) {
        Local local = target instanceof IdentifierTree && typer.symbolOf(target) instanceof Symbol.LocalName name
                ? name.local()
                : null;
        boolean isDeclaredHere = local != null && symbols.scope().declares(local);
        expressions.arrays().assign(target, local, isDeclaredHere, value);
    }

    /** {@code x = e} as an expression: its value is what was stored. */
    Expression assignValue(AssignmentTree tree) {
        ExpressionTree target = ExpressionLowering.withoutParentheses(tree.getVariable());
        if (BodyBuilder.isArray(typer.typeOf(target))) {
            throw body.reject(DiagnosticCode.AD207, tree, "an assignment");
        }
        Place place = place(target);
        int mark = body.mark();
        Expression value = expressions.value(tree.getExpression(), place.type());
        Place kept = expressions.arrays().keepIndices(place, expressions.effectsSince(mark), mark);
        boolean isRepeatable = value instanceof Literal || place instanceof Read;
        Expression stored = isRepeatable ? value : body.bind("value", value);
        body.emit(new Assign(kept, stored, body.origin()));
        return place instanceof Read ? place : stored;
    }

    /** What is assigned to: a scalar variable or an array element. */
    private Place place(ExpressionTree target) {
        if (target instanceof IdentifierTree || target instanceof MemberSelectTree) {
            Symbol symbol = typer.symbolOf(target);
            if (symbol instanceof Symbol.LocalName name) {
                body.irType(name.local().type(), target);
                return new Read(name.local().variable());
            } else if (symbol instanceof Symbol.FieldName field
                    && !field.field().getModifiers().contains(Modifier.STATIC)) {
                throw body.reject(DiagnosticCode.AD212, target, target);
            } else if (symbol instanceof Symbol.FieldName field) {
                if (!field.field().getModifiers().contains(Modifier.FINAL)) {
                    throw body.reject(DiagnosticCode.AD213, target, target);
                }
                expressions.name(target);
            }
        } else if (target instanceof ArrayAccessTree access) {
            ArrayRead element = expressions.arrays().element(access);
            if (body.isStatic(element.root())) {
                throw body.reject(DiagnosticCode.AD215, target, element.root().name());
            }
            return element;
        }
        throw body.reject(DiagnosticCode.AD305, target, "an assignment to '" + target + "'");
    }

    // ---- compound ----

    /** {@code x op= e} as a statement. */
    void compound(CompoundAssignmentTree tree) {
        if (tree.getKind() == Tree.Kind.PLUS_ASSIGNMENT && isText(tree.getVariable())) {
            append(tree);
            return;
        }
        lowerCompound(tree);
    }

    /** Whether a variable holds a string. */
    private boolean isText(ExpressionTree variable) {
        return variable instanceof IdentifierTree
                && typer.typeOf(variable).toString().equals("java.lang.String");
    }

    /** {@code s += x} on a string. */
    private void append(CompoundAssignmentTree tree) {
        Place text = place(tree.getVariable());
        Expression longer = expressions.passive().concatenation(tree.getVariable(), tree.getExpression());
        body.emit(new Assign(text, longer, body.origin()));
    }

    /** {@code x op= e} as an expression: the value after the assignment. */
    Expression compoundValue(CompoundAssignmentTree tree) {
        return valueAfter(lowerCompound(tree));
    }

    /** The new value of a place; an element is read at once, before anything can overwrite it. */
    private Expression valueAfter(Place place) {
        return place instanceof Read ? place : body.bind("value", place);
    }

    private Place lowerCompound(CompoundAssignmentTree tree) {
        Binary.Operator operator = OperatorLowering.operator(tree.getKind());
        Place place = place(ExpressionLowering.withoutParentheses(tree.getVariable()));
        int mark = body.mark();
        Expression operand = expressions.value(tree.getExpression());
        Effects effects = expressions.effectsSince(mark);
        int end = body.mark();
        Place kept = expressions.arrays().keepIndices(place, effects, mark);
        int afterIndices = mark + body.mark() - end;
        // Java reads the old value before it evaluates the right side.
        Expression old = effects.writes(kept) ? body.bindAt(afterIndices, "before", kept) : kept;
        return update(kept, old, operator, operand, tree);
    }

    /** Emits {@code place = old op operand} and returns the place. */
    private Place update(Place place, Expression old, Binary.Operator operator, Expression operand, Tree tree) {
        boolean isSum = operator == Binary.Operator.ADD || operator == Binary.Operator.SUBTRACT;
        boolean isInPlace =
                place.type().isReal() && OperatorLowering.wider(place.type(), operand.type()) == place.type();
        if (isInPlace && isSum && old == place) {
            Expression summand = expressions.widen(operand, place.type(), tree);
            boolean isNegative = operator == Binary.Operator.SUBTRACT;
            body.emit(new Increment(
                    place, isNegative ? new Unary(Unary.Operator.NEGATE, summand) : summand, body.origin()));
            return place;
        }
        Place target = expressions.arrays().simplifyIndices(place);
        Expression left = old == place ? target : old;
        IrType type =
                OperatorLowering.wider(left.type(), OperatorLowering.isShift(operator) ? left.type() : operand.type());
        Expression right = expressions.widen(
                operand,
                OperatorLowering.isShift(operator) ? OperatorLowering.wider(operand.type(), operand.type()) : type,
                tree);
        Expression result = operators.combine(operator, expressions.widen(left, type, tree), right, tree);
        body.emit(new Assign(target, expressions.cast(result, place.type(), tree), body.origin()));
        return target;
    }

    // ---- increment and decrement ----

    /** Whether the operator is {@code ++} or {@code --}. */
    static boolean isStep(UnaryTree tree) {
        return switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    private static Binary.Operator stepOperator(UnaryTree tree) {
        return switch (tree.getKind()) {
            case PREFIX_INCREMENT, POSTFIX_INCREMENT -> Binary.Operator.ADD;
            default -> Binary.Operator.SUBTRACT;
        };
    }

    /** {@code x++} and its kin as a statement. */
    void step(UnaryTree tree) {
        Place place = place(ExpressionLowering.withoutParentheses(tree.getExpression()));
        update(place, place, stepOperator(tree), Literal.of(1), tree);
    }

    /** {@code x++} and its kin as an expression: the value before or after the step. */
    Expression stepValue(UnaryTree tree) {
        Place place = expressions
                .arrays()
                .simplifyIndices(place(ExpressionLowering.withoutParentheses(tree.getExpression())));
        boolean isPostfix =
                tree.getKind() == Tree.Kind.POSTFIX_INCREMENT || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT;
        if (isPostfix) {
            Expression before = body.bind("before", place);
            update(place, place, stepOperator(tree), Literal.of(1), tree);
            return before;
        }
        return valueAfter(update(place, place, stepOperator(tree), Literal.of(1), tree));
    }
}
