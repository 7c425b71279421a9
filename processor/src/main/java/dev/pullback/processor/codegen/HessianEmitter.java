package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.pullback.annotations.Derivative;
import dev.pullback.processor.codegen.Signatures.BarUse;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The convenience methods around the product with the Hessian: a fresh product, and with one product per unit vector the whole
 * Hessian and its diagonal.
 */
final class HessianEmitter {

    private final MethodContext context;
    private final PrimalMethod primal;
    private final List<Parameter> arguments;
    private final NameScope scope;
    private final CodeBlock link;
    private final KeptArguments kept;
    private final ArgumentChecks checks;

    HessianEmitter(MethodContext context) {
        this.context = context;
        this.primal = context.primal();
        this.arguments = context.signatures().arguments();
        this.scope = context.signatures().scope();
        this.link = GeneratedJavadoc.link(context);
        this.kept = new KeptArguments(context);
        this.checks = new ArgumentChecks(primal, context.signatures().readFromReceiver());
    }

    /** The whole Hessian and its diagonal, if asked for. */
    List<MethodSpec> matrices() {
        List<MethodSpec> methods = new ArrayList<>();
        if (context.has(Derivative.HESSIAN)) {
            methods.add(hessian());
            methods.add(diagonal());
            methods.addAll(gradientAndHessian());
        }
        return methods;
    }

    MethodSpec freshProduct() {
        List<Parameter> core = context.signatures().hessianVector();
        List<Parameter> parameters = core.subList(0, arguments.size() + 1);
        GeneratedJavadoc text = new GeneratedJavadoc("Multiplies the Hessian of $L with a vector.", link)
                .parameters(parameters)
                .returns("the product, one entry per scalar of "
                        + context.signatures().flatOrder())
                .throwsOnShape("the vector does not have one entry per scalar");
        return fresh("HessianVector", parameters, core.get(parameters.size()), text);
    }

    /** The third derivatives multiplied with two vectors. */
    MethodSpec freshThirdOrder() {
        List<Parameter> core = context.signatures().thirdOrder();
        Parameter first = core.get(arguments.size());
        Parameter second = core.get(arguments.size() + 1);
        List<Parameter> parameters = core.subList(0, arguments.size() + 2);
        GeneratedJavadoc text = new GeneratedJavadoc("Multiplies the third derivatives of $L with two vectors.", link)
                .parameters(parameters)
                .returns("the derivative of the product of the Hessian with {@code " + first.name() + "} along {@code "
                        + second.name() + "}")
                .throwsOnShape("a vector does not have one entry per scalar");
        return fresh("ThirdOrder", parameters, core.get(parameters.size()), text);
    }

    /** The form that returns its result as a new array, as long as the first vector behind the arguments. */
    private MethodSpec fresh(String derivative, List<Parameter> parameters, Parameter result, GeneratedJavadoc text) {
        String first = parameters.get(arguments.size()).name();
        CodeBlock body = CodeBlock.builder()
                .addStatement("double[] $L = new double[$L.length]", result.name(), first)
                .addStatement(
                        "$L($L,$W$L,$Wnew $T())",
                        context.name(derivative),
                        MethodContext.names(parameters),
                        result.name(),
                        JavaTypes.WORKSPACE)
                .addStatement("return $L", result.name())
                .build();
        return method(derivative, JavaTypes.VECTOR, parameters, body, text);
    }

    private MethodSpec hessian() {
        NameScope names = context.signatures().scope();
        String size = names.take("size");
        String hessian = names.take("hessian");
        CodeBlock body = CodeBlock.builder()
                .addStatement("int $L = $L", size, checks.flatSize())
                .addStatement("double[][] $1L = new double[$2L][$2L]", hessian, size)
                .addStatement(
                        "$L($L,$Wnew double[$L],$W$L,$Wnew $T())",
                        context.name("GradientAndHessian"),
                        MethodContext.names(arguments),
                        size,
                        hessian,
                        JavaTypes.WORKSPACE)
                .addStatement("return $L", hessian)
                .build();
        GeneratedJavadoc text = new GeneratedJavadoc("Computes the Hessian of $L.", link)
                .parameters(arguments)
                .returns("the second partial derivatives, one row and one column per scalar of "
                        + context.signatures().flatOrder());
        return method("Hessian", JavaTypes.MATRIX, arguments, body, text);
    }

    private MethodSpec diagonal() {
        NameScope names = context.signatures().scope();
        String diagonal = names.take("diagonal");
        String workspace = names.take("workspace");
        HessianProducts products = new HessianProducts(context, kept, names, workspace);
        CodeBlock body = CodeBlock.builder()
                .addStatement("int $L = $L", products.size(), checks.flatSize())
                .addStatement("double[] $L = new double[$L]", diagonal, products.size())
                .addStatement("$T $L = new $T()", JavaTypes.WORKSPACE, workspace, JavaTypes.WORKSPACE)
                .add(kept.keep(names))
                .add(products.diagonal(diagonal))
                .addStatement("return $L", diagonal)
                .build();
        GeneratedJavadoc text = new GeneratedJavadoc(
                        "Computes the diagonal of the Hessian of $L, with a product per entry.", link)
                .parameters(arguments)
                .returns("the second derivatives, one per scalar of "
                        + context.signatures().flatOrder());
        return method("HessianDiagonal", JavaTypes.VECTOR, arguments, body, text);
    }

    private List<MethodSpec> gradientAndHessian() {
        List<Parameter> parameters = context.signatures().gradientAndHessian();
        List<Parameter> shorter = parameters.subList(0, parameters.size() - 1);
        CodeBlock call = CodeBlock.builder()
                .addStatement(
                        "return $L($L,$Wnew $T())",
                        context.name("GradientAndHessian"),
                        MethodContext.names(shorter),
                        JavaTypes.WORKSPACE)
                .build();
        String type = "GradientAndHessian";
        TypeName result = JavaTypes.of(primal.returnType());
        return List.of(
                method(type, result, shorter, call, gradientAndHessianText(shorter)),
                method(type, result, parameters, fill(parameters), gradientAndHessianText(parameters)));
    }

    private GeneratedJavadoc gradientAndHessianText(List<Parameter> parameters) {
        return new GeneratedJavadoc("Computes value, gradient and Hessian of $L.", link)
                .parameters(parameters)
                .returns("the value of the primal")
                .throwsOnShape("gradient or Hessian do not have one entry per scalar");
    }

    /** Value and gradient first, then a row of the Hessian for each unit vector. */
    private CodeBlock fill(List<Parameter> parameters) {
        String gradient = parameters.get(arguments.size()).name();
        String hessian = parameters.get(arguments.size() + 1).name();
        String workspace = parameters.get(arguments.size() + 2).name();
        List.of(gradient, hessian, workspace).forEach(scope::take);
        HessianProducts products = new HessianProducts(context, kept, scope, workspace);
        FlatGradient flat = new FlatGradient(context, scope, gradient, workspace);
        String value = scope.take("value");
        return CodeBlock.builder()
                .addStatement("int $L = $L", products.size(), checks.flatSize())
                .addStatement("$T.requireLength($L, $L, $S)", JavaTypes.SHAPES, gradient, products.size(), gradient)
                .addStatement("$1T.requireShape($2L, $3L, $3L, $2S)", JavaTypes.SHAPES, hessian, products.size())
                .add(new ArgumentChecks(primal, context.signatures().readFromReceiver())
                        .matrix(hessian)
                        .code())
                .add(kept.keep(scope))
                .add(flat.declareBars())
                .addStatement("$T $L = $L", JavaTypes.of(primal.returnType()), value, flat.valueAndGradient())
                .add(flat.pack())
                .add(products.rows(hessian))
                .addStatement("return $L", value)
                .build();
    }

    private MethodSpec method(
            String suffix, TypeName result, List<Parameter> parameters, CodeBlock body, GeneratedJavadoc text) {
        MethodSpec.Builder method = context.method(context.name(suffix), result, parameters)
                .addCode(context.isDifferentiated() ? body : context.stubBody());
        text.addTo(method);
        return method.build();
    }

    /** The call of {@code fValueAndGradient} whose bars become a flat gradient. */
    private static final class FlatGradient {
        private final MethodContext context;
        private final List<Parameter> bars;
        private final String gradient;
        private final String workspace;
        private final FlatVector flat;

        private FlatGradient(MethodContext context, NameScope scope, String gradient, String workspace) {
            this.context = context;
            this.gradient = gradient;
            this.workspace = workspace;
            this.bars = context.signatures().bars(scope, BarUse.OVERWRITTEN);
            this.flat = new FlatVector(context, context.signatures().barTexts(bars), scope.take("next"));
        }

        /** Whether the only bar is the gradient. */
        private boolean isDirect() {
            return bars.size() == 1 && bars.get(0).type().equals(JavaTypes.VECTOR);
        }

        private CodeBlock declareBars() {
            CodeBlock.Builder code = CodeBlock.builder();
            if (isDirect()) {
                return code.build();
            }
            List<Variable> own = context.primal().barIndependents();
            for (int i = 0; i < bars.size(); i++) {
                Parameter bar = bars.get(i);
                code.addStatement("$T $L = $L", bar.type(), bar.name(), newBar(i, own));
            }
            return code.build();
        }

        private CodeBlock newBar(int i, List<Variable> own) {
            int slot = i + 1;
            if (i == own.size()) {
                int count = context.primal().scalarIndependents().size();
                return CodeBlock.of("$L.zeros($L, $L)", workspace, slot, count);
            }
            String argument = context.signatures().text(own.get(i));
            Optional<RecordParameter> record = context.primal().record(own.get(i));
            return record.isPresent()
                    ? CodeBlock.of(
                            "$T.zerosLike($L)", JavaTypes.className(record.get().twin()), argument)
                    : CodeBlock.of("$L.zerosLike($L, $L)", workspace, slot, argument);
        }

        private CodeBlock valueAndGradient() {
            return CodeBlock.of(
                    "$L($L,$W$L,$W$L.child(0))",
                    context.name("ValueAndGradient"),
                    MethodContext.names(context.signatures().arguments()),
                    isDirect() ? CodeBlock.of("$L", gradient) : MethodContext.names(bars),
                    workspace);
        }

        private CodeBlock pack() {
            return isDirect() ? CodeBlock.builder().build() : flat.pack(gradient);
        }
    }
}
