package dev.pullback.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * A class with an accessor per independent: {@code FGradient}, where neither a number nor one array can hold a gradient, and {@code
 * FIndependents}, the independents themselves. It is no record, because javac 17 misses a comment on each component of one, and
 * accepts none there.
 */
final class IndependentsClass {

    /** Names that an accessor must not have, or whose field would obscure a class. */
    private static final Set<String> TAKEN = Set.of(
            "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait", "Arrays", "java");

    private final MethodContext context;
    private final ClassName name;
    private final String subject;
    private final List<Parameter> components = new ArrayList<>();

    private IndependentsClass(
            MethodContext context, ClassName name, String subject, Function<Variable, TypeName> types, String text) {
        this.context = context;
        this.name = name;
        this.subject = subject;
        NameScope scope = new NameScope(TAKEN);
        for (Variable v : context.primal().independents()) {
            String description = text + " {@code " + context.signatures().name(v) + "}";
            components.add(new Parameter(types.apply(v), scope.take(v.name()), description));
        }
    }

    /** The class of this name for the gradient of one method. */
    static IndependentsClass gradient(MethodContext context, ClassName name) {
        String text = "the partial derivatives with respect to";
        return new IndependentsClass(context, name, "The gradient", context.signatures()::partialType, text);
    }

    /** The class of this name for the independents of one method. */
    static IndependentsClass independents(MethodContext context, ClassName name) {
        return new IndependentsClass(
                context, name, "The independent arguments", v -> JavaTypes.of(v.type()), "the value of");
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name.simpleName())
                .addModifiers(context.visibility())
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(new GeneratedJavadoc("$L of $L.", subject, GeneratedJavadoc.link(context)).build());
        components.forEach(c -> type.addField(field(c)));
        type.addMethod(constructor());
        components.forEach(c -> type.addMethod(accessor(c)));
        return type.addMethod(toText()).build();
    }

    private static FieldSpec field(Parameter component) {
        return FieldSpec.builder(component.type(), component.name(), Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc("$L.\n", GeneratedJavadoc.sentence(component.description()))
                .build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        for (Parameter component : components) {
            constructor.addParameter(MethodContext.parameter(component));
            constructor.addStatement("this.$1L = $1L", component.name());
        }
        new GeneratedJavadoc("Keeps the given values.").parameters(components).addTo(constructor);
        return constructor.build();
    }

    private MethodSpec accessor(Parameter component) {
        MethodSpec.Builder accessor = MethodSpec.methodBuilder(component.name())
                .addModifiers(context.visibility())
                .returns(component.type())
                .addStatement("return $L", component.name());
        new GeneratedJavadoc("$L.", GeneratedJavadoc.sentence(component.description()))
                .returns(component.description())
                .addTo(accessor);
        return accessor.build();
    }

    /** {@code FGradient[x=1.0, w=[2.0, 3.0]]}. */
    private MethodSpec toText() {
        CodeBlock.Builder text = CodeBlock.builder();
        String separator = name.simpleName() + "[";
        for (Parameter component : components) {
            text.add("$S + $L$W+ ", separator + component.name() + "=", text(component));
            separator = ", ";
        }
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(JavaTypes.OVERRIDE)
                .addModifiers(Modifier.PUBLIC)
                .returns(JavaTypes.STRING)
                .addStatement("return $L$S", text.build(), "]")
                .build();
    }

    private static CodeBlock text(Parameter component) {
        TypeName element = component.type() instanceof ArrayTypeName array ? array.componentType() : null;
        if (element == null) {
            return CodeBlock.of("$L", component.name());
        }
        String method = element instanceof ArrayTypeName ? "deepToString" : "toString";
        return CodeBlock.of("$T.$L($L)", Arrays.class, method, component.name());
    }
}
