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
        return tree instanceof NewArrayTree || tree instanceof MethodInvocationTree call && typer.isArrayClone(call);
    }

    /** What is cloned. */
    ExpressionTree cloned(ExpressionTree clone) {
        return ((MemberSelectTree) ((MethodInvocationTree) clone).getMethodSelect()).getExpression();
    }

    /** The arrays of a new one; {@code nameOf} names the variables that hold them. */
    List<Expression> create(ExpressionTree tree, RecordShape shape, Function<RecordShape.Leaf, String> nameOf) {
        if (tree instanceof MethodInvocationTree) {
            return copy(cloned(tree), shape, nameOf);
        }
        NewArrayTree creation = (NewArrayTree) tree;
        if (creation.getInitializers() != null) {
            List<Expression> arrays =
                    declare(shape, nameOf, Literal.of(creation.getInitializers().size()));
            int index = 0;
            for (ExpressionTree element : creation.getInitializers()) {
                store(arrays, Literal.of(index++), records.value(element));
            }
            return arrays;
        } else if (!FilledArrays.isFilled(creation, body.method())) {
            throw body.reject(DiagnosticCode.AD208, creation);
        }
        return declare(shape, nameOf, expressions.value(creation.getDimensions().get(0), PrimitiveType.INT));
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

    private List<Expression> copy(ExpressionTree tree, RecordShape shape, Function<RecordShape.Leaf, String> nameOf) {
        List<Place> sources = arrays(tree);
        List<Expression> copies = declare(shape, nameOf, new Length(sources.get(0)));
        for (int i = 0; i < sources.size(); i++) {
            expressions.arrays().copies().copyAll(sources.get(i), (Place) copies.get(i));
        }
        return copies;
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
