package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Private loggers of the class being compiled, {@code private static final Logger LOG = Logger.getLogger("name")}: the generated
 * class cannot see them, but who asks for a logger by name gets the same one.
 */
final class LoggerFields {

    private final BodyTyper typer;
    private final PassiveLowering passive;
    private final CompilerAccess compiler;
    private final Visibility visibility;

    LoggerFields(BodyTyper typer, PassiveLowering passive, CompilerAccess compiler, Visibility visibility) {
        this.typer = typer;
        this.passive = passive;
        this.compiler = compiler;
        this.visibility = visibility;
    }

    /** How to get the logger that a field holds; nothing for other fields. */
    Optional<Opaque> find(VariableElement field, IrType type) {
        boolean isLogger = type instanceof ObjectType object && OpenCalls.isSink(object.qualifiedName());
        if (!isLogger
                || !(compiler.trees().getTree(field) instanceof VariableTree tree)
                || !(tree.getInitializer() instanceof MethodInvocationTree call)
                || call.getArguments().size() != 1) {
            return Optional.empty();
        }
        Optional<Opaque> name = name(call.getArguments().get(0));
        ExecutableElement method = typer.methodOf(call).method();
        if (name.isEmpty() || !method.getModifiers().contains(Modifier.STATIC) || !visibility.isVisible(method)) {
            return Optional.empty();
        }
        return Optional.of(new PassiveCode()
                .type(new ObjectType(Helpers.ownerName(method)))
                .text("." + method.getSimpleName() + "(")
                .operand(name.get(), 0)
                .text(")")
                .primary(type, null));
    }

    /** The name or class that a logger belongs to: {@code "name"}, {@code Type.class}, {@code Type.class.getName()}. */
    private Optional<Opaque> name(ExpressionTree tree) {
        if (tree instanceof LiteralTree literal && literal.getValue() instanceof String text) {
            return Optional.of(
                    Opaque.constant(ObjectType.STRING, compiler.elements().getConstantExpression(text)));
        } else if (tree instanceof MemberSelectTree select && PassiveLowering.isClassLiteral(select)) {
            return Optional.of(passive.classLiteral(select));
        }
        return tree instanceof MethodInvocationTree call
                        && call.getMethodSelect() instanceof MemberSelectTree select
                        && select.getExpression() instanceof MemberSelectTree literal
                        && PassiveLowering.isClassLiteral(literal)
                ? Optional.of(new PassiveCode()
                        .operand(passive.classLiteral(literal), Opaque.PRIMARY)
                        .text("." + select.getIdentifier() + "()")
                        .primary(ObjectType.STRING, null))
                : Optional.empty();
    }
}
