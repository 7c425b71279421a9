package dev.pullback.processor.frontend;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What a switch compares with its labels: an integer, an enum constant, or a string. */
final class SwitchSelector {

    private static final int EQUALITY = 8;

    private final BodyBuilder body;
    private final ExpressionLowering expressions;
    private final TypeMirror type;

    /** The selector of the given type; others than the three kinds are refused. */
    SwitchSelector(BodyBuilder body, ExpressionLowering expressions, TypeMirror type, ExpressionTree tree) {
        this.body = body;
        this.expressions = expressions;
        this.type = type;
        if (!type.getKind().isPrimitive() && !isEnum() && !isString()) {
            throw body.reject(DiagnosticCode.AD204, tree, type);
        }
    }

    private boolean isString() {
        return type.toString().equals(ObjectType.STRING.toString());
    }

    private boolean isEnum() {
        return type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM;
    }

    /** The value to compare; null is an exception at once, as in Java, where a comparison with a label would not throw it. */
    Expression value(ExpressionTree tree, boolean hasLabels) {
        if (type.getKind().isPrimitive()) {
            return expressions.value(tree, PrimitiveType.INT);
        }
        Expression value = expressions.value(tree);
        Expression selector = value instanceof Read ? value : body.bind("selector", value);
        if (isString() && hasLabels) {
            return selector;
        }
        Opaque check = new PassiveCode()
                .type(new ObjectType("java.util.Objects"))
                .text(".requireNonNull")
                .arguments(List.of(selector))
                .primary(PrimitiveType.VOID, null);
        body.emit(new Perform(null, check, body.origin()));
        return selector;
    }

    /** The labels of a case. */
    List<Expression> labels(CaseTree tree) {
        CaseLabels.rejectPatterns(tree, body);
        List<Expression> labels = new ArrayList<>();
        for (ExpressionTree label : tree.getExpressions()) {
            if (isEnum() && label instanceof IdentifierTree constant) {
                labels.add(expressions.field(constant(constant), label));
            } else if (isEnum() || isString()) {
                labels.add(expressions.value(label));
            } else {
                labels.add(expressions.value(label, PrimitiveType.INT));
            }
        }
        return labels;
    }

    /** The constant that a simple name in a label means, which is in no scope. */
    private VariableElement constant(IdentifierTree name) {
        TypeElement declaring = (TypeElement) ((DeclaredType) type).asElement();
        return ElementFilter.fieldsIn(declaring.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().contentEquals(name.getName()))
                .findFirst()
                .orElseThrow(() -> body.reject(DiagnosticCode.AD301, (Tree) name, name));
    }

    /** The condition under which a label fits. */
    Expression test(Expression selector, Expression label) {
        if (isString()) {
            Opaque equals = new PassiveCode()
                    .operand(selector, Opaque.PRIMARY)
                    .text(".equals")
                    .arguments(List.of(label))
                    .primary(PrimitiveType.BOOLEAN, null);
            return body.perform("matches", equals);
        } else if (isEnum()) {
            return new PassiveCode()
                    .operand(selector, EQUALITY)
                    .text(" == ")
                    .operand(label, EQUALITY + 1)
                    .operation(PrimitiveType.BOOLEAN, EQUALITY);
        }
        return new Compare(Compare.Operator.EQUAL, selector, label);
    }
}
