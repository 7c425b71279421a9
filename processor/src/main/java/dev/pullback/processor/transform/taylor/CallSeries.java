package dev.pullback.processor.transform.taylor;

import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.OutputCode;
import dev.pullback.processor.ir.PackedCall;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.List;

/**
 * The series of what a call gives: the callee computes it from those of its independents, constant ones among them. Of arrays that it
 * overwrites they are those of the vector that the call gives ({@link OutputCode}).
 */
final class CallSeries {
    private final SeriesOf series;
    private final GivenSeries given;
    private final Variable workspace;

    CallSeries(SeriesOf series, GivenSeries given, Variable workspace) {
        this.series = series;
        this.given = given;
        this.workspace = workspace;
    }

    /** Appends the call of the callee's series, behind that of the method itself. */
    void lower(Invoke s, List<Statement> out) {
        Callee callee = s.callee();
        List<Expression> passed = new ArrayList<>();
        List<Place> outputs = new ArrayList<>();
        List<Statement> after = new ArrayList<>();
        for (int i = 0; i < s.arguments().size(); i++) {
            Expression argument = s.arguments().get(i);
            if (callee.outputs().contains(i)) {
                outputs.add(output((Place) argument, callee.independents().get(i), out, after));
                passed.add(outputs.get(outputs.size() - 1));
            } else if (callee.independents().get(i)) {
                passed.add(given.of(argument, s.origin(), out));
            }
        }
        Read own = given.declare(s.variable(), out);
        if (outputs.isEmpty()) {
            passed.add(own);
        }
        out.add(call(s, passed));
        out.addAll(after);
        List<Place> arrays = OutputCode.outputs(s);
        for (int i = 0; i < outputs.size(); i++) {
            Expression offset = OutputCode.offset(arrays.subList(0, i));
            out.add(SeriesCalls.arithmetic("pack", Origin.NONE, outputs.get(i), own, offset));
        }
    }

    /** Appends the series of what a call gives that does not depend on the independents. */
    void constant(Invoke s, List<Statement> out) {
        Read own = given.declare(s.variable(), out);
        String name = s.variable().type().isArray() ? "constants" : "constant";
        out.add(SeriesCalls.arithmetic(name, Origin.NONE, new Read(s.variable()), own));
    }

    private CallStatement call(Invoke s, List<Expression> passed) {
        Callee callee = s.callee();
        List<Expression> arguments = new ArrayList<>(PackedCall.arguments(callee, s.arguments()));
        arguments.addAll(passed);
        arguments.addAll(given.ending());
        List<IrType> types = arguments.stream().map(Expression::type).toList();
        String name = callee.method().name() + "Series";
        MethodRef method = new MethodRef(callee.derivatives(), name, types, PrimitiveType.VOID, true);
        return new CallStatement(new Call(method, arguments), s.origin());
    }

    /** A series of its own for an array that the call overwrites, and with it the call's series; the array's content is put back. */
    private Place output(Place output, boolean isIndependent, List<Statement> out, List<Statement> after) {
        OutputCode.keep(output, workspace, out, after);
        Variable own = series.typed(output.root().name() + "Output", output.type());
        out.add(new Declare(own, given.newLike(own, output), Origin.NONE));
        if (isIndependent && series.isActive(output)) {
            out.add(WorkspaceCalls.elementwise("copy", series.of(output), new Read(own)));
        } else if (isIndependent) {
            out.add(SeriesCalls.arithmetic("constants", Origin.NONE, output, new Read(own)));
        }
        return new Read(own);
    }
}
