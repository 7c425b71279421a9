package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.ObjectCode;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.PackedCall;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.RecordType;
import dev.pullback.processor.request.Receivers;
import dev.pullback.processor.request.RecordShape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Lowers calls of other classes' differentiable methods that take, give or belong to records. The representation has one
 * argument for each component; the objects are made where the code is generated.
 */
final class ForeignRecordCalls {

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final ExpressionLowering expressions;
    private final RecordLowering records;
    private final Helpers helpers;

    ForeignRecordCalls(
            BodyBuilder body,
            BodyTyper typer,
            ExpressionLowering expressions,
            RecordLowering records,
            Helpers helpers) {
        this.body = body;
        this.typer = typer;
        this.expressions = expressions;
        this.records = records;
        this.helpers = helpers;
    }

    /** Whether a call is lowered here. */
    boolean handles(MethodInvocationTree tree, ExecutableElement method) {
        boolean isRead = helpers.isLocal(method) && helpers.hasBody(method);
        return !isRead
                && helpers.isDifferentiable(method)
                && (RecordShape.of(method.getReturnType()).isPresent()
                        || method.getParameters().stream()
                                .anyMatch(parameter ->
                                        RecordShape.of(parameter.asType()).isPresent())
                        || receiver(tree, method).isPresent());
    }

    /** The record that a method is called on, if it is taken apart: always, where the method is differentiated by it. */
    private Optional<RecordShape> receiver(MethodInvocationTree tree, ExecutableElement method) {
        if (!Receivers.has(method) || !(tree.getMethodSelect() instanceof MemberSelectTree select)) {
            return Optional.empty();
        }
        return helpers.independentFields(method).isEmpty()
                ? records.shapeOf(select.getExpression())
                : RecordShape.of(typer.typeOf(select.getExpression()));
    }

    /** The leaves of the result. */
    List<Expression> value(MethodInvocationTree tree, OverloadResolver.Choice choice) {
        ExecutableElement method = choice.method();
        if (hasArrays(method)) {
            throw body.reject(
                    DiagnosticCode.AD219,
                    tree,
                    method.getSimpleName(),
                    "it is of another class and takes an array of records");
        }
        Optional<RecordShape> receiver = receiver(tree, method);
        boolean isVaried =
                receiver.isPresent() && !helpers.independentFields(method).isEmpty();
        if (isVaried) {
            requireAllFields(receiver.get(), method, tree);
        }
        Callee callee = helpers.external(
                method, ref(method, tree), body.position(tree), isVaried ? receiver : Optional.empty());
        List<Supplier<List<Expression>>> parts = new ArrayList<>();
        if (Receivers.has(method)) {
            parts.add(() -> receiver(tree, method, isVaried));
        }
        parts.addAll(expressions.arguments().parts(choice, tree.getArguments(), tree, false, this::argument));
        List<Expression> arguments = expressions.inOrder(parts);
        arguments.forEach(value -> expressions.instances().rejectIndependents(value, tree));
        Optional<Expression> result =
                expressions.calls().invoke(tree, callee.checking(checked(method, receiver)), arguments);
        return callee.records().result().isPresent()
                ? takeApart(
                        (Read) result.orElseThrow(), callee.records().result().get(), method, tree)
                : result.stream().toList();
    }

    private static boolean hasArrays(ExecutableElement method) {
        return Stream.concat(
                        RecordShape.of(method.getReturnType()).stream(),
                        method.getParameters().stream()
                                .flatMap(parameter -> RecordShape.ofParameter(parameter).stream()))
                .anyMatch(RecordShape::isArray);
    }

    // ---- arguments ----

    /** The records whose constructors may change what they are given, so that one that is made again may be another one. */
    private Set<RecordType> checked(ExecutableElement method, Optional<RecordShape> receiver) {
        Stream<RecordShape> arguments =
                method.getParameters().stream().flatMap(parameter -> RecordShape.ofParameter(parameter).stream());
        return Stream.concat(receiver.stream(), arguments)
                .filter(shape -> !records.calls().constructors().isPlain(shape))
                .map(RecordShape::recordType)
                .collect(Collectors.toSet());
    }

    private List<Expression> receiver(MethodInvocationTree tree, ExecutableElement method, boolean isVaried) {
        Optional<RecordShape> shape = receiver(tree, method);
        if (shape.isEmpty()) {
            return List.of(expressions.calls().object(tree, method).orElseThrow());
        }
        ExpressionTree qualifier = ((MemberSelectTree) tree.getMethodSelect()).getExpression();
        return isVaried ? made(shape.get(), qualifier) : List.of(constant(shape.get(), qualifier, method, tree));
    }

    /** The receiver of a method that is not differentiated with respect to it. */
    Expression receiver(ExpressionTree object, ExecutableElement method, MethodInvocationTree tree) {
        return records.shapeOf(object)
                .map(shape -> constant(shape, object, method, tree))
                .orElseGet(() -> expressions.passive().argument(object));
    }

    private Expression constant(
            RecordShape shape, ExpressionTree object, ExecutableElement method, MethodInvocationTree tree) {
        Diagnostic lost = Diagnostic.of(DiagnosticCode.AD271, body.position(tree), method.getSimpleName());
        return object(shape, made(shape, object), lost);
    }

    private List<Expression> argument(ExpressionTree tree, VariableElement parameter) {
        TypeMirror type = parameter.asType();
        Optional<RecordShape> taken = RecordShape.ofParameter(parameter);
        if (taken.isPresent()) {
            return made(taken.get(), tree);
        }
        Optional<RecordShape> constant = records.shapeOf(tree);
        return List.of(
                constant.isPresent()
                        ? object(constant.get(), made(constant.get(), tree), null)
                        : expressions.value(tree, body.valueType(type, tree)));
    }

    /** The leaves of a record that is made again for the call. */
    private List<Expression> made(RecordShape shape, ExpressionTree tree) {
        List<Expression> leaves = records.calls().constructors().named(shape, records.value(tree));
        if (leaves.size() != shape.size() || !shape.isComplete()) {
            throw body.reject(DiagnosticCode.AD269, tree, shape.type().getSimpleName());
        }
        return leaves;
    }

    private Expression object(RecordShape shape, List<Expression> leaves, @Nullable Diagnostic refusal) {
        Opaque code = ObjectCode.object(shape.recordType(), leaves.iterator());
        return body.perform("object", new Opaque(code.type(), code.precedence(), code.pieces(), refusal));
    }

    /** A component that is not among the fields would lose its derivative. */
    private void requireAllFields(RecordShape shape, ExecutableElement method, MethodInvocationTree tree) {
        Set<String> fields = helpers.independentFields(method).stream()
                .map(field -> field.element().getSimpleName().toString())
                .collect(Collectors.toSet());
        boolean areAll = shape.leaves().stream()
                .allMatch(leaf ->
                        !leaf.type().isDifferentiable() || leaf.path().size() == 1 && fields.contains(leaf.name()));
        if (!areAll) {
            throw body.reject(DiagnosticCode.AD271, tree, method.getSimpleName());
        }
    }

    private MethodRef ref(ExecutableElement method, MethodInvocationTree tree) {
        List<IrType> parameters = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            parameters.add(body.valueType(parameter.asType(), tree));
        }
        boolean isVoid = method.getReturnType().getKind() == TypeKind.VOID;
        IrType returnType = isVoid ? PrimitiveType.VOID : body.valueType(method.getReturnType(), tree);
        return new MethodRef(
                Helpers.ownerName(method),
                method.getSimpleName().toString(),
                parameters,
                returnType,
                !Receivers.has(method));
    }

    // ---- results ----

    private List<Expression> takeApart(
            Read vector, RecordParameter result, ExecutableElement method, MethodInvocationTree tree) {
        RecordShape shape = RecordShape.of(method.getReturnType()).orElseThrow();
        shape.components().forEach(component -> records.requireVisible(component, tree));
        List<Expression> leaves = new ArrayList<>();
        Iterator<RecordParameter.Leaf> parts = result.leaves().iterator();
        for (RecordShape.Component component : shape.components()) {
            if (component.size() == 0) {
                throw body.reject(DiagnosticCode.AD270, tree, method.getSimpleName(), component.name());
            }
        }
        while (parts.hasNext()) {
            RecordParameter.Leaf leaf = parts.next();
            IrType type = leaf.variable().type();
            if (!PackedCall.fits(type)) {
                throw body.reject(DiagnosticCode.AD270, tree, method.getSimpleName(), String.join(".", leaf.path()));
            }
            leaves.add(PackedCall.fromVector(vector.variable(), leaves.size(), type));
        }
        return leaves;
    }
}
