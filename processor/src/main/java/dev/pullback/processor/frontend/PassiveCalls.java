package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.request.RecordShape;
import dev.pullback.processor.request.TypeMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/**
 * Lowers calls whose bodies nobody reads: methods of passive objects and static methods of other classes, on passive values.
 * They happen once, in the forward sweep. Whether their arguments are passive is known only after the analysis of activity;
 * the call carries the message for the case that they are not.
 */
final class PassiveCalls {

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final PassiveLowering values;
    private final InstanceMembers instances;
    private final Visibility visibility;

    PassiveCalls(
            BodyBuilder body,
            BodyTyper typer,
            PassiveLowering values,
            InstanceMembers instances,
            Visibility visibility) {
        this.instances = instances;
        this.body = body;
        this.typer = typer;
        this.values = values;
        this.visibility = visibility;
    }

    /** The result of a call, nothing for a method without one; {@code refusal} if an argument carries a derivative. */
    Optional<Expression> value(MethodInvocationTree tree, ExecutableElement method, Diagnostic refusal) {
        if (method.getReturnType().getKind() == TypeKind.VOID) {
            effect(tree, method, refusal);
            return Optional.empty();
        }
        IrType type = body.valueType(typer.typeOf(tree), tree);
        if (type.isArray() && OpenCalls.givesBackArgument(method)) {
            Opaque check = code(tree, method, PrimitiveType.VOID, refusal);
            body.emit(new Perform(null, check, body.origin()));
            return Optional.of(check.operands().get(0));
        }
        Opaque code = code(tree, method, type, refusal);
        boolean sharesArray = type.isArray() && code.operands().stream().anyMatch(e -> isNumbers(e.type()));
        if (sharesArray) {
            throw new Unsupported(refusal);
        }
        String name = method.getSimpleName().toString();
        Read result = RecordShape.isAccessor(method) ? body.performRepeatable(name, code) : body.perform(name, code);
        if (type.isArray()) {
            body.aliasStatic(result.variable());
        }
        return Optional.of(result);
    }

    /** A call as a statement. */
    void effect(MethodInvocationTree tree, ExecutableElement method, Diagnostic refusal) {
        body.emit(new Perform(null, code(tree, method, PrimitiveType.VOID, refusal), body.origin()));
    }

    /** Generated methods declare no exceptions, and so call no method that declares a checked one. */
    void rejectChecked(MethodInvocationTree tree, ExecutableElement method) {
        typer.methodTypes().checkedException(method).ifPresent(exception -> {
            throw body.reject(DiagnosticCode.AD231, tree, exception);
        });
    }

    /** Generated code has a wildcard for each type parameter of the class, which fits no other one. */
    private void rejectVariables(MethodInvocationTree tree, ExecutableElement method) {
        List<? extends VariableElement> parameters = method.getParameters();
        long open = IntStream.range(
                        0, Math.min(parameters.size(), tree.getArguments().size()))
                .filter(i -> tree.getArguments().get(i).getKind() != Tree.Kind.NULL_LITERAL)
                .filter(i -> TypeMapping.hasVariables(parameters.get(i).asType()))
                .count();
        boolean isOfVariable = tree.getMethodSelect() instanceof MemberSelectTree select
                ? typer.isValue(select.getExpression())
                        && TypeMapping.hasVariables(typer.typeOf(select.getExpression()))
                : !method.getModifiers().contains(Modifier.STATIC);
        if (open > 0 && method.getTypeParameters().isEmpty() && isOfVariable) {
            throw body.reject(DiagnosticCode.AD238, tree, method.getSimpleName());
        }
    }

    private Opaque code(MethodInvocationTree tree, ExecutableElement method, IrType type, Diagnostic refusal) {
        if (!isCallable(tree, method)) {
            throw body.reject(DiagnosticCode.AD230, tree, method.getSimpleName());
        }
        rejectChecked(tree, method);
        rejectVariables(tree, method);
        if (tree.getArguments().stream().anyMatch(values::isRecord)) {
            throw new Unsupported(refusal);
        }
        PassiveCode code = new PassiveCode();
        String call = "." + method.getSimpleName();
        List<Expression> arguments;
        if (method.getModifiers().contains(Modifier.STATIC)) {
            code.type(new ObjectType(Helpers.ownerName(method))).text(call);
            arguments = values.arguments(tree.getArguments());
            arguments.forEach(value -> instances.rejectEscape(value, tree));
        } else {
            List<Expression> all = receiverAndArguments(tree, method);
            all.forEach(value -> instances.rejectEscape(value, tree));
            code.operand(all.get(0), Opaque.PRIMARY).text(call);
            arguments = all.subList(1, all.size());
        }
        if (!OpenCalls.isHarmless(method) && arguments.stream().anyMatch(e -> isNumbers(e.type()))) {
            throw new Unsupported(refusal);
        }
        return code.arguments(arguments).primary(type, OpenCalls.contains(method) ? null : refusal);
    }

    /** Whether the generated class can write the call; a public method may be inherited from a class that it cannot name. */
    private boolean isCallable(MethodInvocationTree tree, ExecutableElement method) {
        return visibility.isVisible(method)
                || method.getModifiers().contains(Modifier.PUBLIC)
                        && tree.getMethodSelect() instanceof MemberSelectTree select
                        && typer.isValue(select.getExpression())
                        && typer.typeOf(select.getExpression()) instanceof DeclaredType type
                        && visibility.isVisible(type.asElement());
    }

    /** Whether it is an array of numbers, which the callee could change. */
    private static boolean isNumbers(IrType type) {
        return type instanceof ArrayType array && array.scalar() instanceof PrimitiveType;
    }

    /** The object that a method of another class is called on, under a name. */
    Expression receiver(MethodInvocationTree tree, ExecutableElement method) {
        if (!(tree.getMethodSelect() instanceof MemberSelectTree select)) {
            return instances.self(method, tree);
        }
        Expression object = values.argument(select.getExpression());
        return object instanceof Read ? object : body.bind("object", object);
    }

    private List<Expression> receiverAndArguments(MethodInvocationTree tree, ExecutableElement method) {
        List<ExpressionTree> trees = new ArrayList<>(tree.getArguments());
        if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            trees.add(0, select.getExpression());
            return values.arguments(trees);
        }
        List<Expression> all = new ArrayList<>(List.of(instances.self(method, tree)));
        all.addAll(values.arguments(trees));
        return all;
    }
}
