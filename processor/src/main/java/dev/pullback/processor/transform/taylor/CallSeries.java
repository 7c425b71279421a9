package dev.pullback.processor.transform.taylor;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Length;
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
    private final SeriesExpressions expressions;
    private final Expression terms;
    private final Variable workspace;

    CallSeries(SeriesOf series, SeriesExpressions expressions, Expression terms, Variable workspace) {
        this.series = series;
        this.expressions = expressions;
        this.terms = terms;
        this.workspace = workspace;
    }

    /** Appends the call of the callee's series, behind that of the method itself. */
    void lower(Invoke s, List<Statement> out) {
        Callee callee = s.callee();
        List<Expression> given = new ArrayList<>();
        List<Place> outputs = new ArrayList<>();
        List<Statement> after = new ArrayList<>();
        for (int i = 0; i < s.arguments().size(); i++) {
            Expression argument = s.arguments().get(i);
            if (callee.outputs().contains(i)) {
                outputs.add(output((Place) argument, callee.independents().get(i), out, after));
                given.add(outputs.get(outputs.size() - 1));
            } else if (callee.independents().get(i)) {
                given.add(argument(argument, s.origin(), out));
            }
        }
        Read own = declareOwn(s, out);
        if (outputs.isEmpty()) {
            given.add(own);
        }
        out.add(call(s, given));
        out.addAll(after);
        List<Place> arrays = OutputCode.outputs(s);
        for (int i = 0; i < outputs.size(); i++) {
            Expression offset = OutputCode.offset(arrays.subList(0, i));
            out.add(SeriesCalls.arithmetic("pack", Origin.NONE, outputs.get(i), own, offset));
        }
    }

    /** Appends the series of what a call gives that does not depend on the independents. */
    void constant(Invoke s, List<Statement> out) {
        Read own = declareOwn(s, out);
        String name = s.variable().type().isArray() ? "constants" : "constant";
        out.add(SeriesCalls.arithmetic(name, Origin.NONE, new Read(s.variable()), own));
    }

    private Read declareOwn(Invoke s, List<Statement> out) {
        Variable own = series.of(s.variable());
        out.add(new Declare(own, newLike(own, new Read(s.variable())), Origin.NONE));
        return new Read(own);
    }

    private CallStatement call(Invoke s, List<Expression> given) {
        Callee callee = s.callee();
        List<Expression> arguments = new ArrayList<>(PackedCall.arguments(callee, s.arguments()));
        arguments.addAll(given);
        arguments.add(terms);
        arguments.add(new Call(WorkspaceCalls.CHILD, new Read(workspace), WorkspaceCalls.UNNUMBERED));
        List<IrType> types = arguments.stream().map(Expression::type).toList();
        String name = callee.method().name() + "Series";
        MethodRef method = new MethodRef(callee.derivatives(), name, types, PrimitiveType.VOID, true);
        return new CallStatement(new Call(method, arguments), s.origin());
    }

    /** A series of its own for an array that the call overwrites, and with it the call's series; the array's content is put back. */
    private Place output(Place output, boolean isIndependent, List<Statement> out, List<Statement> after) {
        OutputCode.keep(output, workspace, out, after);
        Variable own = series.typed(output.root().name() + "Output", output.type());
        out.add(new Declare(own, newLike(own, output), Origin.NONE));
        if (isIndependent && series.isActive(output)) {
            out.add(WorkspaceCalls.elementwise("copy", series.of(output), new Read(own)));
        } else if (isIndependent) {
            out.add(SeriesCalls.arithmetic("constants", Origin.NONE, output, new Read(own)));
        }
        return new Read(own);
    }

    private Expression argument(Expression value, Origin origin, List<Statement> out) {
        if (!value.type().isArray()) {
            return expressions.any(value, origin, out);
        } else if (series.isActive((Place) value)) {
            return series.of((Place) value);
        }
        Variable constant = series.typed("constants", value.type());
        out.add(new Declare(constant, newLike(constant, (Place) value), Origin.NONE));
        if (((ArrayType) constant.type()).rank() == 2) {
            out.add(SeriesCalls.arithmetic("constants", origin, value, new Read(constant)));
        }
        return new Read(constant);
    }

    /** New series; of a matrix they are constant. */
    private Expression newLike(Variable own, Place value) {
        ArrayType type = (ArrayType) own.type();
        if (type.rank() > 2) {
            return SeriesCalls.matrix("constants", type, value, terms);
        }
        List<Expression> arguments = new ArrayList<>(List.of(new Read(workspace), WorkspaceCalls.UNNUMBERED));
        if (type.rank() == 2) {
            arguments.add(new Length(value));
        }
        arguments.add(terms);
        return new Call(WorkspaceCalls.scratch(type), arguments);
    }
}
