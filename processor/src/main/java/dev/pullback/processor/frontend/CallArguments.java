package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.request.RecordShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** The arguments of a call, one part for each parameter: a method that takes any number of them gets the last ones in an array. */
final class CallArguments {
    private final BodyBuilder body;
    private final ExpressionLowering expressions;

    CallArguments(BodyBuilder body, ExpressionLowering expressions) {
        this.body = body;
        this.expressions = expressions;
    }

    /**
     * The parts, still to be lowered.
     *
     * @param isRead whether arrays among them may be copies, because the method does no more than read them
     * @param lowered the leaves of the argument for a parameter
     */
    List<Supplier<List<Expression>>> parts(
            OverloadResolver.Choice choice,
            List<? extends ExpressionTree> trees,
            Tree call,
            boolean isRead,
            BiFunction<ExpressionTree, VariableElement, List<Expression>> lowered) {
        List<? extends VariableElement> parameters = choice.method().getParameters();
        int single = choice.isVariableArity() ? parameters.size() - 1 : parameters.size();
        List<Supplier<List<Expression>>> parts = new ArrayList<>();
        for (int i = 0; i < single; i++) {
            ExpressionTree tree = trees.get(i);
            VariableElement parameter = parameters.get(i);
            parts.add(() -> lowered.apply(tree, parameter));
        }
        if (choice.isVariableArity()) {
            List<? extends ExpressionTree> others = trees.subList(single, trees.size());
            parts.add(() -> packed(choice.method(), others, call, isRead));
        }
        return parts;
    }

    private List<Expression> packed(
            ExecutableElement method, List<? extends ExpressionTree> trees, Tree call, boolean isRead) {
        VariableElement parameter =
                method.getParameters().get(method.getParameters().size() - 1);
        TypeMirror declared = parameter.asType();
        String name = parameter.getSimpleName().toString();
        Optional<RecordShape> shape = RecordShape.ofParameter(parameter);
        if (shape.isPresent()) {
            return expressions.records().arrays().ofElements(trees, shape.get(), leaf -> leaf.nameIn(name));
        } else if (!expressions.isLeaf(declared)) {
            throw body.reject(DiagnosticCode.AD219, call, method.getSimpleName(), "it takes any number of " + declared);
        }
        ArrayType type = (ArrayType) body.irType(declared, call);
        if (type.rank() > 2 || type.rank() == 2 && !isRead) {
            throw body.reject(DiagnosticCode.AD209, call, "it is one of any number of arguments");
        }
        List<IrType> types = Collections.nCopies(trees.size(), type.element());
        List<Expression> values = expressions.values(trees, types);
        return List.of(type.rank() == 2 ? copies(name, type, values, call) : body.declareArray(name, type, values));
    }

    /** A matrix whose rows are copies of the arrays. */
    private Read copies(String name, ArrayType type, List<Expression> arrays, Tree call) {
        Read matrix = new Read(new Variable(name, type));
        Expression count = Literal.of(arrays.size());
        List<Expression> dimensions = arrays.isEmpty() ? List.of(count, count) : List.of(count);
        body.emit(new Declare(matrix.variable(), new NewArray(type, dimensions), body.origin()));
        body.noteRows(call);
        for (int i = 0; i < arrays.size(); i++) {
            Place array = (Place) arrays.get(i);
            Read row = new Read(Variable.temporary("row", array.type()));
            NewArray copy = new NewArray((ArrayType) array.type(), List.of(new Length(array)));
            body.emit(new Declare(row.variable(), copy, body.origin()));
            body.emit(ReferenceCode.copyOver(array, row, body.origin()));
            body.storeRow(new ArrayRead(matrix, Literal.of(i)), row, call);
        }
        return matrix;
    }

    /** Rejects a call that got copies of arrays although the method does more than read them. */
    void requireReader(OverloadResolver.Choice choice, List<Expression> arguments, Set<Integer> changed, Tree call) {
        int last = arguments.size() - 1;
        boolean areCopies =
                choice.isVariableArity() && arguments.get(last).type() instanceof ArrayType type && type.rank() > 1;
        if (areCopies && changed.contains(last)) {
            throw body.reject(
                    DiagnosticCode.AD209, call, "the method changes or returns one of any number of arguments");
        }
    }
}
