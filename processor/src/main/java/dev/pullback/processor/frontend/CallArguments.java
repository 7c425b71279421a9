package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
     * @param lowered the leaves of the argument for a parameter
     */
    List<Supplier<List<Expression>>> parts(
            OverloadResolver.Choice choice,
            List<? extends ExpressionTree> trees,
            Tree call,
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
            parts.add(() -> List.of(packed(choice.method(), others, call)));
        }
        return parts;
    }

    private Expression packed(ExecutableElement method, List<? extends ExpressionTree> trees, Tree call) {
        VariableElement parameter =
                method.getParameters().get(method.getParameters().size() - 1);
        TypeMirror declared = parameter.asType();
        if (!expressions.isLeaf(declared)) {
            throw body.reject(DiagnosticCode.AD219, call, method.getSimpleName(), "it takes any number of " + declared);
        }
        ArrayType type = (ArrayType) body.irType(declared, call);
        if (type.rank() > 1) {
            throw body.reject(DiagnosticCode.AD209, call, "it is one of any number of arguments");
        }
        List<IrType> types = Collections.nCopies(trees.size(), type.element());
        return body.declareArray(parameter.getSimpleName().toString(), type, expressions.values(trees, types));
    }
}
