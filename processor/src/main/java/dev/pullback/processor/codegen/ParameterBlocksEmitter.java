package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code parameterBlocks} of an objective: the independents, and the components of records behind their names, as the parts of
 * the flat vector.
 */
final class ParameterBlocksEmitter {

    private final PrimalMethod primal;
    private final PrimalMethod components;
    private final Map<Variable, List<Parameter>> sizes;
    private final String length;

    /**
     * The blocks of one method.
     *
     * @param primal the method
     * @param sizes the sizes of arrays that the objective is given; none of the array whose length the point tells
     * @param length the name of the parameter, the number of parameters
     */
    ParameterBlocksEmitter(PrimalMethod primal, Map<Variable, List<Parameter>> sizes, String length) {
        this.primal = primal;
        this.components = primal.flat();
        this.sizes = sizes;
        this.length = length;
    }

    /** The method that overrides the one of the interface. */
    MethodSpec method() {
        CodeBlock.Builder code = CodeBlock.builder().add("return $T.builder()", JavaTypes.PARAMETER_BLOCKS);
        for (Variable independent : primal.independents()) {
            Optional<RecordParameter> record = primal.record(independent);
            if (record.isEmpty()) {
                code.add(block(independent, name(independent)));
            } else {
                record.get().leaves().stream()
                        .filter(leaf -> leaf.variable().type().isDifferentiable())
                        .forEach(leaf -> code.add(
                                block(leaf.variable(), name(independent) + "." + String.join(".", leaf.path()))));
            }
        }
        return MethodContext.override("parameterBlocks", JavaTypes.PARAMETER_BLOCKS)
                .addParameter(TypeName.INT, length)
                .addStatement(code.add(".build()").build())
                .build();
    }

    /** The name as the user would write it, {@code this.f} for a field of the receiver. */
    private String name(Variable independent) {
        return primal.parameters().stream()
                .filter(parameter -> parameter.variable() == independent)
                .findFirst()
                .flatMap(PrimalMethod.Parameter::field)
                .map(field -> "this." + field)
                .orElse(independent.name());
    }

    private CodeBlock block(Variable variable, String name) {
        if (!variable.type().isArray()) {
            return CodeBlock.of("$Z.scalar($S)", name);
        }
        List<Parameter> given = sizes.getOrDefault(variable, List.of());
        if (given.isEmpty()) {
            return CodeBlock.of("$Z.vector($S, $L)", name, freeLength());
        }
        String size = given.get(0).name();
        return switch (Signatures.rank(variable)) {
            case 1 -> CodeBlock.of("$Z.vector($S, $L)", name, size);
            case 2 -> CodeBlock.of("$Z.matrix($S, $L)", name, size);
            default -> CodeBlock.of("$Z.vector($S, $T.size($L))", name, JavaTypes.SHAPES, size);
        };
    }

    /** What the scalars leave to the only array. */
    private CodeBlock freeLength() {
        int scalars = components.scalarIndependents().size();
        return scalars == 0 ? CodeBlock.of("$L", length) : CodeBlock.of("$L - $L", length, scalars);
    }
}
