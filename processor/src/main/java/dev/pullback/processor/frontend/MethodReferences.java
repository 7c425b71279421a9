package dev.pullback.processor.frontend;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.request.Receivers;
import dev.pullback.processor.request.RequestReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/**
 * Lowers calls through references to static methods and to methods of one object, {@code this::area}, like calls of the methods
 * themselves.
 */
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
                .filter(found -> found.getModifiers().contains(Modifier.STATIC) || isOnObject(tree))
                .orElseThrow(() -> body.reject(DiagnosticCode.AD255, tree, tree));
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        Optional<Expression> receiver = isStatic
                ? Optional.empty()
                : expressions.instances().receiver(tree.getQualifierExpression(), method, tree);
        Optional<Expression> result;
        Optional<Callee> ruled = helpers.ruled(method, () -> calls.ref(method, tree));
        if (ruled.isPresent()) {
            result = invoke(ruled.get(), method, receiver.or(() -> object(tree, method)), arguments, tree);
        } else if (isStatic ? helpers.isLocal(method) : receiver.isPresent()) {
            result = invoke(helpers.local(method, body.position(tree)), method, receiver, arguments, tree);
        } else if (helpers.isAnnotated(method)
                && (isStatic || !Receivers.isAbstract(RequestReader.declaringType(method)))) {
            MethodRef ref = calls.ref(method, tree);
            Callee callee = helpers.external(method, ref, body.position(tree), Optional.empty());
            result = invoke(callee, method, object(tree, method), arguments, tree);
        } else if (!isStatic) {
            throw body.reject(DiagnosticCode.AD255, tree, tree);
        } else {
            result = calls.function(tree, method, ref -> widened(arguments, ref, tree));
            if (result.isEmpty()) {
                throw body.reject(DiagnosticCode.AD255, tree, tree);
            }
        }
        return result.map(value -> expressions.widen(value, shape.result(), tree));
    }

    /** The passive object that a method is called on. */
    private Optional<Expression> object(MemberReferenceTree tree, ExecutableElement method) {
        return Receivers.has(method) ? Optional.of(expressions.value(tree.getQualifierExpression())) : Optional.empty();
    }

    /** Whether a reference names the object, which never changes: {@code this}, or a variable. */
    private boolean isOnObject(MemberReferenceTree tree) {
        return tree.getQualifierExpression() instanceof IdentifierTree name
                && !name.getName().contentEquals("super")
                && typer.isValue(name);
    }

    private Optional<Expression> invoke(
            Callee callee,
            ExecutableElement method,
            Optional<Expression> receiver,
            List<Expression> arguments,
            MemberReferenceTree tree) {
        List<Expression> all = new ArrayList<>();
        receiver.ifPresent(all::add);
        if (callee.isLocal()) {
            all.addAll(expressions.instances().fields(method));
        } else {
            all.forEach(object -> expressions.instances().rejectIndependents(object, tree));
        }
        if (!callee.outputs().isEmpty()) {
            throw body.reject(DiagnosticCode.AD255, tree, tree);
        }
        all.addAll(widened(arguments, callee.method(), tree));
        return calls.invoke(callee, all);
    }

    /** The arguments as the last parameters have them; in front of these the receiver of a helper has one. */
    private List<Expression> widened(List<Expression> arguments, MethodRef method, MemberReferenceTree tree) {
        List<Expression> widened = new ArrayList<>();
        int first = method.parameterTypes().size() - arguments.size();
        for (int i = 0; i < arguments.size(); i++) {
            IrType type = method.parameterTypes().get(first + i);
            widened.add(expressions.widen(arguments.get(i), type, tree));
        }
        return widened;
    }
}
