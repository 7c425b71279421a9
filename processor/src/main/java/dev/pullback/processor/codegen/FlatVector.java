package dev.pullback.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Variable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Code between the flat vector of all independents, in declared order, and the independents or their bars. Positions are
 * constants until the first array; behind it they count from the variable {@code next}.
 */
final class FlatVector {

    private final MethodContext context;
    private final PrimalMethod primal;
    private final Map<Variable, String> values;
    private final String next;

    /**
     * The flat vector of one method.
     *
     * @param context the method
     * @param values where what belongs to each independent stands: its bar, or itself, as {@link RecordCode#place} says
     * @param next the name of the variable that counts
     */
    FlatVector(MethodContext context, Map<Variable, String> values, String next) {
        this.context = context;
        this.primal = context.primal().flat();
        this.values = values;
        this.next = next;
    }

    /** Statements that read the independents from {@code point}. */
    CodeBlock unpack(String point) {
        return unpack(point, v -> context.signatures().name(v));
    }

    /** The same into other places. */
    CodeBlock unpack(String point, Function<Variable, String> places) {
        CodeBlock.Builder code = CodeBlock.builder();
        Offset offset = new Offset(code);
        for (Variable v : primal.independents()) {
            String name = places.apply(v);
            if (v.type().isArray()) {
                offset.skip(CodeBlock.of("$T.unpack($L, $L, $L)", JavaTypes.SHAPES, point, offset.text(), name), v);
            } else {
                String cast = v.type() == PrimitiveType.FLOAT ? "(float) " : "";
                code.addStatement("$L = $L$L[$L]", name, cast, point, offset.text());
                offset.constant++;
            }
        }
        return code.build();
    }

    /** Statements that write what belongs to the independents to {@code vector}. */
    CodeBlock pack(String vector) {
        CodeBlock.Builder code = CodeBlock.builder();
        Offset offset = new Offset(code);
        for (Variable v : primal.independents()) {
            if (v.type().isArray()) {
                String array = values.get(v);
                ClassName packer = RecordCode.packer(context.primal(), v);
                offset.skip(CodeBlock.of("$T.pack($L, $L, $L)", packer, array, vector, offset.text()), v);
            } else {
                code.addStatement("$L[$L] = $L", vector, offset.text(), values.get(v));
                offset.constant++;
            }
        }
        return code.build();
    }

    /** The position of the next independent. */
    private final class Offset {
        private final CodeBlock.Builder code;
        private boolean isVariable;
        private int constant;

        private Offset(CodeBlock.Builder code) {
            this.code = code;
        }

        private String text() {
            if (!isVariable) {
                return String.valueOf(constant);
            }
            return constant == 0 ? next : next + " + " + constant;
        }

        /** Emits a call that returns the position behind {@code array}, which behind the last independent nobody needs. */
        private void skip(CodeBlock call, Variable array) {
            List<Variable> independents = primal.independents();
            if (independents.get(independents.size() - 1) == array) {
                code.addStatement(call);
                return;
            }
            code.addStatement(isVariable ? "$L = $L" : "int $L = $L", next, call);
            isVariable = true;
            constant = 0;
        }
    }
}
