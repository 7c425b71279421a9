package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/** Reverses a call of another class's differentiable method through the pullback that its generated class offers. */
final class CallReversal {
    private final ActivityResult activity;
    private final StatementAdjoint statements;
    private final Bars bars;
    private final Variable workspace;

    CallReversal(ActivityResult activity, StatementAdjoint statements, Bars bars, Variable workspace) {
        this.activity = activity;
        this.statements = statements;
        this.bars = bars;
        this.workspace = workspace;
    }

    /** The call of the primal. */
    static Declare primal(Invoke invoke) {
        return new Declare(
                invoke.result(), new Call(invoke.callee().method(), invoke.arguments()), invoke.origin());
    }

    /** A block as plain primal code. */
    static Block primal(Block block) {
        return new IrRewriter() {
            @Override
            protected void rewrite(Statement statement, List<Statement> out) {
                out.add(statement instanceof Invoke invoke ? primal(invoke) : rewriteChildren(statement));
            }
        }.rewrite(block);
    }

    /** Runs the callee's pullback; bars of passive array arguments go to scratch, scalar bars come back in one array. */
    List<Statement> adjoint(Invoke invoke) {
        if (!activity.isActive(invoke.result())) {
            return List.of();
        }
        Origin origin = invoke.origin();
        List<Statement> out = new ArrayList<>();
        List<Expression> arguments = new ArrayList<>(invoke.arguments());
        arguments.add(new Read(bars.of(invoke.result())));
        List<Expression> scalars = new ArrayList<>();
        for (int i = 0; i < invoke.arguments().size(); i++) {
            Expression argument = invoke.arguments().get(i);
            if (!invoke.callee().independents().get(i)) {
                continue;
            }
            if (argument instanceof Place place && place.type().isArray()) {
                arguments.add(activity.isActivePlace(place) ? bars.of(place) : scratch(place, out));
            } else {
                scalars.add(argument);
            }
        }
        Variable scalarBars = new Variable(invoke.callee().method().name() + "Bars", new ArrayType(PrimitiveType.DOUBLE));
        if (!scalars.isEmpty()) {
            out.add(new Declare(
                    scalarBars,
                    new NewArray((ArrayType) scalarBars.type(), List.of(Literal.of(scalars.size()))),
                    Origin.NONE));
            arguments.add(new Read(scalarBars));
        }
        arguments.add(new Call(WorkspaceCalls.CHILD, new Read(workspace), WorkspaceCalls.UNNUMBERED));
        out.add(new CallStatement(new Call(pullback(invoke, arguments), arguments), origin));
        for (int k = 0; k < scalars.size(); k++) {
            Expression bar = new ArrayRead(new Read(scalarBars), Literal.of(k));
            out.addAll(statements.result(scalars.get(k), bar, origin));
        }
        return out;
    }

    private Expression scratch(Place place, List<Statement> out) {
        Variable unused = new Variable(place.root().name() + "Scratch", place.type());
        out.add(new Declare(unused, WorkspaceCalls.zerosLike(workspace, place), Origin.NONE));
        return new Read(unused);
    }

    private static MethodRef pullback(Invoke invoke, List<Expression> arguments) {
        List<IrType> types = arguments.stream().map(Expression::type).toList();
        String name = invoke.callee().method().name() + "Pullback";
        return new MethodRef(invoke.callee().derivatives(), name, types, PrimitiveType.VOID, true);
    }
}
