package dev.pullback.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pullback.processor.ir.PrimalMethod;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code fObjective}: the primal over the flat vector of its independents, as an anonymous class that captures the passive
 * arguments and the sizes; its fields are {@link PointFields}.
 */
final class ObjectiveEmitter {

    private final MethodContext context;
    private final PrimalMethod primal;
    private final PointFields fields;
    private final String workspace;
    private final String point;
    private final String gradient;
    private final String value;
    private final String vector;
    private final String product;
    private final String productWorkspace;

    /** The objective of one method. */
    ObjectiveEmitter(MethodContext context) {
        this.context = context;
        this.primal = context.primal();
        NameScope scope = context.signatures().scope();
        this.workspace = scope.take("workspace");
        this.point = scope.take("point");
        this.fields = new PointFields(context, scope, point, false);
        this.gradient = scope.take("gradient");
        this.value = scope.take("value");
        this.vector = scope.take("vector");
        this.product = scope.take("product");
        this.productWorkspace = scope.take("productWorkspace");
    }

    /** The factory, as it is called with sizes. */
    PointFactory factory() {
        CodeBlock summary = CodeBlock.of(
                "Creates $L as a function of the flat vector of its independents\n$L$L.\n\n"
                        + "<p>The result holds a workspace and belongs to one thread at a time.",
                GeneratedJavadoc.link(context),
                context.signatures().codes(primal.independents()),
                fields.order());
        return new PointFactory(
                context,
                fields,
                type(),
                summary,
                "the objective",
                context.signatures().passiveArguments(),
                name -> objective());
    }

    private ClassName type() {
        return type(context);
    }

    /** The interface that objectives of a method implement. */
    static ClassName type(MethodContext context) {
        return context.hasHessianVector() ? JavaTypes.SECOND_ORDER_OBJECTIVE : JavaTypes.OBJECTIVE;
    }

    private TypeSpec objective() {
        TypeSpec.Builder type = TypeSpec.anonymousClassBuilder("")
                .addSuperinterface(type())
                .addFields(state())
                .addMethod(valueMethod())
                .addMethod(valueAndGradientMethod());
        if (context.hasHessianVector()) {
            type.addMethod(hessianVectorMethod());
        }
        return type.addMethod(fields.parameterBlocks())
                .addMethod(fields.unpack(!passesGradient()))
                .build();
    }

    private List<FieldSpec> state() {
        List<FieldSpec> state = new ArrayList<>();
        state.add(PointFields.workspace(workspace));
        if (context.hasHessianVector()) {
            state.add(PointFields.workspace(productWorkspace));
        }
        state.addAll(fields.fields(!passesGradient()));
        return state;
    }

    // ---- calls ----

    private MethodSpec valueMethod() {
        MethodSpec.Builder method =
                MethodContext.override("value", TypeName.DOUBLE).addParameter(JavaTypes.VECTOR, point);
        method.addStatement("unpack($L)", point);
        CodeBlock value = fields.hasCallablePrimal()
                ? fields.primalCall()
                : fields.sweep("ValueAndGradient", MethodContext.names(fields.bars()), workspace);
        return method.addStatement("return $L", value).build();
    }

    private MethodSpec valueAndGradientMethod() {
        MethodSpec.Builder method = MethodContext.override("valueAndGradient", TypeName.DOUBLE)
                .addParameter(JavaTypes.VECTOR, point)
                .addParameter(JavaTypes.VECTOR, gradient);
        method.addStatement("unpack($L)", point);
        method.addStatement("$T.requireLength($L, $L.length, $S)", JavaTypes.SHAPES, gradient, point, "gradient");
        return method.addCode(fields.valueAndGradient(passesGradient(), gradient, value, workspace))
                .build();
    }

    private MethodSpec hessianVectorMethod() {
        return MethodContext.override("hessianVector", TypeName.VOID)
                .addParameter(JavaTypes.VECTOR, point)
                .addParameter(JavaTypes.VECTOR, vector)
                .addParameter(JavaTypes.VECTOR, product)
                .addStatement("unpack($L)", point)
                .addStatement(fields.sweep("HessianVector", CodeBlock.of("$L,$W$L", vector, product), productWorkspace))
                .build();
    }

    // ---- facts ----

    /** Whether the sweep writes into the gradient; where it computes the value, too, it needs a bar of its own. */
    private boolean passesGradient() {
        return fields.hasCallablePrimal() && fields.hasFormOfGradient();
    }
}
