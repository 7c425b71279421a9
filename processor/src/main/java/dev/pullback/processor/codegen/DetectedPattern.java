package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;

/** Finds a pattern with products at a point, where indices and loops do not tell it. The arguments stay as they are. */
final class DetectedPattern {

    private final MethodContext context;
    private final NameScope names;
    private final KeptArguments kept;
    private final CodeBlock size;
    private final String pattern;

    DetectedPattern(MethodContext context) {
        this.context = context;
        this.names = context.signatures().scope();
        this.kept = new KeptArguments(context);
        this.size = new ArgumentChecks(context.primal(), context.signatures().readFromReceiver()).flatSize();
        this.pattern = names.take("pattern");
    }

    CodeBlock body() {
        CodeBlock.Builder code = CodeBlock.builder().add(kept.keep(names));
        CodeBlock restore = kept.restore(CodeBlock.builder().build());
        CodeBlock detection = context.primal().hasJacobian() ? jacobian(restore) : hessian(restore, code);
        if (restore.isEmpty()) {
            return code.addStatement("return $L", detection).build();
        }
        // No addStatement: the detection has statements inside.
        return code.add("$T $L = $L;\n", JavaTypes.PATTERN, pattern, detection)
                .add(restore)
                .addStatement("return $L", pattern)
                .build();
    }

    private CodeBlock jacobian(CodeBlock restore) {
        String directions = names.take("directions");
        CodeBlock call = CodeBlock.of(
                "$L($L,$W$L)",
                context.name("Pushforwards"),
                MethodContext.names(context.signatures().arguments()),
                directions);
        CodeBlock product = restore.isEmpty() ? call : block(restore, CodeBlock.of("return $L", call));
        return CodeBlock.of("$T.detect($L, $L -> $L)", JavaTypes.PATTERN, size, directions, product);
    }

    private CodeBlock hessian(CodeBlock restore, CodeBlock.Builder code) {
        String workspace = names.take("workspace");
        String vector = names.take("vector");
        String result = names.take("product");
        code.addStatement("$1T $2L = new $1T()", JavaTypes.WORKSPACE, workspace);
        CodeBlock call = CodeBlock.of(
                "$L($L,$W$L,$W$L,$W$L)",
                context.name("HessianVector"),
                MethodContext.names(context.signatures().arguments()),
                vector,
                result,
                workspace);
        CodeBlock product = restore.isEmpty() ? call : block(restore, call);
        return CodeBlock.of("$T.detectSymmetric($L, ($L, $L) -> $L)", JavaTypes.PATTERN, size, vector, result, product);
    }

    private static CodeBlock block(CodeBlock first, CodeBlock last) {
        return CodeBlock.builder().add("{\n$>").add(first).add("$L;\n$<}", last).build();
    }
}
