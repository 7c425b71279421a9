package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code fObjective} and {@code fExampleLoss} with the primal's own arguments: independents in their place tell the sizes of
 * arrays.
 */
final class ShapedFactory {

    private final MethodContext context;
    private final PrimalMethod primal;
    private final TypeName type;
    private final CodeBlock summary;
    private final List<Parameter> parameters;

    private ShapedFactory(MethodContext context, TypeName type, CodeBlock summary, List<Parameter> parameters) {
        this.context = context;
        this.primal = context.primal();
        this.type = type;
        this.summary = summary;
        this.parameters = parameters;
    }

    /** The factory of the objective. */
    static ShapedFactory objective(MethodContext context) {
        CodeBlock summary = CodeBlock.of(
                "Creates $L as a function of a flat vector for independents of the given sizes.\n\n"
                        + "<p>The result holds a workspace and belongs to one thread at a time.",
                GeneratedJavadoc.link(context));
        return new ShapedFactory(
                context,
                ObjectiveEmitter.type(context),
                summary,
                context.signatures().arguments());
    }

    /** The factory of the loss of one example, which is no argument of it. */
    static ShapedFactory exampleLoss(MethodContext context) {
        Parameter example = context.example().orElseThrow();
        CodeBlock summary = CodeBlock.of(
                "Creates $L as the loss of one {@code $L} for independents of the given sizes.\n\n"
                        + "<p>The result holds arrays: threads take one each with {@code forThread}.",
                GeneratedJavadoc.link(context),
                example.name());
        List<Parameter> parameters = new ArrayList<>(context.signatures().arguments());
        parameters.remove(example);
        return new ShapedFactory(context, ExampleLossEmitter.type(example), summary, parameters);
    }

    /** Whether sizes are needed at all. */
    static boolean isNeeded(MethodContext context) {
        return PointEmitter.isNeeded(context.primal()) && !context.signatures().hasFreeLength();
    }

    /** Arguments of the primal. */
    List<Parameter> parameters() {
        return parameters;
    }

    /**
     * The factory method.
     *
     * @param name its name
     * @param called the name of the method that takes sizes and shapes
     */
    MethodSpec method(String name, String called) {
        CodeBlock call = CodeBlock.builder()
                .addStatement("return $L($L)", called, arguments())
                .build();
        MethodSpec.Builder method = context.method(name, type, parameters)
                .varargs(endsWithVarargs())
                .addCode(context.isDifferentiated() ? call : context.stubBody());
        new GeneratedJavadoc("$L", summary)
                .parameters(parameters)
                .returns("the function; the values of the independents are not kept")
                .addTo(method);
        return method.build();
    }

    private boolean endsWithVarargs() {
        String last = parameters.get(parameters.size() - 1).name();
        return primal.parameters().stream()
                .anyMatch(p ->
                        p.isVarargs() && context.signatures().name(p.variable()).equals(last));
    }

    private CodeBlock arguments() {
        List<CodeBlock> texts = new ArrayList<>();
        context.signatures().passiveArguments().stream()
                .filter(parameters::contains)
                .forEach(p -> texts.add(CodeBlock.of("$L", p.name())));
        for (Variable v : primal.independents()) {
            leaves(v).stream()
                    .filter(leaf -> !leaf.variable().type().isDifferentiable())
                    .forEach(leaf -> texts.add(passive(v, leaf)));
        }
        for (Variable v : primal.independents()) {
            Optional<RecordParameter> record = primal.record(v);
            if (record.isEmpty()) {
                addSize(v, context.signatures().text(v), texts);
            }
            record.filter(RecordParameter::isArray)
                    .ifPresent(r -> texts.add(
                            CodeBlock.of("$L.length", context.signatures().text(v))));
            leaves(v).stream()
                    .filter(leaf -> leaf.variable().type().isDifferentiable()
                            && !record.orElseThrow().isArray())
                    .forEach(leaf -> addSize(leaf.variable(), access(v, leaf), texts));
        }
        return CodeBlock.join(texts, ",$W");
    }

    /** The value of a component without a derivative, or the array of all. */
    private CodeBlock passive(Variable v, RecordParameter.Leaf leaf) {
        RecordParameter record = primal.record(v).orElseThrow();
        if (!record.isArray()) {
            return CodeBlock.of("$L", access(v, leaf));
        }
        String text = context.signatures().text(v);
        String element = context.signatures().elementName();
        String place = RecordCode.place(text, record, leaf, element);
        return CodeBlock.of(
                "$T.$Ls($L)",
                JavaTypes.RECORDS,
                JavaTypes.scalar(leaf.variable().type()),
                place);
    }

    private List<RecordParameter.Leaf> leaves(Variable independent) {
        return primal.record(independent).map(RecordParameter::leaves).orElse(List.of());
    }

    private String access(Variable record, RecordParameter.Leaf leaf) {
        return RecordCode.access(
                context.signatures().text(record), primal.record(record).orElseThrow(), leaf);
    }

    private static void addSize(Variable variable, String text, List<CodeBlock> texts) {
        if (!variable.type().isArray()) {
            return;
        }
        texts.add(
                Signatures.rank(variable) > 1
                        ? CodeBlock.of("$T.zerosLike($L)", JavaTypes.SHAPES, text)
                        : CodeBlock.of("$L.length", text));
    }
}
