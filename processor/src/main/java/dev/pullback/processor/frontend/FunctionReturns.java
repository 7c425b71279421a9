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
import org.jspecify.annotations.Nullable;

/** The returns of a method that becomes a function of its own. */
final class FunctionReturns implements Returns {

    private final IrType type;
    private final ArrayResults arrays = new ArrayResults();

    FunctionReturns(IrType type) {
        this.type = type;
    }

    @Override
    public void lower(ReturnTree tree, @Nullable ExpressionTree value, BodyFrame frame) {
        BodyBuilder body = frame.body();
        if ((value == null) != (type == PrimitiveType.VOID)) {
            throw body.reject(DiagnosticCode.AD305, tree, value == null ? "a return without a value" : "a result");
        }
        Expression result = value == null ? null : frame.expressions().value(value, type);
        if (result instanceof Place place && place.type().isArray()) {
            arrays.add(body.position(tree), place);
        }
        body.emit(new Return(result, body.origin()));
    }

    @Override
    public void check(Block body) {
        arrays.check(body);
    }
}
