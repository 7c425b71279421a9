package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.ClassChecks;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.request.Receivers;
import dev.pullback.processor.request.RequestReader;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Lowers members of objects of the class being compiled. Fields are constants: those of the receiver are read once, before
 * everything else. Methods are lowered like static ones, with the object as first argument, provided that no subclass has
 * overridden them; generated code checks that where the class does not rule it out.
 */
final class InstanceMembers {

    private static final int UNARY = 14;

    private final BodyBuilder body;
    private final BodyTyper typer;
    private final SymbolResolver symbols;
    private final ExpressionLowering expressions;
    private final Helpers helpers;
    private final Visibility visibility;

    InstanceMembers(
            BodyBuilder body,
            BodyTyper typer,
            SymbolResolver symbols,
            ExpressionLowering expressions,
            Helpers helpers,
            Visibility visibility) {
        this.body = body;
        this.typer = typer;
        this.symbols = symbols;
        this.expressions = expressions;
        this.helpers = helpers;
        this.visibility = visibility;
    }

    /** The statement that throws if an object is not of exactly this class. */
    static Perform classCheck(Expression object, TypeElement type) {
        return ClassChecks.exactly(
                object, new ObjectType(type.getQualifiedName().toString()));
    }

    // ---- the receiver ----

    /** The receiver, where a member is used by its simple name or through {@code this}. */
    Read self(Element member, Tree tree) {
        return symbols.scope()
                .find("this")
                .filter(Local::isBound)
                .filter(self -> typer.isMember(member, self.type()))
                .map(self -> new Read(self.variable()))
                .orElseThrow(() -> body.reject(DiagnosticCode.AD212, tree, member.getSimpleName()));
    }

    static boolean isOnSelf(Tree name) {
        return name instanceof IdentifierTree
                || name instanceof MemberSelectTree select && isThis(select.getExpression());
    }

    private static boolean isThis(ExpressionTree tree) {
        return tree instanceof IdentifierTree qualifier && qualifier.getName().contentEquals("this");
    }

    private boolean isOnOther() {
        return symbols.scope().find("this").filter(Local::isOther).isPresent();
    }

    // ---- fields ----

    /** The value of a field of the receiver or of another object. */
    Expression field(VariableElement field, TypeMirror type, Tree tree) {
        IrType irType = body.valueType(type, tree);
        String name = field.getSimpleName().toString();
        if (!isOnSelf(tree) || isOnOther()) {
            Expression object =
                    isOnSelf(tree) ? self(field, tree) : expressions.value(((MemberSelectTree) tree).getExpression());
            rejectIndependents(object, tree);
            Opaque code = read(object, field, false, irType, tree);
            boolean isFinal = field.getModifiers().contains(Modifier.FINAL);
            Read value = isFinal ? body.performRepeatable(name, code) : body.perform(name, code);
            if (irType.isArray()) {
                body.aliasStatic(value.variable());
            }
            return value;
        }
        Optional<Read> independent = symbols.scope().find(Local.nameOf(field)).map(local -> new Read(local.variable()));
        if (independent.isPresent()) {
            if (irType.isArray()) {
                body.aliasStatic(independent.get().variable());
            }
            return independent.get();
        }
        Opaque code = read(self(field, tree), field, true, irType, tree);
        return irType.isArray() ? body.constantArray(name, code) : body.constant(name, code);
    }

    /** What the generated class can write: the field itself, the accessor of a private one, or a read through a handle. */
    private Opaque read(Expression object, VariableElement field, boolean isOnSelf, IrType type, Tree tree) {
        if (visibility.isVisible(field)) {
            return code(object, field.getSimpleName().toString(), type);
        }
        Optional<ExecutableElement> accessor = helpers.accessor(field)
                .filter(visibility::isVisible)
                .filter(method -> !Receivers.isOverridable(method) || isOnSelf && helpers.isOfExactClass(method));
        if (accessor.isPresent()) {
            return code(object, accessor.get().getSimpleName() + "()", type);
        }
        return visibility
                .hidden(field)
                .map(hidden -> converted(hidden.read(object), type))
                .orElseThrow(() -> body.reject(DiagnosticCode.AD234, tree, field.getSimpleName()));
    }

    private static Opaque code(Expression object, String access, IrType type) {
        return new PassiveCode()
                .operand(object, Opaque.PRIMARY)
                .text("." + access)
                .primary(type, null);
    }

    /** The value of a field whose type depends on type arguments, as what it is for this object. */
    private static Opaque converted(Opaque value, IrType type) {
        return value.type().equals(type)
                ? value
                : new PassiveCode()
                        .text("(")
                        .type(type)
                        .text(") ")
                        .operand(value, UNARY)
                        .operation(type, UNARY);
    }

    // ---- methods ----

    /** The object that a helper of this class is called on; nothing for a method whose body is not lowered. */
    Optional<Expression> receiver(MethodInvocationTree tree, ExecutableElement method) {
        return receiver(
                tree.getMethodSelect() instanceof MemberSelectTree select ? select.getExpression() : null,
                method,
                tree);
    }

    /** The same for a call on the value of {@code object}, or on the receiver if that is null. */
    Optional<Expression> receiver(@Nullable ExpressionTree object, ExecutableElement method, Tree call) {
        if (!helpers.isLocal(method) || !helpers.hasBody(method)) {
            return Optional.empty();
        }
        if (object == null || isThis(object)) {
            if (Receivers.isOverridable(method)) {
                requireExactClass(method, call);
            }
            return Optional.of(self(method, call));
        }
        boolean mayCarry =
                method.getParameters().stream().anyMatch(parameter -> body.isDifferentiable(parameter.asType()));
        return !mayCarry && visibility.isVisible(method) ? Optional.empty() : Optional.of(other(object, method));
    }

    /** The fields of the receiver that a helper called on it gets, behind the receiver itself. */
    List<Expression> fields(ExecutableElement method) {
        return helpers.fieldsOf(method).stream()
                .map(field -> symbols.scope().find(Local.nameOf(field)).orElseThrow(() -> new Unsupported(null)))
                .<Expression>map(local -> new Read(local.variable()))
                .toList();
    }

    /** Rejects code that is given an object which may be the receiver, so that it could read a field that is an independent. */
    void rejectIndependents(Expression object, Tree tree) {
        if (object.type() instanceof ObjectType type) {
            helpers.independentField(type.qualifiedName()).ifPresent(field -> {
                throw body.reject(DiagnosticCode.AD237, tree, field.getSimpleName());
            });
        }
    }

    /** Whether an object is the receiver of the method that is lowered. */
    boolean isSelf(Expression object) {
        return object instanceof Read read
                && symbols.scope()
                        .find("this")
                        .filter(self -> self.isBound() && self.variable() == read.variable())
                        .isPresent();
    }

    private Expression other(ExpressionTree tree, ExecutableElement method) {
        TypeElement declaring = RequestReader.declaringType(method);
        boolean isOfClass = typer.typeOf(tree) instanceof DeclaredType type
                && type.asElement().equals(declaring);
        if (!isOfClass || Receivers.isAbstract(declaring)) {
            throw body.reject(DiagnosticCode.AD236, tree, method.getSimpleName(), declaring.getSimpleName());
        }
        Expression value = expressions.value(tree);
        rejectIndependents(value, tree);
        Expression object = value instanceof Read ? value : body.bind("object", value);
        if (!Receivers.isFinal(declaring)) {
            body.emit(classCheck(object, declaring));
        }
        return object;
    }

    /** What a method of the receiver's does is known only if no subclass overrides it. */
    private void requireExactClass(ExecutableElement method, Tree tree) {
        TypeElement requested = helpers.requested();
        if (Receivers.isAbstract(requested) || !helpers.isImplementation(method, requested)) {
            throw body.reject(DiagnosticCode.AD236, tree, method.getSimpleName(), requested.getSimpleName());
        }
        helpers.requireExactClass();
    }

    /** Rejects a call that gets the receiver and could change the fields that were read before it, or read independents. */
    void rejectEscape(Expression argument, Tree tree) {
        rejectIndependents(argument, tree);
        if (isSelf(argument) && helpers.hasMutableFields(helpers.requested())) {
            throw body.reject(DiagnosticCode.AD235, tree);
        }
    }
}
