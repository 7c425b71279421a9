package dev.pullback.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.RecordType;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The mutable twin of a record: one field per differentiable component. It is what a bar, a gradient or a tangent of a record
 * is, because derivatives need not be values that the record's constructor accepts.
 */
final class TwinClass {

    private final RecordType record;
    private final boolean isInArrays;
    private final ClassName generatedClass;
    private final Modifier[] visibility;
    private final List<RecordType.Component> components;

    /** The twin of {@code record} in a generated class; {@code isInArrays} says whether there are arrays of such records. */
    TwinClass(RecordType record, boolean isInArrays, ClassName generatedClass, Modifier... visibility) {
        this.isInArrays = isInArrays;
        this.record = record;
        this.generatedClass = generatedClass;
        this.visibility = visibility;
        this.components = record.components().stream()
                .filter(RecordType.Component::isDifferentiable)
                .toList();
    }

    TypeSpec type() {
        ClassName recordName = JavaTypes.className(record.qualifiedName());
        TypeSpec.Builder type = TypeSpec.classBuilder(record.twinName())
                .addModifiers(visibility)
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "The derivatives that belong to a {@link $T}: as a bar, as a gradient, or as a tangent.\n",
                        recordName);
        components.forEach(c -> type.addField(FieldSpec.builder(typeOf(c), c.name(), visibility)
                .addJavadoc("What belongs to {@link $T#$L}.\n", recordName, c.access())
                .build()));
        type.addMethod(constructor()).addMethod(zerosLike(recordName));
        if (isInArrays) {
            type.addMethod(allZerosLike(recordName)).addMethod(allZeros());
        }
        return type.addMethod(toText()).build();
    }

    private TypeName typeOf(RecordType.Component component) {
        return component
                .record()
                .<TypeName>map(inner -> generatedClass.nestedClass(inner.twinName()))
                .orElseGet(() -> JavaTypes.partial(component.type()));
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(visibility);
        List<Parameter> parameters = components.stream()
                .map(c -> new Parameter(typeOf(c), c.name(), "what belongs to {@code " + c.name() + "}"))
                .toList();
        parameters.forEach(p -> {
            constructor.addParameter(MethodContext.parameter(p));
            constructor.addStatement("this.$1L = $1L", p.name());
        });
        new GeneratedJavadoc("Keeps the given values.").parameters(parameters).addTo(constructor);
        return constructor.build();
    }

    private MethodSpec zerosLike(ClassName recordName) {
        CodeBlock zeros = components.stream().map(this::zeros).collect(CodeBlock.joining(", "));
        Parameter like = new Parameter(recordName, "like", "gives the lengths of arrays");
        MethodSpec.Builder method = MethodSpec.methodBuilder("zerosLike")
                .addModifiers(visibility)
                .addModifiers(Modifier.STATIC)
                .returns(twin())
                .addParameter(MethodContext.parameter(like))
                .addStatement("return new $T($L)", twin(), zeros);
        new GeneratedJavadoc("Zeros in the shape of a record.")
                .parameters(List.of(like))
                .returns("zeros")
                .addTo(method);
        return method.build();
    }

    private CodeBlock zeros(RecordType.Component component) {
        if (component.record().isPresent()) {
            return CodeBlock.of("$T.zerosLike(like.$L)", typeOf(component), component.access());
        } else if (!(component.type() instanceof ArrayType array)) {
            return CodeBlock.of("0.0");
        } else {
            return array.rank() == 1
                    ? CodeBlock.of("new $T[like.$L.length]", JavaTypes.scalar(array), component.access())
                    : CodeBlock.of("$T.zerosLike(like.$L)", JavaTypes.SHAPES, component.access());
        }
    }

    private MethodSpec allZerosLike(ClassName recordName) {
        Parameter like = new Parameter(ArrayTypeName.of(recordName), "like", "gives the number of records");
        MethodSpec.Builder method = MethodSpec.methodBuilder("zerosLike")
                .addModifiers(visibility)
                .addModifiers(Modifier.STATIC)
                .returns(ArrayTypeName.of(twin()))
                .addParameter(MethodContext.parameter(like))
                .addStatement("return zeros(like.length)");
        new GeneratedJavadoc("Zeros in the shape of an array of records.")
                .parameters(List.of(like))
                .returns("an array of new twins")
                .addTo(method);
        return method.build();
    }

    /** An array of twins, for records without arrays. */
    private MethodSpec allZeros() {
        Parameter length = new Parameter(TypeName.INT, "length", "the number of records");
        MethodSpec.Builder method = MethodSpec.methodBuilder("zeros")
                .addModifiers(visibility)
                .addModifiers(Modifier.STATIC)
                .returns(ArrayTypeName.of(twin()))
                .addParameter(MethodContext.parameter(length))
                .addStatement("$1T[] zeros = new $1T[length]", twin())
                .beginControlFlow("for (int i = 0; i < length; i++)")
                .addStatement("zeros[i] = $L", newZeros(record))
                .endControlFlow()
                .addStatement("return zeros");
        new GeneratedJavadoc("Zeros for an array of records.")
                .parameters(List.of(length))
                .returns("an array of new twins")
                .addTo(method);
        return method.build();
    }

    private CodeBlock newZeros(RecordType type) {
        CodeBlock zeros = type.components().stream()
                .filter(RecordType.Component::isDifferentiable)
                .map(c -> c.record().map(this::newZeros).orElse(CodeBlock.of("0.0")))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("new $T($L)", generatedClass.nestedClass(type.twinName()), zeros);
    }

    private ClassName twin() {
        return generatedClass.nestedClass(record.twinName());
    }

    /** {@code ParamsTwin[w=[2.0, 3.0], b=1.0]}. */
    private MethodSpec toText() {
        CodeBlock.Builder text = CodeBlock.builder();
        String separator = record.twinName() + "[";
        for (RecordType.Component component : components) {
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

    private CodeBlock text(RecordType.Component component) {
        if (!(typeOf(component) instanceof ArrayTypeName array)) {
            return CodeBlock.of("$L", component.name());
        }
        String method = array.componentType() instanceof ArrayTypeName ? "deepToString" : "toString";
        return CodeBlock.of("$T.$L($L)", Arrays.class, method, component.name());
    }
}
