package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.ir.PrimalMethod;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code fExampleLoss}: the primal over the flat vector of its independents and one example, the last passive argument, as an
 * anonymous class that captures the other passive arguments and the sizes; its fields are {@link PointFields}.
 */
final class ExampleLossEmitter {

    private final MethodContext context;
    private final PrimalMethod primal;
    private final Parameter example;
    private final PointFields fields;
    private final String point;
    private final String gradient;
    private final String workspace;
    private final String value;

    /** The example loss of a method that has an argument for the example. */
    ExampleLossEmitter(MethodContext context) {
        this.context = context;
        this.primal = context.primal();
        this.example = context.example().orElseThrow();
        NameScope scope = context.signatures().scope();
        this.point = scope.take("point");
        this.gradient = scope.take("gradient");
        this.workspace = scope.take("workspace");
        this.value = scope.take("value");
        this.fields = new PointFields(context, scope, point, true);
    }

    /** The factory, as it is called with sizes. */
    PointFactory factory() {
        CodeBlock summary = CodeBlock.of(
                "Creates $L as the loss of one {@code $L}, a function of the flat vector\nof its independents $L$L.\n\n"
                        + "<p>The result holds arrays: threads take one each with {@code forThread}.",
                GeneratedJavadoc.link(context),
                example.name(),
                context.signatures().codes(primal.independents()),
                fields.order());
        List<Parameter> others = new ArrayList<>(context.signatures().passiveArguments());
        others.remove(example);
        return new PointFactory(context, fields, type(), summary, "the loss of an example", others, this::loss);
    }

    private TypeName type() {
        return type(example);
    }

    /** The interface that losses of an example implement. */
    static TypeName type(Parameter example) {
        return ParameterizedTypeName.get(JavaTypes.EXAMPLE_LOSS, example.type().box());
    }

    private TypeSpec loss(String name) {
        TypeSpec.Builder type = TypeSpec.anonymousClassBuilder("")
                .addSuperinterface(type())
                .addFields(fields.fields(!fields.hasFormOfGradient()));
        if (fields.hasCallablePrimal()) {
            type.addMethod(value());
        }
        return type.addMethod(valueAndGradient())
                .addMethod(forThread(name))
                .addMethod(fields.parameterBlocks())
                .addMethod(fields.unpack(!fields.hasFormOfGradient()))
                .build();
    }

    private MethodSpec value() {
        return MethodContext.override("value", TypeName.DOUBLE)
                .addParameter(JavaTypes.VECTOR, point)
                .addParameter(example.type().box(), example.name())
                .addParameter(JavaTypes.WORKSPACE, workspace)
                .addStatement("unpack($L)", point)
                .addCode(fields.copyExample())
                .addStatement("return $L", fields.primalCall())
                .build();
    }

    private MethodSpec valueAndGradient() {
        MethodSpec.Builder method = MethodContext.override("valueAndGradient", TypeName.DOUBLE)
                .addParameter(JavaTypes.VECTOR, point)
                .addParameter(example.type().box(), example.name())
                .addParameter(JavaTypes.VECTOR, gradient)
                .addParameter(JavaTypes.WORKSPACE, workspace)
                .addStatement("unpack($L)", point)
                .addStatement("$T.requireLength($L, $L.length, $S)", JavaTypes.SHAPES, gradient, point, "gradient")
                .addCode(fields.copyExample());
        return method.addCode(fields.valueAndGradient(fields.hasFormOfGradient(), gradient, value, workspace))
                .build();
    }

    private MethodSpec forThread(String name) {
        return MethodContext.override("forThread", type())
                .addStatement(
                        "return $L($L)", name, MethodContext.names(factory().parameters()))
                .build();
    }
}
