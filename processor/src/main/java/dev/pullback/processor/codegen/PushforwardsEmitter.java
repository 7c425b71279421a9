package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.ir.PrimalMethod;
import java.util.ArrayList;
import java.util.List;

/** Directional derivatives in any number of directions: fresh, and into an array. A block of directions is one sweep. */
final class PushforwardsEmitter {

    private static final String SUFFIX = "Pushforwards";

    private final MethodContext context;
    private final PrimalMethod primal;
    private final List<Parameter> arguments;
    private final List<Parameter> parameters;
    private final CodeBlock link;
    private final ArgumentChecks checks;
    private final String directions;
    private final String tangents;
    private final String workspace;

    PushforwardsEmitter(MethodContext context) {
        this.context = context;
        this.primal = context.primal();
        this.arguments = context.signatures().arguments();
        this.parameters = context.signatures().pushforwards();
        this.link = GeneratedJavadoc.link(context);
        this.checks = new ArgumentChecks(primal, context.signatures().readFromReceiver());
        this.directions = parameters.get(arguments.size()).name();
        this.tangents = parameters.get(arguments.size() + 1).name();
        this.workspace = parameters.get(arguments.size() + 2).name();
    }

    List<MethodSpec> methods() {
        return List.of(fresh(), into());
    }

    private NameScope names() {
        NameScope names = context.signatures().scope();
        List.of(directions, tangents, workspace).forEach(names::take);
        return names;
    }

    private MethodSpec fresh() {
        TypeName type = parameters.get(arguments.size() + 1).type();
        CodeBlock.Builder code = CodeBlock.builder();
        if (primal.isOneNumber()) {
            code.addStatement("double[] $L = new double[$L.length]", tangents, directions);
        } else {
            NameScope names = names();
            JacobianBody.Results results = new JacobianBody.Results(context, names);
            KeptArguments kept = new KeptArguments(context);
            if (results.hasArrayResult()) {
                code.add(kept.keep(names)).addStatement(results.evaluate());
                code.add(kept.restore(CodeBlock.builder().build()));
            }
            code.addStatement(
                    "double[][] $L = new double[$L.length][$L]",
                    tangents,
                    directions,
                    results.layout().size());
        }
        List<Parameter> own = parameters.subList(0, arguments.size() + 1);
        code.addStatement(
                        "$L($L,$W$L,$Wnew $T())",
                        context.name(SUFFIX),
                        MethodContext.names(own),
                        tangents,
                        JavaTypes.WORKSPACE)
                .addStatement("return $L", tangents);
        MethodSpec.Builder method = context.method(context.name(SUFFIX), type, own)
                .addCode(context.isDifferentiated() ? code.build() : context.stubBody());
        new GeneratedJavadoc("Computes the directional derivatives of $L in several directions.", link)
                .parameters(own)
                .returns(
                        primal.isOneNumber()
                                ? "the derivatives, one per direction"
                                : "the tangents of the results, one row per direction")
                .throwsOnShape("a direction does not have one entry per scalar")
                .addTo(method);
        return method.build();
    }

    private MethodSpec into() {
        MethodSpec.Builder method = context.method(context.name(SUFFIX), TypeName.VOID, parameters)
                .addCode(context.isDifferentiated() ? body() : context.stubBody());
        new GeneratedJavadoc("Computes the directional derivatives of $L in several directions.", link)
                .parameters(parameters)
                .throwsOnShape("directions or tangents do not have one entry per scalar, or not as many rows")
                .addTo(method);
        return method.build();
    }

    /** Blocks of directions; the last one is repeated where a block is not full. */
    private CodeBlock body() {
        int width = primal.blockWidth();
        NameScope names = names();
        KeptArguments kept = new KeptArguments(context);
        String first = names.take("i");
        String last = names.take("last");
        String block = names.take("block");
        CodeBlock.Builder code = CodeBlock.builder().add(check());
        if (primal.isOneNumber()) {
            code.addStatement("double[] $L = $L.scratch(0, $L)", block, workspace, width);
        }
        if (width > 1) {
            code.addStatement("int $L = $L.length - 1", last, directions);
        }
        code.add(kept.keep(names));
        code.beginControlFlow("for (int $1L = 0; $1L < $2L.length; $1L += $3L)", first, directions, width)
                .add(kept.restore(CodeBlock.of("$L > 0", first)))
                .addStatement(
                        "$L($L,$W$L,$W$L.child(0))",
                        context.name(PrimalMethod.BLOCK),
                        MethodContext.names(arguments),
                        CodeBlock.join(vectors(first, last, block), ",$W"),
                        workspace);
        if (primal.isOneNumber()) {
            code.addStatement(
                    "$T.arraycopy($L, 0, $L, $L, Math.min($L, $L.length - $L))",
                    System.class,
                    block,
                    tangents,
                    first,
                    width,
                    directions,
                    first);
        }
        return code.endControlFlow().build();
    }

    /** Shapes, and that no tangent overwrites what is read. */
    private CodeBlock check() {
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("$T.requireDirections($L, $L)", JavaTypes.JACOBIANS, directions, checks.flatSize());
        if (primal.isOneNumber()) {
            code.addStatement("$T.requireLength($L, $L.length, $S)", JavaTypes.SHAPES, tangents, directions, tangents)
                    .addStatement("$T.requireOther($L, $L, $S)", JavaTypes.JACOBIANS, tangents, directions, directions);
        } else {
            code.addStatement("$T.requireTangents($L, $L)", JavaTypes.JACOBIANS, tangents, directions);
        }
        checks.texts().forEach((argument, text) -> {
            if (JavaTypes.of(argument.type()).equals(JavaTypes.VECTOR)) {
                code.add(
                        primal.isOneNumber()
                                ? CodeBlock.of(
                                        "$T.requireDistinct($L, $L, $S, $S);\n",
                                        JavaTypes.SHARED_MEMORY,
                                        tangents,
                                        text,
                                        tangents,
                                        text)
                                : CodeBlock.of(
                                        "$T.requireOther($L, $L, $S);\n",
                                        JavaTypes.JACOBIANS,
                                        text,
                                        tangents,
                                        tangents));
            }
        });
        return code.build();
    }

    private List<CodeBlock> vectors(String first, String last, String block) {
        List<CodeBlock> rows = new ArrayList<>(rows(directions, first, last));
        rows.addAll(primal.isOneNumber() ? List.of(CodeBlock.of("$L", block)) : rows(tangents, first, last));
        return rows;
    }

    private List<CodeBlock> rows(String matrix, String first, String last) {
        List<CodeBlock> rows = new ArrayList<>();
        rows.add(CodeBlock.of("$L[$L]", matrix, first));
        for (int k = 1; k < primal.blockWidth(); k++) {
            rows.add(CodeBlock.of("$L[Math.min($L + $L, $L)]", matrix, first, k, last));
        }
        return rows;
    }
}
