package dev.pullback.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.request.TypeMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Lowers calls of local functions: the body of a lambda expression is lowered where it is called. Its free variables never
 * change, so they mean the same there.
 */
final class FunctionLowering {

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final SymbolResolver symbols;
    private final ExpressionLowering expressions;
    private final StatementLowering statements;
    private final JumpTargets targets;

    FunctionLowering(
            BodyBuilder body,
            BodyTyper typer,
            SymbolResolver symbols,
            ExpressionLowering expressions,
            StatementLowering statements,
            JumpTargets targets) {
        this.body = body;
        this.typer = typer;
        this.symbols = symbols;
        this.expressions = expressions;
        this.statements = statements;
        this.targets = targets;
    }

    /**
     * The types of a function.
     *
     * @param result {@code VOID} if there is none
     */
    record Shape(List<IrType> parameters, IrType result) {
        Shape(IrType result, IrType... parameters) {
            this(List.of(parameters), result);
        }
    }

    /** The local that stands for a function. */
    Local declare(String name, TypeMirror type, ExpressionTree tree) {
        FunctionValue function = value(tree);
        return Local.ofFunction(
                name, type, new FunctionValue(function.tree(), function.scope().copy()));
    }

    /** The function that an expression in the place of a function means. */
    FunctionValue value(ExpressionTree tree) {
        ExpressionTree bare = ExpressionLowering.withoutParentheses(tree);
        if (FunctionValue.isFunction(bare)) {
            return new FunctionValue(bare, symbols.scope());
        }
        return local(bare).orElseThrow(() -> body.reject(DiagnosticCode.AD251, tree));
    }

    private Optional<FunctionValue> local(ExpressionTree tree) {
        return tree instanceof IdentifierTree name
                ? symbols.scope().find(name.getName().toString()).flatMap(Local::function)
                : Optional.empty();
    }

    /** Whether an expression means a function. */
    boolean isFunction(ExpressionTree tree) {
        ExpressionTree bare = ExpressionLowering.withoutParentheses(tree);
        return FunctionValue.isFunction(bare) || local(bare).isPresent();
    }

    /** Rejects calls that are given functions other than messages, or that are made on what a function returns as an object. */
    void rejectAsValues(MethodInvocationTree tree) {
        for (ExpressionTree argument : tree.getArguments()) {
            boolean isMessage = argument instanceof LambdaExpressionTree
                    && OpenCalls.isHarmless(typer.methodOf(tree).method());
            if (isFunction(argument) && !isMessage) {
                throw body.reject(DiagnosticCode.AD251, argument);
            }
        }
        ExpressionTree receiver = tree;
        while (receiver instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select) {
            receiver = ExpressionLowering.withoutParentheses(select.getExpression());
            if (receiver instanceof MethodInvocationTree inner && isCall(inner)) {
                throw body.reject(
                        DiagnosticCode.AD252,
                        inner,
                        typer.methodOf(inner).method().getSimpleName());
            }
        }
    }

    // ---- calls ----

    /** Whether a call is one of a local function. */
    boolean isCall(MethodInvocationTree tree) {
        return tree.getMethodSelect() instanceof MemberSelectTree select
                && local(ExpressionLowering.withoutParentheses(select.getExpression()))
                        .isPresent();
    }

    /** The result of a call of a local function, if it has one. */
    Optional<Expression> call(MethodInvocationTree tree) {
        ExecutableElement method = typer.methodOf(tree).method();
        if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
            throw body.reject(DiagnosticCode.AD252, tree, method.getSimpleName());
        }
        Shape shape = shape(method, tree);
        List<Expression> arguments = expressions.values(tree.getArguments(), shape.parameters());
        ExpressionTree function = ((MemberSelectTree) tree.getMethodSelect()).getExpression();
        return apply(value(function), shape, arguments, tree);
    }

    private Shape shape(ExecutableElement method, Tree tree) {
        List<IrType> parameters = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            parameters.add(scalar(parameter.asType(), tree));
        }
        boolean isVoid = method.getReturnType().getKind() == TypeKind.VOID;
        return new Shape(parameters, isVoid ? PrimitiveType.VOID : scalar(method.getReturnType(), tree));
    }

    private IrType scalar(TypeMirror type, Tree tree) {
        return TypeMapping.irType(type)
                .filter(PrimitiveType.class::isInstance)
                .orElseThrow(() -> body.reject(DiagnosticCode.AD253, tree, type));
    }

    /** The result of a function for arguments of its parameters' types. */
    Optional<Expression> apply(FunctionValue function, Shape shape, List<Expression> arguments, Tree call) {
        if (function.tree() instanceof MemberReferenceTree reference) {
            return expressions.calls().references().call(reference, shape, arguments);
        }
        LambdaExpressionTree lambda = (LambdaExpressionTree) function.tree();
        return symbols.within(function.scope(), () -> {
            Set<String> assigned = AssignedNames.in(lambda.getBody());
            for (int i = 0; i < arguments.size(); i++) {
                String name = lambda.getParameters().get(i).getName().toString();
                Variable parameter = bind(name, arguments.get(i), !assigned.contains(name));
                symbols.scope().declare(new Local(name, typer.mirror(parameter.type()), parameter));
            }
            return lambda.getBody() instanceof BlockTree block
                    ? block(block, shape.result())
                    : expression((ExpressionTree) lambda.getBody(), shape.result());
        });
    }

    /** A parameter that keeps its value is the argument itself: the function can assign no variable from outside. */
    private Variable bind(String name, Expression value, boolean isKept) {
        if (isKept) {
            return value instanceof Read read
                    ? read.variable()
                    : body.bind(name, value).variable();
        }
        Variable parameter = new Variable(name, value.type());
        body.emit(new Declare(parameter, value, body.origin()));
        return parameter;
    }

    private Optional<Expression> expression(ExpressionTree tree, IrType type) {
        if (type == PrimitiveType.VOID) {
            expressions.effect(tree);
            return Optional.empty();
        }
        return Optional.of(expressions.value(tree, type));
    }

    // ---- bodies with statements ----

    private Optional<Expression> block(BlockTree tree, IrType type) {
        List<? extends StatementTree> all = tree.getStatements();
        if (!all.isEmpty()
                && all.get(all.size() - 1) instanceof ReturnTree last
                && last.getExpression() != null
                && returns(tree) == 1) {
            statements.lowerAll(all.subList(0, all.size() - 1));
            return Optional.of(expressions.value(last.getExpression(), type));
        }
        Variable result = type == PrimitiveType.VOID ? null : Variable.temporary("result", type);
        if (result != null) {
            body.emit(new Declare(result, null, body.origin()));
        }
        targets.within(
                JumpTargets.Kind.LAMBDA,
                target -> statements.lowerAll(all, (exit, value) -> {
                    store(result, value);
                    targets.emitReturn();
                }));
        return Optional.ofNullable(result).map(Read::new);
    }

    private void store(@Nullable Variable result, @Nullable ExpressionTree value) {
        if (result != null && value != null) {
            body.emit(new Assign(new Read(result), expressions.value(value, result.type()), body.origin()));
        }
    }

    private static int returns(BlockTree tree) {
        int[] count = {0};
        new TreeScanner<Void, Void>() {
            @Override
            public @Nullable Void visitReturn(ReturnTree other, @Nullable Void unused) {
                count[0]++;
                return super.visitReturn(other, null);
            }

            @Override
            public @Nullable Void visitLambdaExpression(LambdaExpressionTree other, @Nullable Void unused) {
                return null;
            }
        }.scan(tree, null);
        return count[0];
    }
}
