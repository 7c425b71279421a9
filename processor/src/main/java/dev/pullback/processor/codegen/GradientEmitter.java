package dev.pullback.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.codegen.Signatures.BarUse;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code fGradient}: the gradient as a fresh result. Its type is as simple as the independents allow; only a mixture needs a
 * class of its own.
 */
final class GradientEmitter {

    private final MethodContext context;
    private final PrimalMethod primal;
    private final ClassName gradientClass;
    private final NameScope scope;
    private final Map<Variable, String> results;
    private final List<Parameter> bars;

    /**
     * The gradient of one method.
     *
     * @param context the method
     * @param gradientClass the class of the result, if one is needed
     */
    GradientEmitter(MethodContext context, ClassName gradientClass) {
        this.context = context;
        this.primal = context.primal();
        this.gradientClass = gradientClass;
        this.scope = context.signatures().scope();
        this.bars = context.signatures().bars(scope, BarUse.OVERWRITTEN);
        this.results = context.signatures().barTexts(bars);
    }

    /** Whether the gradient of a method needs a class of its own: its independents are neither scalars only nor one. */
    static boolean needsClass(PrimalMethod primal) {
        int bars = primal.barIndependents().size();
        return bars > 1 || bars == 1 && !primal.scalarIndependents().isEmpty();
    }

    MethodSpec method() {
        List<Parameter> arguments = context.signatures().arguments();
        MethodSpec.Builder method = context.method(context.name("Gradient"), resultType(), arguments)
                .varargs(primal.parameters().stream().anyMatch(PrimalMethod.Parameter::isVarargs))
                .addCode(context.isDifferentiated() ? body() : context.stubBody());
        String independents = context.signatures().codes(primal.independents());
        new GeneratedJavadoc("Computes the gradient of $L.", GeneratedJavadoc.link(context))
                .parameters(arguments)
                .returns(resultText(independents))
                .addTo(method);
        return method.build();
    }

    private TypeName resultType() {
        if (needsClass(primal)) {
            return gradientClass;
        } else if (primal.independents().size() == 1) {
            return context.signatures().partialType(primal.independents().get(0));
        }
        return JavaTypes.VECTOR;
    }

    private String resultText(String independents) {
        boolean isFlat = primal.scalarIndependents().size() > 1
                && primal.barIndependents().isEmpty();
        return "the partial derivatives with respect to " + independents + (isFlat ? ", in this order" : "");
    }

    private CodeBlock body() {
        CodeBlock.Builder code = CodeBlock.builder();
        List<Variable> own = primal.barIndependents();
        for (int i = 0; i < bars.size(); i++) {
            code.addStatement("$T $L = $L", bars.get(i).type(), bars.get(i).name(), newBar(i, own));
        }
        List<Parameter> all = new ArrayList<>(context.signatures().arguments());
        all.addAll(bars);
        code.addStatement("$L($L)", context.name("ValueAndGradient"), MethodContext.names(all));
        return code.addStatement("return $L", result()).build();
    }

    private CodeBlock newBar(int index, List<Variable> own) {
        if (index == own.size()) {
            return CodeBlock.of("new double[$L]", primal.scalarIndependents().size());
        }
        Variable array = own.get(index);
        String name = context.signatures().text(array);
        Optional<RecordParameter> record = primal.record(array);
        if (record.isPresent()) {
            return CodeBlock.of(
                    "$T.zerosLike($L)", JavaTypes.className(record.get().twin()), name);
        }
        return Signatures.rank(array) == 1
                ? CodeBlock.of("new $T[$L.length]", JavaTypes.scalar(array.type()), name)
                : CodeBlock.of("$T.zerosLike($L)", JavaTypes.SHAPES, name);
    }

    private CodeBlock result() {
        if (!needsClass(primal)) {
            return CodeBlock.of(
                    resultType().equals(TypeName.DOUBLE) ? "$L[0]" : "$L",
                    bars.get(0).name());
        }
        return CodeBlock.of(
                "new $T($L)",
                gradientClass,
                primal.independents().stream()
                        .map(v -> CodeBlock.of("$L", results.get(v)))
                        .collect(CodeBlock.joining(", ")));
    }
}
