package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.request.ElementPosition;
import dev.pullback.processor.request.RecordShape;
import dev.pullback.processor.request.RequestReader;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Checks the accessors of records that are parameters or results. Generated code and callers take such a record apart through
 * them, and bodies of the same top-level class read the fields: both have to give the same numbers.
 */
final class RecordAccessors {

    private final CompilerAccess compiler;

    RecordAccessors(CompilerAccess compiler) {
        this.compiler = compiler;
    }

    /** Reports the accessors of the records in the signature that generated code cannot name, or whose body does more than that. */
    void check(ExecutableElement method, DiagnosticSink sink) {
        for (VariableElement parameter : method.getParameters()) {
            RecordShape.ofParameter(parameter).ifPresent(shape -> check(shape, method, parameter, sink));
        }
        RecordShape.of(method.getReturnType()).ifPresent(shape -> check(shape, method, method, sink));
    }

    private void check(RecordShape shape, ExecutableElement method, Element user, DiagnosticSink sink) {
        Visibility visibility =
                new Visibility(compiler.elements(), compiler.elements().getPackageOf(method));
        boolean isRead = outermost(shape.type()).equals(outermost(method));
        for (RecordShape.Component component : shape.components()) {
            Element accessor = component.accessor();
            if (!visibility.isVisible(accessor)) {
                sink.report(DiagnosticCode.AD230, ElementPosition.of(user), accessor.getSimpleName());
            } else if (isRead && accessor instanceof ExecutableElement body && !isPlain(body, component.name())) {
                sink.report(
                        DiagnosticCode.AD127,
                        ElementPosition.of(user),
                        shape.type().getSimpleName(),
                        accessor.getSimpleName());
            }
            component.record().ifPresent(inner -> check(inner, method, user, sink));
        }
    }

    private static TypeElement outermost(Element member) {
        return RequestReader.enclosingTypes(member).get(0);
    }

    /** Whether a method has no body of its own, or one that gives the field. */
    private boolean isPlain(ExecutableElement method, String field) {
        MethodTree accessor = compiler.trees().getTree(method);
        return accessor == null || accessor.getBody() == null || isPlain(accessor, field);
    }

    /** Whether the body is {@code return x;}, {@code return this.x;} or {@code return x.clone();}. */
    private static boolean isPlain(MethodTree accessor, String field) {
        List<? extends StatementTree> statements = accessor.getBody().getStatements();
        if (statements.size() != 1 || !(statements.get(0) instanceof ReturnTree exit)) {
            return false;
        }
        ExpressionTree value = exit.getExpression();
        if (value instanceof MethodInvocationTree call
                && call.getArguments().isEmpty()
                && call.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("clone")) {
            value = select.getExpression();
        }
        String text = String.valueOf(value);
        return text.equals(field) || text.equals("this." + field);
    }
}
