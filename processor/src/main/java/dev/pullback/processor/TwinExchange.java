package dev.pullback.processor;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.ObjectCode;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes twins on to the derivatives of another class, which have twins of their own: with the same numbers, and the same arrays.
 * What the callee writes to them comes back after the call.
 */
final class TwinExchange {

    private final PrimalMethod primal;
    private final String derivatives;
    private final List<Statement> before = new ArrayList<>();
    private final List<Statement> after = new ArrayList<>();

    /** For one call of a method of the generated class {@code derivatives}. */
    TwinExchange(PrimalMethod primal, String derivatives) {
        this.primal = primal;
        this.derivatives = derivatives;
    }

    /** The callee's twin for one of ours. */
    Read give(Variable twin, RecordParameter record, boolean isWritten) {
        Variable theirs = Variable.temporary(twin.name(), theirs(record));
        Opaque copy = ObjectCode.twin(
                record.type(), derivatives, fields(new Read(twin), record).iterator());
        before.add(new Perform(theirs, copy, Origin.NONE));
        if (isWritten) {
            record.leaves().stream()
                    .filter(leaf -> leaf.variable().type().isReal())
                    .forEach(leaf -> after.add(ObjectCode.assign(
                            new Read(twin), leaf, " = ", ObjectCode.field(new Read(theirs), leaf), Origin.NONE)));
        }
        return new Read(theirs);
    }

    private ObjectType theirs(RecordParameter record) {
        return new ObjectType(derivatives + "." + record.type().twinName());
    }

    private static List<Opaque> fields(Expression twin, RecordParameter record) {
        return record.leaves().stream()
                .filter(leaf -> leaf.variable().type().isDifferentiable())
                .map(leaf -> ObjectCode.field(twin, leaf))
                .toList();
    }

    /** The type that the callee returns where we return {@code type}. */
    IrType typeOf(IrType type) {
        return returnsTwin(type) ? theirs(primal.result().orElseThrow()) : type;
    }

    private boolean returnsTwin(IrType type) {
        return primal.result().isPresent() && type.equals(primal.resultBarType());
    }

    /** The call, and the return of what it gives. */
    Block around(Call call) {
        boolean isTwin =
                primal.result().map(this::theirs).filter(call.type()::equals).isPresent();
        List<Statement> all = new ArrayList<>(before);
        if (call.type() == PrimitiveType.VOID) {
            all.add(new CallStatement(call, Origin.NONE));
            all.addAll(after);
            all.add(new Return(List.of(), Origin.NONE));
        } else if (after.isEmpty() && !isTwin) {
            all.add(new Return(call, Origin.NONE));
        } else {
            Variable value = Variable.temporary("value", call.type());
            all.add(new Declare(value, call, Origin.NONE));
            all.addAll(after);
            all.add(new Return(isTwin ? ours(new Read(value)) : new Read(value), Origin.NONE));
        }
        return new Block(all);
    }

    private Expression ours(Expression theirs) {
        RecordParameter record = primal.result().orElseThrow();
        return ObjectCode.twin(
                record.type(),
                primal.qualifiedDerivativesName(),
                fields(theirs, record).iterator());
    }
}
