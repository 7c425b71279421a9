package dev.pullback.processor.transform.taylor;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.CustomRule;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.OutputCode;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.List;

/**
 * The series of what a method with a rule gives: the integral, along the arguments, of its gradient, whose series that of the user's
 * pullback gives. A pullback that takes the result knows one more coefficient of it each time.
 */
final class RuleSeries {
    private final SeriesOf series;
    private final GivenSeries given;
    private final Variable workspace;
    private final Invoke invoke;
    private final CustomRule rule;
    private final List<Place> arguments = new ArrayList<>();

    RuleSeries(SeriesOf series, GivenSeries given, Variable workspace, Invoke invoke) {
        this.series = series;
        this.given = given;
        this.workspace = workspace;
        this.invoke = invoke;
        this.rule = invoke.callee().rule().orElseThrow();
    }

    /** Appends the series, behind the call of the method itself. */
    void lower(List<Statement> out) {
        for (int i = 0; i < invoke.arguments().size(); i++) {
            if (invoke.callee().independents().get(i)) {
                arguments.add(given.of(invoke.arguments().get(i), invoke.origin(), out));
            }
        }
        Read result = new Read(invoke.variable());
        Read own = given.declare(result.variable(), out);
        List<Statement> body = new ArrayList<>();
        String name = result.variable().name() + "Seed";
        Read seeds = new Read(series.typed(name + "Series", result.type()));
        out.add(new Declare(seeds.variable(), given.newLike(seeds.variable(), result), Origin.NONE));
        if (result.type().isArray()) {
            Read seed = new Read(new Variable(name, result.type()));
            out.add(new Declare(seed.variable(), WorkspaceCalls.zerosLike(workspace, result), Origin.NONE));
            out.add(constant(seed, seeds));
            body.add(elements(seed, seeds, result, own, seed, seeds));
        } else {
            Literal one = Literal.real(1.0, result.type());
            out.add(constant(one, seeds));
            integrate(one, seeds, result, own, body);
        }
        if (rule.pullback().orElseThrow().takesResult()) {
            out.add(constant(result, own));
            Variable power = new Variable("power", PrimitiveType.INT);
            out.add(new CountedLoop(power, Literal.of(1), given.terms(), 1, new Block(body), Origin.NONE));
        } else {
            out.addAll(body);
        }
    }

    private static Statement constant(Expression value, Place itsSeries) {
        String name = value.type().isArray() ? "constants" : "constant";
        return SeriesCalls.arithmetic(name, Origin.NONE, value, itsSeries);
    }

    /** One element after the other, with the seed of that element. */
    private Statement elements(Read seed, Read seeds, Place result, Place own, Place unit, Place units) {
        Variable index = new Variable("k", PrimitiveType.INT);
        Place value = new ArrayRead(result, new Read(index));
        Place into = new ArrayRead(own, new Read(index));
        Place one = new ArrayRead(unit, new Read(index));
        Place ones = new ArrayRead(units, new Read(index));
        List<Statement> body = new ArrayList<>();
        if (value.type().isArray()) {
            body.add(elements(seed, seeds, value, into, one, ones));
        } else {
            body.add(new Assign(one, Literal.real(1.0, one.type()), Origin.NONE));
            body.add(constant(one, ones));
            integrate(seed, seeds, value, into, body);
            body.add(new Assign(one, Literal.zero(one.type()), Origin.NONE));
            body.add(constant(one, ones));
        }
        return new CountedLoop(index, Literal.of(0), new Length(result), 1, new Block(body), Origin.NONE);
    }

    /** The series of a number that the method gives, from that of its gradient. */
    private void integrate(Expression seed, Read seeds, Place value, Place into, List<Statement> out) {
        List<Place> slopes = rule.returnsBar() ? returnedBar(seed, seeds, out) : bars(seed, seeds, out);
        out.add(constant(value, into));
        int next = 0;
        for (int i = 0; i < invoke.arguments().size(); i++) {
            if (invoke.callee().independents().get(i)) {
                Expression argument = invoke.arguments().get(i);
                boolean isActive = !(argument instanceof Place place) || series.isActive(place);
                if (isActive) {
                    out.add(integral(slopes.get(next), arguments.get(next), into));
                }
                next++;
            }
        }
    }

    private static Statement integral(Place slope, Place argument, Place into) {
        if (argument.type().equals(into.type())) {
            return SeriesCalls.arithmetic("addIntegral", Origin.NONE, slope, argument, into);
        }
        Variable index = new Variable("k", PrimitiveType.INT);
        Statement element =
                integral(new ArrayRead(slope, new Read(index)), new ArrayRead(argument, new Read(index)), into);
        return new CountedLoop(index, Literal.of(0), new Length(argument), 1, Block.of(element), Origin.NONE);
    }

    private List<Place> returnedBar(Expression seed, Read seeds, List<Statement> out) {
        Variable slope = SeriesOf.temporary(invoke.callee().method().name() + "BarSeries");
        out.add(new Declare(slope, given.newLike(slope, seeds), Origin.NONE));
        List<Expression> passed = new ArrayList<>(passed(seed, List.of()));
        passed.addAll(given(seeds));
        passed.add(new Read(slope));
        call(passed, out);
        return List.of(new Read(slope));
    }

    /** The series of the bars, which begin with zero; one for each independent. */
    private List<Place> bars(Expression seed, Read seeds, List<Statement> out) {
        List<Place> bars = new ArrayList<>();
        List<Place> barSeries = new ArrayList<>();
        List<Place> slopes = new ArrayList<>();
        int scalars = (int) arguments.stream()
                .filter(argument -> argument.type().equals(OutputCode.VECTOR))
                .count();
        Variable shared = new Variable(invoke.callee().method().name() + "Bars", OutputCode.VECTOR);
        Variable sharedSeries = series.typed(shared.name() + "Series", shared.type());
        int scalar = 0;
        for (int i = 0; i < invoke.arguments().size(); i++) {
            Expression argument = invoke.arguments().get(i);
            if (!invoke.callee().independents().get(i)) {
                continue;
            }
            if (argument.type().isArray()) {
                Variable bar = new Variable(((Place) argument).root().name() + "Bar", argument.type());
                out.add(new Declare(bar, WorkspaceCalls.zerosLike(workspace, (Place) argument), Origin.NONE));
                bars.add(new Read(bar));
                Read own = zeros(series.typed(bar.name() + "Series", bar.type()), bar, out);
                barSeries.add(own);
                slopes.add(own);
            } else {
                slopes.add(new ArrayRead(new Read(sharedSeries), Literal.of(scalar++)));
            }
        }
        if (scalars > 0) {
            out.add(new Declare(shared, new NewArray(OutputCode.VECTOR, List.of(Literal.of(scalars))), Origin.NONE));
            bars.add(new Read(shared));
            barSeries.add(zeros(sharedSeries, shared, out));
        }
        List<Expression> passed = new ArrayList<>(passed(seed, bars));
        passed.addAll(given(seeds));
        passed.addAll(barSeries);
        call(passed, out);
        return slopes;
    }

    private Read zeros(Variable itsSeries, Variable bar, List<Statement> out) {
        out.add(new Declare(itsSeries, given.newLike(itsSeries, new Read(bar)), Origin.NONE));
        out.add(constant(new Read(bar), new Read(itsSeries)));
        return new Read(itsSeries);
    }

    /** The arguments of the pullback. */
    private List<Expression> passed(Expression seed, List<Place> bars) {
        List<Expression> passed = new ArrayList<>(rule.pullback().orElseThrow().arguments(invoke));
        passed.add(seed);
        passed.addAll(bars);
        return passed;
    }

    /** The series of the arguments of the method, of the result if the pullback takes it, and of the seed. */
    private List<Expression> given(Read seeds) {
        List<Expression> series = new ArrayList<>(arguments);
        if (rule.pullback().orElseThrow().takesResult()) {
            series.add(new Read(this.series.of(invoke.variable())));
        }
        series.add(seeds);
        return series;
    }

    private void call(List<Expression> passed, List<Statement> out) {
        passed.addAll(given.ending());
        Call call = new Call(rule.series().orElseThrow().method(), passed);
        out.add(new CallStatement(call, invoke.origin()));
    }
}
