package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.request.RecordShape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * Lowers calls that take, give or belong to records. An accessor is a leaf. A method or constructor of the same top-level class
 * is lowered into the body of its caller, with the leaves of its records as they are there; others are refused, because what
 * they do stands in another file.
 */
final class RecordCalls {

    /** The record that a method is called on; its leaves are lowered when they are asked for. */
    record Receiver(RecordShape shape, Supplier<List<Expression>> leaves) {}

    private static final Set<String> IDENTITY = Set.of("equals", "hashCode", "toString");

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final SymbolResolver symbols;
    private final RecordLowering records;
    private final Helpers helpers;
    private final InlineCalls inline;
    private final RecordConstructors constructors;
    private final ForeignRecordCalls foreign;

    RecordCalls(
            BodyBuilder body,
            BodyTyper typer,
            SymbolResolver symbols,
            ExpressionLowering expressions,
            RecordLowering records,
            Helpers helpers) {
        this.body = body;
        this.typer = typer;
        this.symbols = symbols;
        this.records = records;
        this.helpers = helpers;
        this.inline = new InlineCalls(body, expressions, records, helpers);
        this.foreign = new ForeignRecordCalls(body, typer, expressions, records, helpers);
        this.constructors = new RecordConstructors(body, typer, expressions, helpers, inline);
    }

    RecordConstructors constructors() {
        return constructors;
    }

    /** The calls of other classes. */
    ForeignRecordCalls foreign() {
        return foreign;
    }

    /** Whether a call is lowered here. */
    boolean handles(MethodInvocationTree tree, ExecutableElement method) {
        if (receiver(tree, method).isPresent()
                || isFactory(method)
                || isCheck(tree, method)
                || foreign.handles(tree, method)) {
            return true;
        } else if (!helpers.isLocal(method) || !hasRecords(method)) {
            return false;
        }
        return method.getModifiers().contains(Modifier.STATIC)
                || helpers.hasBody(method)
                        && (InstanceMembers.isOnSelf(tree.getMethodSelect()) || takesDerivatives(method));
    }

    /** {@code Objects.requireNonNull} of a record, which is none if it could be taken apart. */
    private boolean isCheck(MethodInvocationTree tree, ExecutableElement method) {
        return OpenCalls.givesBackArgument(method)
                && !tree.getArguments().isEmpty()
                && records.shapeOf(tree.getArguments().get(0)).isPresent();
    }

    private static boolean hasRecords(ExecutableElement method) {
        return RecordShape.of(method.getReturnType()).isPresent()
                || method.getParameters().stream()
                        .anyMatch(
                                parameter -> RecordShape.of(parameter.asType()).isPresent());
    }

    private boolean takesDerivatives(ExecutableElement method) {
        return method.getParameters().stream().anyMatch(parameter -> body.isDifferentiable(parameter.asType()));
    }

    /** Whether a method of another file makes an object of its components, as a constructor would. */
    private boolean isFactory(ExecutableElement method) {
        return !helpers.isLocal(method)
                && RecordShape.of(method.getReturnType())
                        .flatMap(RecordShape::factory)
                        .filter(method::equals)
                        .isPresent();
    }

    /** The leaves of a call's result: one, unless the result is a record. */
    List<Expression> value(MethodInvocationTree tree) {
        OverloadResolver.Choice choice = typer.methodOf(tree);
        ExecutableElement method = choice.method();
        Optional<Receiver> receiver = receiver(tree, method);
        if (receiver.isPresent() && !hasOwnBody(method)) {
            RecordShape shape = receiver.get().shape();
            Optional<RecordShape.Component> component = shape.givenBy(method);
            if (component.isPresent()) {
                return component(shape, component.get(), receiver.get().leaves().get(), tree);
            }
        }
        if (isCheck(tree, method)) {
            return records.value(tree.getArguments().get(0));
        } else if (foreign.handles(tree, method)) {
            return foreign.value(tree, choice);
        } else if (isFactory(method)) {
            return constructors.create(choice, tree);
        }
        requireBody(tree, method, receiver.isPresent());
        boolean isOnObject = receiver.isEmpty() && !method.getModifiers().contains(Modifier.STATIC);
        return isOnObject ? inline.callOnObject(choice, tree) : inline.call(choice, receiver, tree);
    }

    private void requireBody(MethodInvocationTree tree, ExecutableElement method, boolean isOnRecord) {
        String name = method.getSimpleName().toString();
        if (isOnRecord && IDENTITY.contains(name) && (!hasOwnBody(method) || name.equals("equals"))) {
            throw body.reject(DiagnosticCode.AD267, tree, name);
        } else if (!helpers.isLocal(method)) {
            throw body.reject(
                    isOnRecord ? DiagnosticCode.AD266 : DiagnosticCode.AD221,
                    tree,
                    Helpers.ownerName(method) + "." + name);
        }
    }

    private List<Expression> component(
            RecordShape shape, RecordShape.Component component, List<Expression> leaves, MethodInvocationTree tree) {
        if (component.size() == 0) {
            throw body.reject(DiagnosticCode.AD303, tree, component.type());
        }
        return shape.part(component, leaves);
    }

    /**
     * The record that a call belongs to: the qualifier, or {@code this} inside the record. One in the keeping of a passive object
     * is taken apart for a method that takes derivatives.
     */
    private Optional<Receiver> receiver(MethodInvocationTree tree, ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.empty();
        } else if (tree.getMethodSelect() instanceof MemberSelectTree member) {
            ExpressionTree qualifier = member.getExpression();
            boolean isTaken = !InstanceMembers.isOnSelf(member)
                    && hasOwnBody(method)
                    && hasRecords(method)
                    && takesDerivatives(method);
            Optional<RecordShape> record =
                    isTaken ? RecordShape.of(typer.typeOf(qualifier)) : records.shapeOf(qualifier);
            return record.map(shape -> new Receiver(shape, () -> records.value(qualifier)));
        }
        return symbols.scope()
                .find("this")
                .filter(self -> !self.isBound())
                .flatMap(self -> RecordShape.of(self.type()).map(shape -> new Receiver(shape, self::reads)));
    }

    /** Whether the body of a method is lowered where it is called. */
    boolean isRead(ExecutableElement method) {
        return hasOwnBody(method);
    }

    /** Whether an accessor is more than the one that every component has. */
    private boolean hasOwnBody(ExecutableElement method) {
        return helpers.isLocal(method) && helpers.hasBody(method);
    }
}
