package dev.pullback.processor.frontend;

import com.sun.source.tree.Tree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.StaticField;
import dev.pullback.processor.request.RequestReader;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/**
 * Lowers uses of static fields. Only constants qualify, and only by a name that the generated class can use: it stands in the
 * same package as the primal but in a class of its own.
 */
final class FieldLowering {

    private final BodyBuilder body;
    private final Elements elements;
    private final PackageElement here;

    /** For a body of a class in package {@code here}. */
    FieldLowering(BodyBuilder body, Elements elements, PackageElement here) {
        this.body = body;
        this.elements = elements;
        this.here = here;
    }

    /** The value of a field; a static array gets a local name. */
    Expression read(VariableElement field, Tree tree) {
        String name = field.getSimpleName().toString();
        if (!field.getModifiers().contains(Modifier.STATIC)) {
            throw body.reject(DiagnosticCode.AD212, tree, name);
        }
        if (!field.getModifiers().contains(Modifier.FINAL)) {
            throw body.reject(DiagnosticCode.AD213, tree, name);
        }
        IrType type = body.irType(field.asType(), tree);
        if (!isVisible(field)) {
            return constant(field, type, tree);
        }
        String owner = RequestReader.declaringType(field).getQualifiedName().toString();
        StaticField reference = new StaticField(owner, name, type);
        return type.isArray() ? body.staticArray(reference) : reference;
    }

    private Expression constant(VariableElement field, IrType type, Tree tree) {
        Object value = field.getConstantValue();
        if (value == null) {
            boolean isNear = elements.getPackageOf(field).equals(here);
            String fix = isNear ? "make it package-private" : "make it and its class public";
            throw body.reject(DiagnosticCode.AD214, tree, field.getSimpleName(), fix);
        }
        return new Literal(value, (PrimitiveType) type);
    }

    /** Whether the field and the classes around it can be named in package {@code here}. */
    private boolean isVisible(VariableElement field) {
        boolean isNear = elements.getPackageOf(field).equals(here);
        Element element = field;
        while (element != null && !(element instanceof PackageElement)) {
            Set<Modifier> modifiers = element.getModifiers();
            if (isNear ? modifiers.contains(Modifier.PRIVATE) : !modifiers.contains(Modifier.PUBLIC)) {
                return false;
            }
            element = element.getEnclosingElement();
        }
        return true;
    }
}
