package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;

/**
 * The Jacobian of a vector-valued method: fresh, into a matrix together with the value, and into a flat array. The matrix form
 * holds the code; the others call it.
 */
final class JacobianEmitter {

    private static final String SHAPE_TEXT = "the Jacobian does not have one row per result and one column per scalar";

    private final MethodContext context;
    private final List<Parameter> arguments;
    private final CodeBlock link;
    private final ArgumentChecks checks;
    private final TypeName result;

    JacobianEmitter(MethodContext context) {
        this.context = context;
        this.arguments = context.signatures().arguments();
        this.link = GeneratedJavadoc.link(context);
        this.checks = new ArgumentChecks(context.primal(), context.signatures().readFromReceiver());
        this.result = JavaTypes.of(context.primal().returnType());
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(fresh());
        List<Parameter> rows = context.signatures().jacobian(JavaTypes.MATRIX, "overwritten by the Jacobian");
        methods.add(withoutWorkspace(rows));
        methods.add(
                method(rows, context.isDifferentiated() ? new JacobianBody(context, rows).code() : context.stubBody()));
        List<Parameter> flat =
                context.signatures().jacobian(JavaTypes.VECTOR, "overwritten by the Jacobian, row after row");
        methods.add(withoutWorkspace(flat));
        methods.add(method(flat, flatBody(flat)));
        return methods;
    }

    private MethodSpec fresh() {
        NameScope names = context.signatures().scope();
        String jacobian = names.take("jacobian");
        JacobianBody.Results results = new JacobianBody.Results(context, names);
        KeptArguments kept = new KeptArguments(context);
        CodeBlock.Builder code = CodeBlock.builder();
        if (results.hasArrayResult()) {
            code.add(kept.keep(names)).addStatement(results.evaluate());
        }
        code.addStatement(
                "double[][] $L = new double[$L][$L]", jacobian, results.layout().size(), checks.flatSize());
        if (results.hasArrayResult()) {
            code.add(kept.restore(CodeBlock.builder().build()));
        }
        code.addStatement(
                        "$L($L,$W$L,$Wnew $T())",
                        context.name("ValueAndJacobian"),
                        MethodContext.names(arguments),
                        jacobian,
                        JavaTypes.WORKSPACE)
                .addStatement("return $L", jacobian);
        MethodSpec.Builder method = context.method(context.name("Jacobian"), JavaTypes.MATRIX, arguments)
                .addCode(context.isDifferentiated() ? code.build() : context.stubBody());
        new GeneratedJavadoc("Computes the Jacobian of $L.", link)
                .parameters(arguments)
                .returns("the partial derivatives, one row per result and one column per scalar of "
                        + context.signatures().flatOrder())
                .addTo(method);
        return method.build();
    }

    private MethodSpec withoutWorkspace(List<Parameter> parameters) {
        List<Parameter> shorter = parameters.subList(0, parameters.size() - 1);
        String format = result.equals(TypeName.VOID) ? "$L($L,$Wnew $T())" : "return $L($L,$Wnew $T())";
        CodeBlock body = CodeBlock.builder()
                .addStatement(
                        format, context.name("ValueAndJacobian"), MethodContext.names(shorter), JavaTypes.WORKSPACE)
                .build();
        return method(shorter, context.isDifferentiated() ? body : context.stubBody());
    }

    private CodeBlock flatBody(List<Parameter> flat) {
        if (!context.isDifferentiated()) {
            return context.stubBody();
        }
        NameScope names = context.signatures().scope();
        String jacobian = flat.get(arguments.size()).name();
        String workspace = flat.get(arguments.size() + 1).name();
        names.take(jacobian);
        names.take(workspace);
        String columns = names.take("columns");
        String matrix = names.take("rows");
        String value = names.take("value");
        boolean isVoid = result.equals(TypeName.VOID);
        CodeBlock call = CodeBlock.of(
                "$L($L,$W$L,$W$L.child(0))",
                context.name("ValueAndJacobian"),
                MethodContext.names(arguments),
                matrix,
                workspace);
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("int $L = $L", columns, checks.flatSize())
                .addStatement(
                        "double[][] $1L = $2L.zeros(0, $3T.rows($4L, $5L, $4S), $5L)",
                        matrix,
                        workspace,
                        JavaTypes.JACOBIANS,
                        jacobian,
                        columns);
        if (isVoid) {
            code.addStatement(call);
        } else {
            code.addStatement("$T $L = $L", result, value, call);
        }
        code.addStatement("$T.pack($L, $L, 0)", JavaTypes.SHAPES, matrix, jacobian);
        if (!isVoid) {
            code.addStatement("return $L", value);
        }
        return code.build();
    }

    private MethodSpec method(List<Parameter> parameters, CodeBlock body) {
        MethodSpec.Builder method = context.method(context.name("ValueAndJacobian"), result, parameters)
                .addCode(body);
        GeneratedJavadoc text = new GeneratedJavadoc("Runs $L and computes its Jacobian.", link).parameters(parameters);
        if (!result.equals(TypeName.VOID)) {
            text.returns("the result of the primal");
        }
        text.throwsOnShape(SHAPE_TEXT).addTo(method);
        return method.build();
    }
}
