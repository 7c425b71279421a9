package dev.pullback.processor.normalize;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field of the receiver once, at the start, although several helpers read it, perhaps in loops; and asks once whether
 * assertions are on.
 */
public final class ShareConstants extends IrRewriter {
    private final @Nullable Variable receiver;
    private final Map<Opaque, Declare> shared = new LinkedHashMap<>();
    private final Map<Variable, Variable> replaced = new LinkedHashMap<>();

    private ShareConstants(@Nullable Variable receiver) {
        this.receiver = receiver;
    }

    /** {@code function}, whose helpers are inlined, with such constants declared first. */
    public static Function apply(Function function) {
        boolean hasReceiver =
                !function.parameters().isEmpty() && function.parameters().get(0).type() instanceof ObjectType;
        ShareConstants pass =
                new ShareConstants(hasReceiver ? function.parameters().get(0) : null);
        Block body = pass.rewrite(function.body());
        if (pass.shared.isEmpty()) {
            return function;
        }
        List<Statement> all = new ArrayList<>();
        List<Statement> rest = new ArrayList<>(body.statements());
        // The check of the receiver's class, which is no statement of the user's, comes before everything else.
        while (rest.get(0) instanceof Perform check && check.origin().equals(Origin.NONE)) {
            all.add(rest.remove(0));
        }
        all.addAll(pass.shared.values());
        all.addAll(rest);
        return function.withBody(new Block(all));
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        if (statement instanceof Declare declare && declare.initial() instanceof Opaque code && isConstant(code)) {
            Declare first = shared.computeIfAbsent(code, c -> declare);
            if (first.variable() != declare.variable()) {
                replaced.put(declare.variable(), first.variable());
            }
            return;
        }
        super.rewrite(statement, out);
    }

    /** Whether the code is a field or accessor of the receiver, a static field, or a question to a class. */
    private boolean isConstant(Opaque code) {
        if (!code.hiddenFields().isEmpty()) {
            return code.operands().stream().allMatch(this::isReceiver);
        } else if (code.pieces().size() != 2 || !(code.pieces().get(1) instanceof Opaque.Text)) {
            return false;
        }
        Opaque.Piece first = code.pieces().get(0);
        return first instanceof Opaque.Type
                || first instanceof Opaque.Operand operand && isReceiver(operand.expression());
    }

    private boolean isReceiver(Expression expression) {
        return receiver != null && expression.equals(new Read(receiver));
    }

    @Override
    public Expression rewrite(Expression expression) {
        return expression instanceof Read read && replaced.containsKey(read.variable())
                ? new Read(replaced.get(read.variable()))
                : rewriteChildren(expression);
    }
}
