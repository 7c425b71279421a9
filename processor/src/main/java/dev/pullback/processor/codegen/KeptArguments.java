package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.pullback.processor.codegen.MethodDerivatives.Sweeps;
import dev.pullback.processor.ir.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lets a method call sweeps more than once: what the primal overwrites in its arguments is kept aside and put back before the
 * next call, so that every call finds the same arguments.
 */
final class KeptArguments {

    private final Map<Variable, String> texts;
    private final List<Variable> overwritten;
    private final Map<Variable, String> copies = new LinkedHashMap<>();

    KeptArguments(MethodContext context) {
        this.texts = new ArgumentChecks(context.primal(), context.signatures().argumentsAndFields()).texts();
        this.overwritten =
                context.derivatives().sweeps().map(Sweeps::overwritten).orElse(List.of());
    }

    /** Declares the copies. */
    CodeBlock keep(NameScope names) {
        copies.clear();
        CodeBlock.Builder code = CodeBlock.builder();
        for (Variable array : overwritten) {
            String copy = names.take(array.name() + "Initial");
            copies.put(array, copy);
            code.addStatement("$T $L = $L", JavaTypes.of(array.type()), copy, ArrayCode.copyOf(array, text(array)));
        }
        return code.build();
    }

    /** Puts the copies back, if the condition holds; an empty one always does. */
    CodeBlock restore(CodeBlock condition) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (copies.isEmpty()) {
            return code.build();
        }
        if (!condition.isEmpty()) {
            code.beginControlFlow("if ($L)", condition);
        }
        copies.forEach((array, copy) -> code.add(ArrayCode.copy(array, copy, text(array))));
        if (!condition.isEmpty()) {
            code.endControlFlow();
        }
        return code.build();
    }

    private String text(Variable array) {
        return Objects.requireNonNull(texts.get(array), "no argument");
    }
}
