package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where scalars, vectors and matrices stand in one flat vector, as expressions over the sizes of arrays.
 *
 * @param variables in the order of the vector
 * @param texts how to read each array, or one of its length
 */
record FlatLayout(List<Variable> variables, Map<Variable, String> texts) {

    /** The length of the vector. */
    CodeBlock size() {
        return sum(variables);
    }

    /** The position of a variable's first entry. */
    CodeBlock offset(Variable variable) {
        return sum(variables.subList(0, variables.indexOf(variable)));
    }

    private CodeBlock sum(List<Variable> summands) {
        Map<CodeBlock, Integer> sizes = new LinkedHashMap<>();
        int scalars = 0;
        for (Variable v : summands) {
            if (!v.type().isArray()) {
                scalars++;
            } else if (Signatures.rank(v) == 1) {
                sizes.merge(CodeBlock.of("$L.length", text(v)), 1, Integer::sum);
            } else {
                sizes.merge(CodeBlock.of("$T.size($L)", JavaTypes.SHAPES, text(v)), 1, Integer::sum);
            }
        }
        List<CodeBlock> terms = new ArrayList<>();
        sizes.forEach((size, count) -> terms.add(count == 1 ? size : CodeBlock.of("$L * $L", count, size)));
        if (scalars > 0 || terms.isEmpty()) {
            terms.add(CodeBlock.of("$L", scalars));
        }
        return terms.stream().collect(CodeBlock.joining(" + "));
    }

    private String text(Variable array) {
        return Objects.requireNonNull(texts.get(array), "no array");
    }
}
