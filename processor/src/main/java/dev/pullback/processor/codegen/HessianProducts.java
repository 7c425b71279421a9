package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.pullback.processor.codegen.MethodDerivatives.Sweeps;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.PrimalMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The products of a Hessian with all unit vectors: a block of them at a time, where there is a sweep for several and as many
 * vectors, else one by one. The last block ends with the last vector, so that some of its products are those of the one before.
 */
final class HessianProducts {
    private final MethodContext context;
    private final PrimalMethod primal;
    private final KeptArguments kept;
    private final NameScope names;
    private final String workspace;
    private final String size;
    private final String index;
    private final Optional<Function> block;
    private final int width;

    /**
     * The products in a method with the primal's arguments.
     *
     * @param kept what is put back before each product
     * @param names the names in use
     * @param workspace the name of the workspace, whose matrices 0 and 1, vector 0 and child 1 are used
     */
    HessianProducts(MethodContext context, KeptArguments kept, NameScope names, String workspace) {
        this.context = context;
        this.primal = context.primal();
        this.kept = kept;
        this.names = names;
        this.workspace = workspace;
        this.size = names.take("size");
        this.index = names.take("i");
        this.block = context.derivatives().sweeps().flatMap(Sweeps::hessianBlock);
        this.width = primal.blockWidth();
    }

    /** The variable for the number of independents, which the method declares. */
    String size() {
        return size;
    }

    /** Fills the rows of a matrix; arguments that are overwritten have been before. */
    CodeBlock rows(String hessian) {
        CodeBlock restore = kept.restore(CodeBlock.builder().build());
        CodeBlock nothing = CodeBlock.builder().build();
        return code(
                oneByOne(CodeBlock.of("$L[$L]", hessian, index), restore, nothing),
                first -> blocks(k -> CodeBlock.of("$L[$L]", hessian, at(first, k)), first, nothing, restore, nothing));
    }

    /** Fills the diagonal. */
    CodeBlock diagonal(String diagonal) {
        CodeBlock restore = kept.restore(CodeBlock.of("$L > 0", index));
        String product = names.take("product");
        CodeBlock one = CodeBlock.builder()
                .addStatement("double[] $L = new double[$L]", product, size)
                .add(oneByOne(
                        CodeBlock.of("$L", product),
                        restore,
                        CodeBlock.of("$L[$L] = $L[$L];\n", diagonal, index, product, index)))
                .build();
        return code(one, first -> diagonalBlocks(diagonal, first, restore));
    }

    private CodeBlock diagonalBlocks(String diagonal, String first, CodeBlock restore) {
        String products = names.take("products");
        CodeBlock.Builder entries = CodeBlock.builder();
        for (int k = 0; k < width; k++) {
            entries.addStatement("$1L[$2L] = $3L[$4L][$2L]", diagonal, at(first, k), products, k);
        }
        CodeBlock declaration = CodeBlock.builder()
                .addStatement("double[][] $L = $L.zeros(1, $L, $L)", products, workspace, width, size)
                .build();
        return blocks(k -> CodeBlock.of("$L[$L]", products, k), first, declaration, restore, entries.build());
    }

    /** Either loop, or the one that fits if that is known. */
    private CodeBlock code(CodeBlock oneByOne, java.util.function.Function<String, CodeBlock> inBlocks) {
        if (block.isEmpty()) {
            return oneByOne;
        }
        CodeBlock blocks = inBlocks.apply(names.take("first"));
        if (primal.flat().arrayIndependents().isEmpty()) {
            return blocks;
        }
        return CodeBlock.builder()
                .beginControlFlow("if ($L < $L)", size, width)
                .add(oneByOne)
                .nextControlFlow("else")
                .add(blocks)
                .endControlFlow()
                .build();
    }

    private CodeBlock oneByOne(CodeBlock into, CodeBlock restore, CodeBlock afterwards) {
        String unit = names.take("unit");
        return CodeBlock.builder()
                .addStatement("double[] $L = $L.zeros(0, $L)", unit, workspace, size)
                .beginControlFlow("for (int $1L = 0; $1L < $2L; $1L++)", index, size)
                .add(restore)
                .addStatement("$L[$L] = 1.0", unit, index)
                .addStatement(
                        "$L($L,$W$L,$W$L,$W$L.child(1))",
                        context.name("HessianVector"),
                        MethodContext.names(context.signatures().arguments()),
                        unit,
                        into,
                        workspace)
                .addStatement("$L[$L] = 0.0", unit, index)
                .add(afterwards)
                .endControlFlow()
                .build();
    }

    private CodeBlock blocks(
            IntFunction<CodeBlock> into, String first, CodeBlock declaration, CodeBlock restore, CodeBlock afterwards) {
        String units = names.take("units");
        List<CodeBlock> vectors = new ArrayList<>();
        IntStream.range(0, width).forEach(k -> vectors.add(CodeBlock.of("$L[$L]", units, k)));
        IntStream.range(0, width).forEach(k -> vectors.add(into.apply(k)));
        List<Parameter> all = context.signatures().argumentsAndFields();
        return CodeBlock.builder()
                .addStatement("double[][] $L = $L.zeros(0, $L, $L)", units, workspace, width, size)
                .add(declaration)
                .beginControlFlow("for (int $1L = 0; $1L < $2L; $1L += $3L)", index, size, width)
                .addStatement("int $L = Math.min($L, $L - $L)", first, index, size, width)
                .add(restore)
                .addStatement("$T.setUnits($L, $L, 1.0)", JavaTypes.JACOBIANS, units, first)
                .addStatement(
                        "$L($L,$W$L,$W$L.child(1))",
                        block.orElseThrow().name(),
                        context.signatures().withFields(all),
                        CodeBlock.join(vectors, ",$W"),
                        workspace)
                .addStatement("$T.setUnits($L, $L, 0.0)", JavaTypes.JACOBIANS, units, first)
                .add(afterwards)
                .endControlFlow()
                .build();
    }

    private static String at(String first, int k) {
        return k == 0 ? first : first + " + " + k;
    }
}
