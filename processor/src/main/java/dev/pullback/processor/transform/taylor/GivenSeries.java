package dev.pullback.processor.transform.taylor;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.List;

/** The series that a call of a series function takes and gives. */
final class GivenSeries {
    private final SeriesOf series;
    private final SeriesExpressions expressions;
    private final Expression terms;
    private final Variable workspace;

    GivenSeries(SeriesOf series, SeriesExpressions expressions, Expression terms, Variable workspace) {
        this.series = series;
        this.expressions = expressions;
        this.terms = terms;
        this.workspace = workspace;
    }

    /** The series of an argument, constant ones too. */
    Place of(Expression value, Origin origin, List<Statement> out) {
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

    /** Declares the series of a variable, with any content. */
    Read declare(Variable variable, List<Statement> out) {
        Variable own = series.of(variable);
        out.add(new Declare(own, newLike(own, new Read(variable)), Origin.NONE));
        return new Read(own);
    }

    /** New series; of a matrix they are constant. */
    Expression newLike(Variable own, Place value) {
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

    /** The number of coefficients. */
    Expression terms() {
        return terms;
    }

    /** The last arguments of a series function: the number of coefficients and a workspace. */
    List<Expression> ending() {
        return List.of(terms, new Call(WorkspaceCalls.CHILD, new Read(workspace), WorkspaceCalls.UNNUMBERED));
    }
}
