package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.ir.PrimalMethod;
import java.util.ArrayList;
import java.util.List;

/** The convenience methods around Taylor coefficients: a fresh array of them, and for one scalar without a direction. */
final class TaylorEmitter {

    private final MethodContext context;
    private final PrimalMethod primal;
    private final List<Parameter> arguments;
    private final Parameter direction;
    private final Parameter coefficients;
    private final Parameter order;

    TaylorEmitter(MethodContext context) {
        this.context = context;
        this.primal = context.primal();
        this.arguments = context.signatures().arguments();
        List<Parameter> core = context.signatures().taylor();
        this.direction = core.get(arguments.size());
        this.coefficients = core.get(arguments.size() + 1);
        NameScope scope = context.signatures().scope();
        core.subList(arguments.size(), core.size()).forEach(parameter -> scope.take(parameter.name()));
        this.order = new Parameter(TypeName.INT, scope.take("order"), "the highest power");
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        boolean isUnivariate = primal.flat().arrayIndependents().isEmpty()
                && primal.flat().scalarIndependents().size() == 1;
        if (isUnivariate) {
            List<Parameter> parameters = new ArrayList<>(arguments);
            parameters.add(order);
            CodeBlock body = CodeBlock.builder()
                    .addStatement(
                            "return $L($L,$Wnew double[] {1.0},$W$L)",
                            context.name("Taylor"),
                            MethodContext.names(arguments),
                            order.name())
                    .build();
            String text = "the coefficients; the k-th one times k! is the k-th derivative";
            methods.add(method(parameters, body, "Computes the Taylor coefficients of $L.", text));
        }
        List<Parameter> parameters = new ArrayList<>(arguments);
        parameters.add(direction);
        parameters.add(order);
        CodeBlock body = CodeBlock.builder()
                .addStatement(
                        "double[] $L = new double[$T.terms($L)]", coefficients.name(), JavaTypes.SERIES, order.name())
                .addStatement(
                        "$L($L,$W$L,$W$L,$Wnew $T())",
                        context.name("Taylor"),
                        MethodContext.names(arguments),
                        direction.name(),
                        coefficients.name(),
                        JavaTypes.WORKSPACE)
                .addStatement("return $L", coefficients.name())
                .build();
        String text = "the coefficients; the k-th one times k! is the k-th directional derivative";
        methods.add(method(parameters, body, "Computes the Taylor coefficients of $L along a direction.", text));
        return methods;
    }

    private MethodSpec method(List<Parameter> parameters, CodeBlock body, String summary, String result) {
        MethodSpec.Builder method = context.method(context.name("Taylor"), JavaTypes.VECTOR, parameters)
                .addCode(context.isDifferentiated() ? body : context.stubBody());
        new GeneratedJavadoc(summary, GeneratedJavadoc.link(context))
                .parameters(parameters)
                .returns(result)
                .throwsOnShape("the order is negative, or a direction does not have one entry per scalar")
                .addTo(method);
        return method.build();
    }
}
