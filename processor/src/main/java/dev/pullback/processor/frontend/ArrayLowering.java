package dev.pullback.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lowers array values. An array variable always means one array: it is declared with a new array, or as another name for an
 * existing one, so that later stages never have to follow references.
 */
final class ArrayLowering {

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final ExpressionLowering expressions;
    private final ArrayCopyLowering copies;

    ArrayLowering(BodyBuilder body, BodyTyper typer, ExpressionLowering expressions) {
        this.body = body;
        this.typer = typer;
        this.expressions = expressions;
        this.copies = new ArrayCopyLowering(body, typer, expressions);
    }

    /** The platform's copying methods. */
    ArrayCopyLowering copies() {
        return copies;
    }

    // ---- places ----

    /** The place of an expression of array type; a new array gets a variable. */
    Place place(ExpressionTree tree) {
        ExpressionTree bare = ExpressionLowering.withoutParentheses(tree);
        if (expressions.records().shapeOf(bare).isPresent()) {
            throw body.reject(DiagnosticCode.AD269, tree, typer.typeOf(bare));
        } else if (bare instanceof IdentifierTree || bare instanceof MemberSelectTree) {
            return (Place) expressions.name(bare);
        } else if (bare instanceof ArrayAccessTree access) {
            return element(access);
        } else if (isCloneOfRows(bare)) {
            body.noteSharedRows(bare);
            return place(((MemberSelectTree) ((MethodInvocationTree) bare).getMethodSelect()).getExpression());
        } else if (bare instanceof NewArrayTree || bare instanceof ConditionalExpressionTree || copies.isCopy(bare)) {
            Variable variable = new Variable("array", body.irType(typer.typeOf(bare), bare));
            initialize(variable, bare);
            return new Read(variable);
        } else if (bare instanceof MethodInvocationTree && expressions.value(bare) instanceof Place result) {
            return result;
        }
        throw body.reject(DiagnosticCode.AD207, tree, describe(bare));
    }

    /** A clone of a matrix has the same rows; where no row is ever replaced, it is as good as the matrix itself. */
    private boolean isCloneOfRows(ExpressionTree tree) {
        return tree instanceof MethodInvocationTree call
                && typer.isArrayClone(call)
                && body.irType(typer.typeOf(tree), tree) instanceof ArrayType type
                && type.rank() > 1;
    }

    private static String describe(ExpressionTree tree) {
        return "'" + tree + "'";
    }

    /** An array of these elements: the argument itself, or a new array for a variable number of them. */
    Place ofElements(List<? extends ExpressionTree> elements, ArrayType type) {
        if (elements.size() == 1 && BodyBuilder.isArray(typer.typeOf(elements.get(0)))) {
            return place(elements.get(0));
        }
        List<Expression> values = expressions.values(elements, Collections.nCopies(elements.size(), type.element()));
        return body.declareArray("elements", type, values);
    }

    /** An array element. */
    ArrayRead element(ArrayAccessTree tree) {
        Place array = place(tree.getExpression());
        int mark = body.mark();
        Expression index = expressions.value(tree.getIndex(), PrimitiveType.INT);
        Effects effects = expressions.effectsSince(mark);
        return new ArrayRead(keepArray(array, effects, mark), index);
    }

    /** The array in which an element is looked up: a row that effects may replace gets a name before them. */
    private Place keepArray(Place array, Effects effects, int mark) {
        int end = body.mark();
        Place kept = keepIndices(array, effects, mark);
        if (!(kept instanceof ArrayRead) || !effects.replacesRows()) {
            return kept;
        }
        Read row = body.bindAt(mark + body.mark() - end, "row", kept);
        body.alias(row.variable(), kept.root());
        return row;
    }

    /** The same place with indices that the statements since {@code mark} cannot disturb. */
    Place keepIndices(Place place, Effects effects, int mark) {
        if (!(place instanceof ArrayRead read) || body.mark() == mark) {
            return place;
        }
        int end = body.mark();
        Place array = keepArray(read.array(), effects, mark);
        int afterOuter = mark + body.mark() - end;
        return EvaluationOrder.mayFollow(read.index(), effects)
                ? new ArrayRead(array, read.index())
                : new ArrayRead(array, body.bindAt(afterOuter, "index", read.index()));
    }

    /** The same place with indices that cost nothing to evaluate twice. */
    Place simplifyIndices(Place place) {
        if (!(place instanceof ArrayRead read)) {
            return place;
        }
        Place array = simplifyIndices(read.array());
        boolean isSimple = read.index() instanceof Read || read.index() instanceof Literal;
        return new ArrayRead(array, isSimple ? read.index() : body.bind("index", read.index()));
    }

    // ---- declarations ----

    /** Declares {@code variable} with the array that {@code tree} means. */
    void initialize(Variable variable, ExpressionTree tree) {
        ExpressionTree bare = ExpressionLowering.withoutParentheses(tree);
        if (!SubsetChecker.isAccepted(bare.getKind())) {
            throw new Unsupported(SubsetChecker.rejection(bare, body.position(bare)));
        }
        if (bare.getKind() == Tree.Kind.NULL_LITERAL) {
            throw body.reject(DiagnosticCode.AD211, bare);
        } else if (bare instanceof NewArrayTree array) {
            initialize(variable, array);
        } else if (bare instanceof ConditionalExpressionTree choice) {
            body.emit(new Declare(variable, null, body.origin()));
            body.noteReference(variable, tree);
            choose(variable, choice);
        } else if (bare instanceof MethodInvocationTree call && copies.isCopy(bare) && !isCloneOfRows(bare)) {
            copies.declareCopy(variable, call);
        } else {
            int mark = body.mark();
            Place place = place(bare);
            if (!place.type().equals(variable.type())) {
                throw body.reject(DiagnosticCode.AD305, tree, "an array of type " + place.type());
            }
            body.declare(variable, place, mark);
            body.alias(variable, place.root());
        }
    }

    private void initialize(Variable variable, NewArrayTree tree) {
        ArrayType type = (ArrayType) variable.type();
        boolean isOfType =
                tree.getType() == null || body.irType(typer.typeOf(tree), tree).equals(type);
        if (!isOfType) {
            throw body.reject(DiagnosticCode.AD305, tree, "'" + tree + "'");
        }
        if (tree.getInitializers() != null) {
            List<Integer> shape = shape(tree, type);
            List<Expression> dimensions =
                    shape.stream().<Expression>map(Literal::of).toList();
            body.emit(new Declare(variable, new NewArray(type, dimensions), body.origin()));
            if (dimensions.size() < type.rank()) {
                body.noteRows(tree);
                storeRows(variable, tree);
            } else {
                fill(new Read(variable), tree);
            }
            return;
        }
        if (tree.getDimensions().size() < type.rank()) {
            body.noteRows(tree);
        }
        List<Expression> dimensions = expressions.values(
                tree.getDimensions(), Collections.nCopies(tree.getDimensions().size(), PrimitiveType.INT));
        body.emit(new Declare(variable, new NewArray(type, dimensions), body.origin()));
    }

    /** The lengths of a nested initialiser; of one that is no block of numbers only the first. */
    private List<Integer> shape(NewArrayTree tree, ArrayType type) {
        List<Integer> result = new ArrayList<>(List.of(tree.getInitializers().size()));
        if (!(type.element() instanceof ArrayType row)) {
            return result;
        }
        List<Integer> rowShape = null;
        for (ExpressionTree element : tree.getInitializers()) {
            boolean isNested = element instanceof NewArrayTree nested && nested.getInitializers() != null;
            List<Integer> shape = isNested ? shape((NewArrayTree) element, row) : List.of();
            if (shape.size() < row.rank() || rowShape != null && !shape.equals(rowShape)) {
                return result;
            }
            rowShape = shape;
        }
        result.addAll(rowShape == null ? Collections.nCopies(row.rank(), 0) : rowShape);
        return result;
    }

    /** Makes and stores the rows of an initialiser one by one. */
    private void storeRows(Variable matrix, NewArrayTree tree) {
        int index = 0;
        for (ExpressionTree row : tree.getInitializers()) {
            ArrayRead target = new ArrayRead(new Read(matrix), Literal.of(index++));
            Place array;
            if (row instanceof NewArrayTree nested) {
                Variable variable = new Variable("row", target.type());
                initialize(variable, nested);
                array = new Read(variable);
            } else {
                array = rowOf(row, target.type());
            }
            body.storeRow(target, array, row);
        }
    }

    private void fill(Place array, NewArrayTree tree) {
        IrType element = ((ArrayType) array.type()).element();
        int index = 0;
        for (ExpressionTree value : tree.getInitializers()) {
            ArrayRead target = new ArrayRead(array, Literal.of(index++));
            if (value instanceof NewArrayTree row) {
                fill(target, row);
            } else {
                body.emit(new Assign(target, expressions.value(value, element), body.origin()));
            }
        }
    }

    // ---- assignments ----

    /**
     * Handles the assignment of a whole array: the first one to a variable declared without a value in the same block is its
     * declaration, every other one changes what the variable means.
     */
    void assign(ExpressionTree target, @Nullable Local local, boolean isDeclaredHere, ExpressionTree value) {
        if (local == null) {
            storeRow(target, value);
            return;
        }
        IrType type = body.irType(local.type(), target);
        if (!local.isBound() && isDeclaredHere) {
            Variable variable = new Variable(local.name(), type);
            initialize(variable, value);
            local.bind(variable);
            return;
        }
        if (!local.isBound()) {
            local.bind(local.declared());
        }
        body.noteReference(local.variable(), target);
        assign(local.variable(), value);
    }

    /** Stores an array into a matrix, whose rows a later stage resolves. */
    private void storeRow(ExpressionTree target, ExpressionTree value) {
        if (!(target instanceof ArrayAccessTree access)) {
            throw body.reject(DiagnosticCode.AD212, target, target);
        }
        ArrayRead row = element(access);
        if (body.isStatic(row.root())) {
            throw body.reject(DiagnosticCode.AD215, target, row.root().name());
        }
        int mark = body.mark();
        Place array = rowOf(value, row.type());
        Place kept = keepIndices(row, expressions.effectsSince(mark), mark);
        body.storeRow((ArrayRead) kept, array, target);
    }

    private Place rowOf(ExpressionTree value, IrType type) {
        if (ExpressionLowering.withoutParentheses(value).getKind() == Tree.Kind.NULL_LITERAL) {
            throw body.reject(DiagnosticCode.AD211, value);
        }
        Place array = place(value);
        if (!array.type().equals(type)) {
            throw body.reject(DiagnosticCode.AD305, value, "an array of type " + array.type());
        }
        return array;
    }

    /** Assigns an array to a variable that has, or may have, another one already: {@link References} resolves that. */
    private void assign(Variable variable, ExpressionTree value) {
        ExpressionTree bare = ExpressionLowering.withoutParentheses(value);
        if (bare instanceof ConditionalExpressionTree choice) {
            choose(variable, choice);
            return;
        }
        Place place = place(bare);
        if (!place.type().equals(variable.type())) {
            throw body.reject(DiagnosticCode.AD305, value, "an array of type " + place.type());
        }
        body.emit(new Assign(new Read(variable), place, body.origin()));
        body.alias(variable, place.root());
    }

    private void choose(Variable variable, ConditionalExpressionTree choice) {
        Expression condition = expressions.value(choice.getCondition(), PrimitiveType.BOOLEAN);
        Block whenTrue = body.block(() -> assign(variable, choice.getTrueExpression()));
        Block whenFalse = body.block(() -> assign(variable, choice.getFalseExpression()));
        body.emit(new If(condition, whenTrue, whenFalse, body.origin()));
    }
}
