package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code fObjective} with the primal's own arguments: independents in their place tell the sizes of arrays. */
final class ShapedObjective {

    private final MethodContext context;
    private final PrimalMethod primal;
    private final String objective;

    /**
     * The objective of one method.
     *
     * @param context the method
     * @param objective the name of the method that takes the sizes
     */
    ShapedObjective(MethodContext context, String objective) {
        this.context = context;
        this.primal = context.primal();
        this.objective = objective;
    }

    /** Those of the primal. */
    List<Parameter> parameters() {
        return context.signatures().arguments();
    }

    MethodSpec method(String name) {
        MethodSpec.Builder method = context.method(name, ObjectiveEmitter.type(context), parameters())
                .varargs(primal.parameters().stream().anyMatch(PrimalMethod.Parameter::isVarargs))
                .addCode(
                        context.isDifferentiated()
                                ? CodeBlock.builder()
                                        .addStatement("return $L($L)", objective, arguments())
                                        .build()
                                : context.stubBody());
        new GeneratedJavadoc(
                        "Creates $L as a function of a flat vector for independents of the given sizes.\n\n"
                                + "<p>The result holds a workspace and belongs to one thread at a time.",
                        GeneratedJavadoc.link(context))
                .parameters(parameters())
                .returns("the objective; the values of the independents are not kept")
                .throwsOnShape("the rows of a matrix differ in length")
                .addTo(method);
        return method.build();
    }

    private CodeBlock arguments() {
        List<CodeBlock> texts = new ArrayList<>();
        context.signatures().passiveArguments().forEach(p -> texts.add(CodeBlock.of("$L", p.name())));
        for (Variable v : primal.independents()) {
            leaves(v).stream()
                    .filter(leaf -> !leaf.variable().type().isDifferentiable())
                    .forEach(leaf -> texts.add(CodeBlock.of("$L", access(v, leaf))));
        }
        for (Variable v : primal.independents()) {
            Optional<RecordParameter> record = primal.record(v);
            if (record.isEmpty()) {
                addSizes(v, context.signatures().text(v), v.name(), texts);
            }
            leaves(v).stream()
                    .filter(leaf -> leaf.variable().type().isDifferentiable())
                    .forEach(leaf -> addSizes(
                            leaf.variable(), access(v, leaf), v.name() + "." + String.join(".", leaf.path()), texts));
        }
        return CodeBlock.join(texts, ",$W");
    }

    private List<RecordParameter.Leaf> leaves(Variable independent) {
        return primal.record(independent).map(RecordParameter::leaves).orElse(List.of());
    }

    private String access(Variable record, RecordParameter.Leaf leaf) {
        return RecordCode.access(context.signatures().text(record), leaf);
    }

    private static void addSizes(Variable variable, String text, String name, List<CodeBlock> texts) {
        if (!variable.type().isArray()) {
            return;
        }
        texts.add(CodeBlock.of("$L.length", text));
        for (int axis = 1; axis < Signatures.rank(variable); axis++) {
            texts.add(CodeBlock.of("$T.extent($L, $L, $S)", JavaTypes.SHAPES, text, axis, name));
        }
    }
}
