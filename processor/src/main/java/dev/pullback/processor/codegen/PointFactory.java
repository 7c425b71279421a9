package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * The method that makes a function object over the flat vector of a method's independents. Where matrices are among these, it is given
 * arrays of their shapes, and is private: methods that are given sizes, or the independents, call it.
 *
 * @param context the method
 * @param fields what the object keeps
 * @param type the interface that it implements
 * @param summary what it is, for Javadoc
 * @param result the same in a word
 * @param others the passive arguments that it is made with
 * @param object the object, given the name of the factory
 */
record PointFactory(
        MethodContext context,
        PointFields fields,
        TypeName type,
        CodeBlock summary,
        String result,
        List<Parameter> others,
        Function<String, TypeSpec> object) {

    /** Whether it is given arrays of the shapes of matrices. */
    boolean hasShapes() {
        return context.signatures().hasMatrix();
    }

    /** Passive arguments, then sizes and shapes. */
    List<Parameter> parameters() {
        return parameters(fields.shape());
    }

    /** Passive arguments, then sizes. */
    List<Parameter> sized() {
        return parameters(fields.numbers());
    }

    private List<Parameter> parameters(List<Parameter> shape) {
        List<Parameter> parameters = new ArrayList<>(others);
        parameters.addAll(shape);
        return parameters;
    }

    /** The method that makes the object. */
    MethodSpec method(String name) {
        CodeBlock body = context.isDifferentiated()
                ? CodeBlock.builder()
                        .addStatement("return $L", object.apply(name))
                        .build()
                : context.stubBody();
        return hasShapes()
                ? method(context.method(name, type, parameters(), Modifier.PRIVATE), parameters(), body)
                : method(context.method(name, type, parameters()), parameters(), body);
    }

    /** The method that takes sizes, if that is another one. */
    MethodSpec sized(String name, String shaped) {
        List<CodeBlock> arguments = new ArrayList<>();
        others.forEach(p -> arguments.add(CodeBlock.of("$L", p.name())));
        arguments.addAll(fields.shapeOfNumbers());
        CodeBlock body = CodeBlock.builder()
                .addStatement("return $L($L)", shaped, CodeBlock.join(arguments, ",$W"))
                .build();
        return method(
                context.method(name, type, sized()), sized(), context.isDifferentiated() ? body : context.stubBody());
    }

    private MethodSpec method(MethodSpec.Builder method, List<Parameter> parameters, CodeBlock body) {
        method.addCode(body);
        new GeneratedJavadoc("$L", summary)
                .parameters(parameters)
                .returns(result)
                .addTo(method);
        return method.build();
    }
}
