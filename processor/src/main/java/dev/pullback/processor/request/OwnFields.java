package dev.pullback.processor.request;

import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.diagnostics.DiagnosticSink;
import dev.pullback.processor.ir.FieldAccess;
import dev.pullback.processor.ir.HiddenField;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The fields that {@code wrt} of an instance method names: {@code "rate"}, or {@code "this.rate"} where a parameter has that
 * name.
 */
public final class OwnFields {

    private static final String THIS = "this.";

    /**
     * A field with respect to which a method is differentiated.
     *
     * @param element the field
     * @param variable what stands for it in the representation
     * @param access how generated code reads it
     */
    public record Field(VariableElement element, Variable variable, FieldAccess access) {}

    private final Elements elements;
    private final ExecutableElement method;
    private final AnnotationMirror annotation;

    OwnFields(Elements elements, ExecutableElement method, AnnotationMirror annotation) {
        this.elements = elements;
        this.method = method;
        this.annotation = annotation;
    }

    /** The fields that an annotated method's {@code wrt} names, in the order in which their classes declare them. */
    public static List<Field> of(Elements elements, ExecutableElement method) {
        return AnnotationValues.differentiable(method)
                .map(annotation -> new OwnFields(elements, method, annotation).read(new DiagnosticSink()))
                .orElse(List.of());
    }

    /** Whether an entry of {@code wrt} means a field rather than a parameter. */
    static boolean isField(ExecutableElement method, String entry) {
        return Receivers.has(method)
                && (entry.startsWith(THIS)
                        || method.getParameters().stream()
                                        .noneMatch(parameter ->
                                                parameter.getSimpleName().contentEquals(entry))
                                && fields(RequestReader.declaringType(method)).containsKey(entry));
    }

    /** Reads the valid fields; what is wrong with the others goes to {@code sink}. */
    List<Field> read(DiagnosticSink sink) {
        Map<String, VariableElement> all = fields(RequestReader.declaringType(method));
        Map<String, Field> named = new LinkedHashMap<>();
        for (AnnotationValue value : AnnotationValues.wrt(annotation)) {
            String entry = String.valueOf(value.getValue());
            if (isField(method, entry)) {
                String name = entry.startsWith(THIS) ? entry.substring(THIS.length()) : entry;
                ElementPosition position = new ElementPosition(method, annotation, value);
                if (named.containsKey(name)) {
                    sink.report(DiagnosticCode.AD111, position, entry);
                } else if (!all.containsKey(name)) {
                    String names = String.join(", ", all.keySet());
                    sink.report(DiagnosticCode.AD108, position, entry, method.getSimpleName(), names);
                } else {
                    field(all.get(name), position, sink).ifPresent(field -> named.put(name, field));
                }
            }
        }
        return all.keySet().stream().filter(named::containsKey).map(named::get).toList();
    }

    private Optional<Field> field(VariableElement field, ElementPosition position, DiagnosticSink sink) {
        String name = field.getSimpleName().toString();
        Optional<IrType> type = TypeMapping.irType(field.asType()).filter(IrType::isDifferentiable);
        if (AnnotationValues.isPassive(field)) {
            sink.report(DiagnosticCode.AD110, position, name);
            return Optional.empty();
        } else if (type.isEmpty() || field.getModifiers().contains(Modifier.STATIC)) {
            sink.report(DiagnosticCode.AD128, position, name, reason(field));
            return Optional.empty();
        }
        Variable variable = new Variable(variableName(name), type.get());
        if (isReadable(field)) {
            return Optional.of(new Field(field, variable, new FieldAccess(name, Optional.empty())));
        }
        Optional<HiddenField> hidden = HiddenFields.of(elements, field, method);
        if (hidden.isEmpty()) {
            sink.report(DiagnosticCode.AD234, position, name);
        }
        return hidden.map(handle -> new Field(field, variable, new FieldAccess(name, Optional.of(handle))));
    }

    private static String reason(VariableElement field) {
        return field.getModifiers().contains(Modifier.STATIC)
                ? "it is static"
                : "no derivative is taken with respect to a field of type " + field.asType();
    }

    /** The field's own name, unless a parameter has it. */
    private String variableName(String name) {
        boolean isFree = method.getParameters().stream()
                .noneMatch(parameter -> parameter.getSimpleName().contentEquals(name));
        return isFree ? name : "this" + capitalized(name);
    }

    private static String capitalized(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
    }

    /** Whether the generated class, which stands in the method's package, can read a member. */
    private boolean isReadable(Element member) {
        boolean isNear = elements.getPackageOf(member).equals(elements.getPackageOf(method));
        return isNear
                ? !member.getModifiers().contains(Modifier.PRIVATE)
                : member.getModifiers().contains(Modifier.PUBLIC);
    }

    /** The fields of a class by name, those of superclasses first; a field hides inherited ones of its name. */
    private static Map<String, VariableElement> fields(TypeElement type) {
        Map<String, VariableElement> fields = new LinkedHashMap<>();
        if (type.getSuperclass() instanceof DeclaredType superclass) {
            fields.putAll(fields((TypeElement) superclass.asElement()));
        }
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            String name = field.getSimpleName().toString();
            fields.remove(name);
            fields.put(name, field);
        }
        return fields;
    }
}
