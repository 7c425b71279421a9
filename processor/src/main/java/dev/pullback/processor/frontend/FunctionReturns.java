package dev.pullback.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ReturnTree;
import dev.pullback.processor.diagnostics.DiagnosticCode;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.TupleType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The returns of a method that becomes a function of its own. */
final class FunctionReturns implements Returns {

    private final IrType type;
    private final TypeMirror declared;
    private final Map<Integer, ArrayResults> arrays = new TreeMap<>();

    /**
     * The returns of one method.
     *
     * @param type what the function gives
     * @param declared the method's result type
     */
    FunctionReturns(IrType type, TypeMirror declared) {
        this.type = type;
        this.declared = declared;
    }

    @Override
    public void lower(ReturnTree tree, @Nullable ExpressionTree value, BodyFrame frame) {
        BodyBuilder body = frame.body();
        if ((value == null) != (type == PrimitiveType.VOID)) {
            throw body.reject(DiagnosticCode.AD305, tree, value == null ? "a return without a value" : "a result");
        }
        List<Expression> results = value == null ? List.of() : results(value, frame.expressions());
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Place place && place.type().isArray()) {
                arrays.computeIfAbsent(i, index -> new ArrayResults()).add(body.position(tree), place);
            }
        }
        body.emit(new Return(results, body.origin()));
    }

    private List<Expression> results(ExpressionTree value, ExpressionLowering expressions) {
        return type instanceof TupleType
                ? expressions.leaves(value, declared)
                : List.of(expressions.value(value, type));
    }

    @Override
    public void check(Block body) {
        arrays.values().forEach(results -> results.check(body));
    }
}
