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
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.List;

/** The series of what a call gives: the callee computes it from those of its independents, constant ones among them. */
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
        List<Expression> arguments = new ArrayList<>(s.arguments());
        for (int i = 0; i < s.arguments().size(); i++) {
            if (callee.independents().get(i)) {
                arguments.add(argument(s.arguments().get(i), s.origin(), out));
            }
        }
        Variable own = series.of(s.variable());
        out.add(new Declare(own, newLike(own, new Read(s.variable())), Origin.NONE));
        arguments.add(new Read(own));
        arguments.add(terms);
        arguments.add(new Call(WorkspaceCalls.CHILD, new Read(workspace), WorkspaceCalls.UNNUMBERED));
        List<IrType> types = arguments.stream().map(Expression::type).toList();
        String name = callee.method().name() + "Series";
        MethodRef method = new MethodRef(callee.derivatives(), name, types, PrimitiveType.VOID, true);
        out.add(new CallStatement(new Call(method, arguments), s.origin()));
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
