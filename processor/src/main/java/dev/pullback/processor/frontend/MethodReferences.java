package dev.pullback.processor.frontend;

import com.sun.source.tree.MemberReferenceTree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.MethodRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** Lowers calls through references to static methods, like calls of the methods themselves. */
final class MethodReferences {

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final ExpressionLowering expressions;
    private final Helpers helpers;
    private final CallLowering calls;

    MethodReferences(
            BodyBuilder body, BodyTyper typer, ExpressionLowering expressions, Helpers helpers, CallLowering calls) {
        this.body = body;
        this.typer = typer;
        this.expressions = expressions;
        this.helpers = helpers;
        this.calls = calls;
    }

    /** The result of the method for arguments of these types. */
    Optional<Expression> call(MemberReferenceTree tree, FunctionLowering.Shape shape, List<Expression> arguments) {
        List<TypeMirror> types = shape.parameters().stream().map(typer::mirror).toList();
        ExecutableElement method = typer.methodOf(tree, types)
                .filter(found -> found.getModifiers().contains(Modifier.STATIC))
                .orElseThrow(() -> body.reject(DiagnosticCode.AD255, tree, tree));
        Optional<Expression> result;
        if (helpers.isLocal(method)) {
            result = invoke(helpers.local(method, body.position(tree)), arguments, tree);
        } else if (helpers.isAnnotated(method)) {
            MethodRef ref = calls.ref(method, tree);
            result = invoke(helpers.external(method, ref, body.position(tree)), arguments, tree);
        } else {
            result = calls.function(tree, method, ref -> widened(arguments, ref, tree));
            if (result.isEmpty()) {
                throw body.reject(DiagnosticCode.AD255, tree, tree);
            }
        }
        return result.map(value -> expressions.widen(value, shape.result(), tree));
    }

    private Optional<Expression> invoke(Callee callee, List<Expression> arguments, MemberReferenceTree tree) {
        return calls.invoke(callee, widened(arguments, callee.method(), tree));
    }

    private List<Expression> widened(List<Expression> arguments, MethodRef method, MemberReferenceTree tree) {
        List<Expression> widened = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            widened.add(
                    expressions.widen(arguments.get(i), method.parameterTypes().get(i), tree));
        }
        return widened;
    }
}
