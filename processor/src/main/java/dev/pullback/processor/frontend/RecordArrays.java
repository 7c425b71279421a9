package dev.pullback.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.request.RecordShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes arrays of records apart: one array for each leaf of an element, all of one length. An element is the list of the elements
 * of these, and storing a record stores its leaves. Records never change, so that nobody can tell them from their leaves.
 */
final class RecordArrays {

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final ExpressionLowering expressions;
    private final RecordLowering records;

    RecordArrays(BodyBuilder body, BodyTyper typer, ExpressionLowering expressions, RecordLowering records) {
        this.body = body;
        this.typer = typer;
        this.expressions = expressions;
        this.records = records;
    }

    // ---- new arrays ----

    /** Whether an expression makes a new array. */
    boolean isNew(ExpressionTree tree) {
        return tree instanceof NewArrayTree || expressions.arrays().copies().isCopy(tree);
    }

    /** What is copied. */
    ExpressionTree copied(ExpressionTree tree) {
        MethodInvocationTree copy = (MethodInvocationTree) tree;
        return typer.isArrayClone(copy)
                ? ((MemberSelectTree) copy.getMethodSelect()).getExpression()
                : copy.getArguments().get(0);
    }

    /** The arrays of a new one; {@code nameOf} names the variables that hold them. */
    List<Expression> create(ExpressionTree tree, RecordShape shape, Function<RecordShape.Leaf, String> nameOf) {
        if (tree instanceof MethodInvocationTree copy) {
            return copy(copy, shape, nameOf);
        }
        NewArrayTree creation = (NewArrayTree) tree;
        if (creation.getInitializers() != null) {
            return ofElements(creation.getInitializers(), shape, nameOf);
        } else if (!FilledArrays.isFilled(creation, body.method())) {
            throw body.reject(DiagnosticCode.AD208, creation);
        }
        return declare(shape, nameOf, expressions.value(creation.getDimensions().get(0), PrimitiveType.INT));
    }

    /** The arrays of a new one with these elements. */
    List<Expression> ofElements(
            List<? extends ExpressionTree> elements, RecordShape shape, Function<RecordShape.Leaf, String> nameOf) {
        List<Expression> arrays = declare(shape, nameOf, Literal.of(elements.size()));
        int index = 0;
        for (ExpressionTree element : elements) {
            store(arrays, Literal.of(index++), records.value(element));
        }
        return arrays;
    }

    private List<Expression> declare(RecordShape shape, Function<RecordShape.Leaf, String> nameOf, Expression length) {
        List<Expression> arrays = new ArrayList<>();
        for (RecordShape.Leaf leaf : shape.leaves()) {
            Variable array = new Variable(nameOf.apply(leaf), leaf.type());
            Expression own = arrays.isEmpty() ? length : new Length(arrays.get(0));
            body.emit(new Declare(array, new NewArray((ArrayType) leaf.type(), List.of(own)), body.origin()));
            arrays.add(new Read(array));
        }
        return arrays;
    }

    /** A copy of all elements, or of a range, which has to be there: beyond the end would be null. */
    private List<Expression> copy(
            MethodInvocationTree tree, RecordShape shape, Function<RecordShape.Leaf, String> nameOf) {
        List<? extends ExpressionTree> bounds = typer.isArrayClone(tree)
                ? List.of()
                : tree.getArguments().subList(1, tree.getArguments().size());
        List<ExpressionTree> trees = new ArrayList<>(List.of(copied(tree)));
        trees.addAll(bounds);
        List<Expression> parts = parts(trees);
        List<Expression> sources = parts.subList(0, shape.size());
        ArrayCopyLowering copying = expressions.arrays().copies();
        Expression length = new Length((Place) sources.get(0));
        Expression from = bounds.size() == 2 ? parts.get(shape.size()) : Literal.of(0);
        Expression count = bounds.isEmpty() ? length : copying.checkRecords(length, from, parts.get(parts.size() - 1));
        List<Expression> copies = declare(shape, nameOf, count);
        for (int i = 0; i < sources.size(); i++) {
            copying.copyForward((Place) sources.get(i), from, (Place) copies.get(i), Literal.of(0), count);
        }
        return copies;
    }

    // ---- the platform's writes ----

    /** Whether a call writes to an array that is taken apart: {@code Arrays.fill} or {@code System.arraycopy}. */
    boolean isWrite(MethodInvocationTree tree) {
        return expressions.arrays().copies().isWrite(tree)
                && records.shapeOf(tree.getArguments().get(0)).isPresent();
    }

    /** The write, for one leaf after the other. */
    void write(MethodInvocationTree tree) {
        List<Expression> parts = parts(tree.getArguments());
        int size = shapeOf(tree.getArguments().get(0)).size();
        for (int leaf = 0; leaf < size; leaf++) {
            List<Expression> arguments = new ArrayList<>();
            int at = 0;
            for (ExpressionTree argument : tree.getArguments()) {
                boolean isNumber = isNumber(argument);
                arguments.add(parts.get(isNumber ? at : at + leaf));
                at += isNumber ? 1 : size;
            }
            expressions.arrays().copies().write(tree, arguments);
        }
    }

    /** The leaves of arrays and records and the numbers among some arguments, in a form that can be written more than once. */
    private List<Expression> parts(List<? extends ExpressionTree> trees) {
        List<Supplier<List<Expression>>> parts = new ArrayList<>();
        for (ExpressionTree tree : trees) {
            if (isNumber(tree)) {
                parts.add(() -> List.of(expressions.value(tree, PrimitiveType.INT)));
            } else {
                parts.add(() ->
                        BodyBuilder.isArray(typer.typeOf(tree)) ? List.copyOf(arrays(tree)) : records.value(tree));
            }
        }
        return expressions.inOrder(parts).stream()
                .map(value -> isSimple(value) ? value : new Read(records.bind("value", value)))
                .toList();
    }

    private static boolean isSimple(Expression value) {
        return value instanceof Read
                || value instanceof Literal
                || value instanceof Length length && length.array() instanceof Read;
    }

    private boolean isNumber(ExpressionTree tree) {
        return RecordShape.of(typer.typeOf(tree)).isEmpty();
    }

    // ---- elements ----

    /** Whether the value of a helper's call is an array of a passive object after all. */
    static boolean isObject(List<Expression> values, RecordShape shape) {
        return shape.isArray() && values.get(0).type() instanceof ArrayType type && type.scalar() instanceof ObjectType;
    }

    /** The arrays that stand for an array of records. */
    List<Place> arrays(ExpressionTree tree) {
        List<Expression> values = records.value(tree);
        if (isObject(values, shapeOf(tree))) {
            throw body.reject(DiagnosticCode.AD269, tree, typer.typeOf(tree));
        }
        return values.stream().map(value -> (Place) value).toList();
    }

    private RecordShape shapeOf(ExpressionTree tree) {
        return RecordShape.of(typer.typeOf(tree)).orElseThrow();
    }

    /** The leaves of an element. */
    List<Expression> element(ArrayAccessTree tree) {
        List<Expression> elements = new ArrayList<>();
        List<Expression> arrays = new ArrayList<>(records.value(tree.getExpression()));
        int mark = body.mark();
        Expression index = expressions.value(tree.getIndex(), PrimitiveType.INT);
        expressions.keepAhead(arrays, mark);
        if (isObject(arrays, shapeOf(tree.getExpression()))) {
            return records.takeApart(new ArrayRead((Place) arrays.get(0), index), shapeOf(tree), tree);
        }
        arrays.forEach(array -> elements.add(new ArrayRead((Place) array, index)));
        body.noteElement(elements);
        return elements;
    }

    /** {@code a[i] = p}. */
    void store(AssignmentTree tree, ArrayAccessTree target) {
        List<Expression> places = element(target);
        if (!(places.get(0) instanceof ArrayRead)) {
            throw body.reject(DiagnosticCode.AD269, target.getExpression(), typer.typeOf(target.getExpression()));
        }
        int mark = body.mark();
        List<Expression> values = records.value(tree.getExpression());
        Expression index = ((ArrayRead) places.get(0)).index();
        List<Expression> ahead = new ArrayList<>(List.of(index));
        places.forEach(place -> ahead.add(((ArrayRead) place).array()));
        expressions.keepAhead(ahead, mark);
        store(ahead.subList(1, ahead.size()), ahead.get(0), values);
    }

    private void store(List<Expression> arrays, Expression index, List<Expression> values) {
        if (values.size() != arrays.size()) {
            throw new Unsupported(null);
        }
        List<Expression> kept = new ArrayList<>(values);
        for (int i = 1; i < arrays.size(); i++) {
            if (readsOther(values.get(i), (Place) arrays.get(i))) {
                kept.set(i, body.bind("component", values.get(i)));
            }
        }
        for (int i = 0; i < arrays.size(); i++) {
            body.emit(new Assign(new ArrayRead((Place) arrays.get(i), index), kept.get(i), body.origin()));
        }
    }

    /** Whether a value reads elements that the stores of other leaves may overwrite. */
    private static boolean readsOther(Expression value, Place own) {
        boolean[] reads = {false};
        Walk.expressions(value, e -> reads[0] |= e instanceof ArrayRead element && element.root() != own.root());
        return reads[0];
    }
}
