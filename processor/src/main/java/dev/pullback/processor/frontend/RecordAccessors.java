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
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
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

    /** Reports the accessors of the records in the signature that do more than give, or clone, their component. */
    void check(ExecutableElement method, DiagnosticSink sink) {
        for (VariableElement parameter : method.getParameters()) {
            check(RecordShape.ofParameter(parameter), method, parameter, sink);
        }
        check(RecordShape.of(method.getReturnType()), method, method, sink);
    }

    private void check(Optional<RecordShape> record, ExecutableElement method, Element user, DiagnosticSink sink) {
        record.filter(shape -> RequestReader.enclosingTypes(method).contains(outermost(shape)))
                .ifPresent(shape -> check(shape, user, sink));
    }

    private static Object outermost(RecordShape shape) {
        return RequestReader.enclosingTypes(shape.type()).get(0);
    }

    private void check(RecordShape shape, Element user, DiagnosticSink sink) {
        for (RecordComponentElement component : shape.type().getRecordComponents()) {
            MethodTree accessor = compiler.trees().getTree(component.getAccessor());
            if (accessor != null && accessor.getBody() != null && !isPlain(accessor)) {
                sink.report(
                        DiagnosticCode.AD127,
                        ElementPosition.of(user),
                        shape.type().getSimpleName(),
                        component.getSimpleName());
            }
        }
        shape.components().forEach(component -> component.record().ifPresent(inner -> check(inner, user, sink)));
    }

    /** Whether the body is {@code return x;}, {@code return this.x;} or {@code return x.clone();}. */
    private static boolean isPlain(MethodTree accessor) {
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
        String name = accessor.getName().toString();
        return text.equals(name) || text.equals("this." + name);
    }
}
