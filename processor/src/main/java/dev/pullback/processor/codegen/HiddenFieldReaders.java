package dev.pullback.processor.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.FieldAccess;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.HiddenField;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.Walk;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The private fields of the user's classes that a generated class reads. Each has a handle in a constant, and a private method of the
 * field's name around it, so that the sweeps read like the user's code: {@code double rate = rate(model);}.
 */
final class HiddenFieldReaders {

    /** For classes that read no private fields. */
    static final HiddenFieldReaders NONE = new HiddenFieldReaders(Set.of(), Set.of(), Set.of());

    private static final String OBJECT = "object";

    private final Map<HiddenField, String> methods = new LinkedHashMap<>();
    private final Map<HiddenField, String> handles = new LinkedHashMap<>();

    private HiddenFieldReaders(Set<HiddenField> fields, Set<String> methodNames, Set<String> classNames) {
        NameScope methodScope = new NameScope(methodNames);
        NameScope handleScope = new NameScope(classNames);
        for (HiddenField field : fields) {
            methods.put(field, methodScope.take(field.name()));
            handles.put(field, handleScope.take(constantName(field.name())));
        }
    }

    /** The fields that the derivatives read, in the order of the methods that do; {@code classNames} are those in use. */
    static HiddenFieldReaders of(DerivativeClass derivatives, Set<String> classNames) {
        Set<HiddenField> fields = new LinkedHashSet<>();
        Set<String> methodNames = new LinkedHashSet<>();
        for (MethodDerivatives method : derivatives.methods()) {
            addFields(method.primal(), fields);
            method.sweeps().stream()
                    .flatMap(sweeps -> sweeps.functions().stream())
                    .forEach(function -> {
                        methodNames.add(function.name());
                        addFields(function, fields);
                    });
        }
        derivatives.solutions().forEach(solution -> addFields(solution.primal(), fields));
        fields.stream()
                .map(HiddenField::name)
                .filter(name -> primals(derivatives).anyMatch(primal -> isLikeDerivative(name, primal.name())))
                .forEach(methodNames::add);
        return new HiddenFieldReaders(fields, methodNames, classNames);
    }

    private static Stream<PrimalMethod> primals(DerivativeClass derivatives) {
        return Stream.concat(
                derivatives.methods().stream().map(MethodDerivatives::primal),
                derivatives.solutions().stream().map(solution -> solution.primal()));
    }

    /** Whether a method of the name could be a derivative: those of {@code f} are {@code fGradient}, {@code fPullback} and so on. */
    private static boolean isLikeDerivative(String name, String primal) {
        return name.startsWith(primal)
                && name.length() > primal.length()
                && Character.isUpperCase(name.codePointAt(primal.length()));
    }

    private static void addFields(PrimalMethod primal, Set<HiddenField> fields) {
        primal.fields()
                .forEach(parameter ->
                        parameter.field().flatMap(FieldAccess::hidden).ifPresent(fields::add));
    }

    private static void addFields(Function function, Set<HiddenField> fields) {
        Walk.statements(
                function.body(),
                statement -> Walk.inputs(statement)
                        .forEach(input -> Walk.expressions(input, expression -> {
                            if (expression instanceof Opaque code) {
                                fields.addAll(code.hiddenFields());
                            }
                        })));
    }

    /** {@code dayCount} is {@code DAY_COUNT}. */
    private static String constantName(String name) {
        return name.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", "_").toUpperCase(Locale.ROOT);
    }

    /** The fields in the order in which they are first read. */
    Set<HiddenField> fields() {
        return methods.keySet();
    }

    /** The name of the method that reads a field. */
    String name(HiddenField field) {
        String name = methods.get(field);
        if (name == null) {
            throw new IllegalStateException("no reader of " + field);
        }
        return name;
    }

    /** How to read a field of the object in a variable. */
    String read(FieldAccess field, String object) {
        return field.hidden()
                .map(hidden -> name(hidden) + "(" + object + ")")
                .orElseGet(() -> object + "." + field.name());
    }

    /** Adds handles and methods to the class. */
    void addTo(TypeSpec.Builder type) {
        handles.forEach((field, handle) -> type.addField(handle(field, handle)));
        methods.forEach((field, name) -> type.addMethod(reader(field, name)));
    }

    private static FieldSpec handle(HiddenField field, String handle) {
        return FieldSpec.builder(JavaTypes.VAR_HANDLE, handle, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The field {@code $L} of {@link $T}.\n", field.name(), JavaTypes.erased(field.owner()))
                .initializer(
                        "$T.$L($T.lookup(),$W$T.class,$W$S,$W$T.class)",
                        JavaTypes.FIELD_HANDLES,
                        field.isStatic() ? "ofStatic" : "of",
                        JavaTypes.METHOD_HANDLES,
                        JavaTypes.erased(field.owner()),
                        field.name(),
                        JavaTypes.erased(field.type()))
                .build();
    }

    private MethodSpec reader(HiddenField field, String name) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(JavaTypes.of(field.type()));
        GeneratedJavadoc javadoc = new GeneratedJavadoc("Reads {@code $L}.", field.name());
        if (!field.isStatic()) {
            method.addParameter(
                    ParameterSpec.builder(JavaTypes.of(field.owner()), OBJECT).build());
            javadoc.parameters(List.of(new Parameter(JavaTypes.of(field.owner()), OBJECT, "an object")));
        }
        javadoc.returns("its value").addTo(method);
        if (isUnchecked(field.type())) {
            method.addAnnotation(AnnotationSpec.builder(JavaTypes.SUPPRESS_WARNINGS)
                    .addMember("value", "$S", "unchecked")
                    .build());
        }
        return method.addStatement(
                        "return ($T) $L.$L($L)",
                        JavaTypes.of(field.type()),
                        handles.get(field),
                        field.isVolatile() ? "getVolatile" : "get",
                        field.isStatic() ? "" : OBJECT)
                .build();
    }

    /** Whether a cast to the type cannot be checked at run time. */
    private static boolean isUnchecked(IrType type) {
        return (type instanceof ArrayType array ? array.scalar() : type) instanceof ObjectType object
                && object.arguments().stream().anyMatch(argument -> !argument.isUnbounded());
    }
}
