package dev.pullback.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.pullback.processor.ir.Variable;

/** Code that copies arrays of any rank. */
final class ArrayCode {
    private ArrayCode() {}

    /** A new array with the content of the one that {@code text} names. */
    static CodeBlock copyOf(Variable array, String text) {
        return isMatrix(array)
                ? CodeBlock.of("$T.copyOf($L)", JavaTypes.SHAPES, text)
                : CodeBlock.of("$L.clone()", text);
    }

    /** The statement that copies the content of one array into another of the same shape. */
    static CodeBlock copy(Variable array, String from, String into) {
        return isMatrix(array)
                ? CodeBlock.of("$T.copy($L, $L);\n", JavaTypes.SHAPES, from, into)
                : CodeBlock.of("$1T.arraycopy($2L, 0, $3L, 0, $2L.length);\n", System.class, from, into);
    }

    private static boolean isMatrix(Variable array) {
        return Signatures.rank(array) > 1;
    }
}
