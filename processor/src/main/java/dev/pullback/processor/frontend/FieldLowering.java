package dev.pullback.processor.frontend;

import com.sun.source.tree.Tree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.HiddenField;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.StaticField;
import dev.pullback.processor.request.AnnotationValues;
import dev.pullback.processor.request.RequestReader;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Lowers uses of static fields. Only constants qualify, among them fields whose author says that they keep their value, which are
 * read once. The generated class stands in the same package as the primal but in a class of its own: a private compile-time constant
 * is copied, other private fields are read through handles.
 */
final class FieldLowering {

    private final BodyBuilder body;
    private final Visibility visibility;
    private final LoggerFields loggers;

    FieldLowering(BodyBuilder body, Visibility visibility, LoggerFields loggers) {
        this.loggers = loggers;
        this.body = body;
        this.visibility = visibility;
    }

    /** The value of a field; a static array gets a local name. */
    Expression read(VariableElement field, Tree tree) {
        String name = field.getSimpleName().toString();
        boolean isFinal = field.getModifiers().contains(Modifier.FINAL);
        if (!isFinal && !AnnotationValues.isPassive(field)) {
            throw body.reject(DiagnosticCode.AD213, tree, name);
        }
        IrType type = body.valueType(field.asType(), tree);
        if (!visibility.isVisible(field)) {
            return constant(field, type, tree);
        }
        String owner = RequestReader.declaringType(field).getQualifiedName().toString();
        StaticField reference = new StaticField(owner, name, type);
        if (type.isArray()) {
            return body.constantArray(name, reference);
        }
        return isFinal ? reference : body.constant(name, reference);
    }

    private Expression constant(VariableElement field, IrType type, Tree tree) {
        Optional<Opaque> logger = loggers.find(field, type);
        if (logger.isPresent()) {
            return body.constant(field.getSimpleName().toString(), logger.get());
        }
        if (field.getConstantValue() != null && type instanceof PrimitiveType primitive) {
            return new Literal(field.getConstantValue(), primitive);
        }
        String name = field.getSimpleName().toString();
        Opaque value = visibility.hidden(field).map(HiddenField::read).orElseThrow(() -> {
            boolean isNear = visibility.isNear(field);
            String fix = isNear ? "make its class package-private" : "make it and its class public";
            return body.reject(DiagnosticCode.AD214, tree, name, fix);
        });
        return type.isArray() ? body.constantArray(name, value) : body.constant(name, value);
    }
}
