package dev.pullback.processor.transform.tangent;

import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.OutputCode;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arrays that a call overwrites, around the call of its pushforward: to the representation the call leaves them alone and
 * gives one vector ({@link OutputCode}), so their content is put back, and what became of their tangents is the vector's tangent.
 */
final class ForeignOutputs {
    private final Variable workspace;
    private final List<Place> outputs;
    private final List<Place> tangents = new ArrayList<>();
    private final List<Statement> before = new ArrayList<>();
    private final List<Statement> after = new ArrayList<>();

    ForeignOutputs(Invoke invoke, Variable workspace) {
        this.workspace = workspace;
        this.outputs = invoke.callee().outputs().isEmpty() ? List.of() : OutputCode.outputs(invoke);
    }

    /** An array for the tangent of an output, which the call overwrites; it begins with zeros where there is none. */
    Place tangent(Place output, @Nullable Place dot) {
        OutputCode.keep(output, workspace, before, after);
        Variable own = new Variable(output.root().name() + "OutputDot", output.type());
        before.add(new Declare(own, WorkspaceCalls.zerosLike(workspace, output), Origin.NONE));
        if (dot != null) {
            before.add(WorkspaceCalls.elementwise("copy", dot, new Read(own)));
        }
        tangents.add(new Read(own));
        return new Read(own);
    }

    /** Appends the call and the declaration of the vector's tangent. */
    void around(Statement call, Variable vector, List<Statement> out) {
        out.addAll(before);
        out.add(call);
        out.addAll(after);
        out.add(new Declare(vector, new NewArray(OutputCode.VECTOR, List.of(OutputCode.offset(outputs))), Origin.NONE));
        for (int i = 0; i < tangents.size(); i++) {
            out.add(OutputCode.pack(tangents.get(i), OutputCode.offset(outputs.subList(0, i)), new Read(vector)));
        }
    }
}
