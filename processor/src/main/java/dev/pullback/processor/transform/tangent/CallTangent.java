package dev.pullback.processor.transform.tangent;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.ir.Arithmetic;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.CalledPullback;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.CustomRule;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.DerivativeForm;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.GradientCall;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.PullbackArguments;
import dev.pullback.processor.ir.PullbackCall;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.RecordParameter;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The tangent of a call of another class's differentiable method, by its pushforward. Every generated class has pullbacks, not
 * every one pushforwards: without one the tangent is the product of the callee's gradient with the arguments' tangents.
 */
final class CallTangent {
    private final ActivityResult activity;
    private final List<UnaryOperator<Place>> dots;
    private final Variable workspace;
    private final boolean isFinal;

    /**
     * The tangents of the calls of a function.
     *
     * @param dots the tangent of a place, in each direction
     * @param isFinal whether the code is not differentiated again: pushforwards of callees, unlike their pullbacks, cannot be
     */
    CallTangent(ActivityResult activity, List<UnaryOperator<Place>> dots, Variable workspace, boolean isFinal) {
        this.activity = activity;
        this.dots = dots;
        this.workspace = workspace;
        this.isFinal = isFinal;
    }

    /** Appends the call of the primal and the computation of the result's tangent. */
    void lower(Invoke invoke, List<Statement> out) {
        out.add(invoke);
        if (!activity.isActive(invoke.variable())) {
            return;
        }
        Optional<CustomRule.Part> rule = invoke.callee().rule().flatMap(CustomRule::pushforward);
        if (!activity.reaches(invoke)) {
            zeroTangents(invoke, out);
        } else if (invoke.callee().gradientOf().isPresent()) {
            dots.forEach(dot -> hessianProduct(invoke, dot, out));
        } else if (rule.isPresent()
                && (isFinal || invoke.callee().rule().orElseThrow().pullback().isEmpty())) {
            dots.forEach(dot -> pushforward(invoke, rule.get(), dot, out));
        } else if (invoke.callee().forms().contains(DerivativeForm.PUSHFORWARD) && isFinal) {
            dots.forEach(dot -> generated(invoke, dot, out));
        } else {
            products(invoke, out);
        }
    }

    private List<Place> zeroTangents(Invoke invoke, List<Statement> out) {
        Read result = new Read(invoke.variable());
        List<Place> tangents = dots.stream().map(dot -> dot.apply(result)).toList();
        for (Place tangent : tangents) {
            Expression zero = result.type().isArray()
                    ? WorkspaceCalls.zerosLike(workspace, result)
                    : Literal.zero(tangent.type());
            out.add(new Declare(tangent.root(), zero, Origin.NONE));
        }
        return tangents;
    }

    /** The pullback of each unit seed, times the tangents of the arguments. */
    private void products(Invoke invoke, List<Statement> out) {
        List<Place> tangents = zeroTangents(invoke, out);
        Read result = new Read(invoke.variable());
        if (result.type().isArray()) {
            Variable seed = new Variable(result.root().name() + "Seed", result.type());
            out.add(new Declare(seed, WorkspaceCalls.zerosLike(workspace, result), Origin.NONE));
            out.add(row(invoke, seed, new Read(seed), tangents));
        } else {
            gradient(invoke, Literal.real(1.0, result.type()), tangents, out);
        }
    }

    /** One call of the pullback for each element of the result: as exact as a pushforward, only slower. */
    private Statement row(Invoke invoke, Variable seeds, Place seed, List<Place> tangents) {
        Variable index = new Variable("k", PrimitiveType.INT);
        Place element = new ArrayRead(seed, new Read(index));
        List<Place> elementTangents = tangents.stream()
                .<Place>map(tangent -> new ArrayRead(tangent, new Read(index)))
                .toList();
        List<Statement> body = new ArrayList<>();
        if (element.type().isArray()) {
            body.add(row(invoke, seeds, element, elementTangents));
        } else {
            body.add(new Assign(element, Literal.real(1.0, element.type()), Origin.NONE));
            gradient(invoke, new Read(seeds), elementTangents, body);
            body.add(new Assign(element, Literal.zero(element.type()), Origin.NONE));
        }
        return new CountedLoop(index, Literal.of(0), new Length(tangents.get(0)), 1, new Block(body), Origin.NONE);
    }

    /** Adds the products of the pullback of a seed with the tangents of the arguments, in each direction. */
    private void gradient(Invoke invoke, Expression seed, List<Place> tangents, List<Statement> out) {
        PullbackCall call = new PullbackCall(invoke, seed, workspace, place -> null);
        out.addAll(call.statements());
        for (int i = 0; i < tangents.size(); i++) {
            products(call, tangents.get(i), dots.get(i), out);
        }
    }

    private void products(PullbackCall call, Place tangent, UnaryOperator<Place> dot, List<Statement> out) {
        List<PullbackCall.ArgumentBar> arrayBars = new ArrayList<>(call.outputBars());
        arrayBars.addAll(call.arrayBars());
        for (PullbackCall.ArgumentBar bar : arrayBars) {
            if (activity.isActivePlace((Place) bar.argument())) {
                out.add(product(tangent, bar.bar(), dot.apply((Place) bar.argument())));
            }
        }
        for (PullbackCall.ArgumentBar bar : call.scalarBars()) {
            if (activity.carries(bar.argument())) {
                Expression dots = new ExpressionTangent(activity, dot).of(bar.argument(), Literal.ZERO);
                Expression product =
                        Arithmetic.multiply(bar.bar(), Cast.to(bar.bar().type(), dots));
                out.add(new Increment(tangent, Cast.to(tangent.type(), product), Origin.NONE));
            }
        }
    }

    /** The tangent of a gradient. */
    private void hessianProduct(Invoke invoke, UnaryOperator<Place> dot, List<Statement> out) {
        GradientCall gradient = new GradientCall(invoke);
        List<Expression> direction = new ArrayList<>();
        gradient.independents().forEach(argument -> direction.add(tangent(argument, dot, out)));
        gradient.tangent(((Read) dot.apply(new Read(invoke.variable()))).variable(), direction, workspace);
        out.addAll(gradient.statements());
    }

    /** The call of the user's pushforward, with the tangents of all independents; a call to be differentiated, if that goes on. */
    private void pushforward(Invoke invoke, CustomRule.Part rule, UnaryOperator<Place> dot, List<Statement> out) {
        List<Expression> arguments = new ArrayList<>(withoutWorkspace(rule.arguments(invoke)));
        for (int i = 0; i < invoke.arguments().size(); i++) {
            if (invoke.callee().independents().get(i)) {
                arguments.add(tangent(invoke.arguments().get(i), dot, out));
            }
        }
        if (rule.takesWorkspace()) {
            arguments.add(child());
        }
        Variable tangent = ((Read) dot.apply(new Read(invoke.variable()))).variable();
        Callee callee = invoke.callee();
        out.add(
                isFinal
                        ? new Declare(tangent, new Call(rule.method(), arguments), invoke.origin())
                        : new Invoke(
                                tangent,
                                callee.rule().orElseThrow().pushforwardAsCallee(callee.independents()),
                                arguments,
                                invoke.origin()));
    }

    /** Generated code takes one workspace, as its last argument. */
    private static List<Expression> withoutWorkspace(List<Expression> arguments) {
        return arguments.stream()
                .filter(argument -> !argument.type().equals(ObjectType.WORKSPACE))
                .toList();
    }

    /** The call of the pushforward that is generated for the method, with the tangents of its independents and outputs. */
    private void generated(Invoke invoke, UnaryOperator<Place> dot, List<Statement> out) {
        Callee callee = invoke.callee();
        ForeignOutputs outputs = new ForeignOutputs(invoke, workspace);
        List<Expression> arguments = new ArrayList<>(invoke.arguments());
        for (int i = 0; i < invoke.arguments().size(); i++) {
            Expression argument = invoke.arguments().get(i);
            if (callee.outputs().contains(i)) {
                Place output = (Place) argument;
                arguments.add(outputs.tangent(output, activity.isActivePlace(output) ? dot.apply(output) : null));
            } else if (callee.independents().get(i)) {
                arguments.add(tangent(argument, dot, out));
            }
        }
        arguments.add(child());
        List<IrType> types = arguments.stream().map(Expression::type).toList();
        MethodRef method = new MethodRef(
                callee.derivatives(),
                callee.method().name() + "Pushforward",
                types,
                callee.method().returnType(),
                true);
        Call call = new Call(method, arguments);
        Variable tangent = ((Read) dot.apply(new Read(invoke.variable()))).variable();
        if (callee.outputs().isEmpty()) {
            out.add(new Declare(tangent, call, invoke.origin()));
        } else {
            outputs.around(new CallStatement(call, invoke.origin()), tangent, out);
        }
    }

    /**
     * Appends what computes the bars and their tangents: the pullback's pushforward, with the tangents of all that it depends
     * on, zeros where there is none. For one direction: a second one would add to the bars again.
     */
    void pullback(CallStatement statement, PullbackArguments pullback, List<Statement> out) {
        boolean isActive = pullback.written().stream().anyMatch(activity::isActivePlace);
        if (!isActive) {
            out.add(statement);
        } else if (pullback.pullback().order() == 1) {
            pushforwardOfPullback(statement, pullback, out);
        } else {
            pushforwardOfPushforward(statement, pullback, out);
        }
    }

    /** The tangents of all that the pushforward of a pullback takes and writes to. */
    private void pushforwardOfPushforward(CallStatement statement, PullbackArguments given, List<Statement> out) {
        Callee callee = given.callee();
        Optional<CustomRule.Part> rule = callee.rule().flatMap(CustomRule::third);
        List<Expression> all = withoutWorkspace(statement.call().arguments());
        int primal = given.primalArguments().size();
        List<Expression> arguments = new ArrayList<>(all);
        given.independents().forEach(argument -> arguments.add(tangent(argument, dots.get(0), out)));
        all.subList(primal, all.size()).forEach(argument -> arguments.add(tangent(argument, dots.get(0), out)));
        if (rule.isEmpty() || rule.get().takesWorkspace()) {
            arguments.add(child());
        }
        MethodRef method =
                rule.map(CustomRule.Part::method).orElseGet(() -> generated(callee, "PullbackThirdOrder", arguments));
        out.add(new CallStatement(new Call(method, arguments), new CalledPullback(callee, 3), statement.origin()));
    }

    private static MethodRef generated(Callee callee, String suffix, List<Expression> arguments) {
        List<IrType> types = arguments.stream().map(Expression::type).toList();
        return new MethodRef(callee.derivatives(), callee.method().name() + suffix, types, PrimitiveType.VOID, true);
    }

    private void pushforwardOfPullback(CallStatement statement, PullbackArguments pullback, List<Statement> out) {
        UnaryOperator<Place> dot = dots.get(0);
        Optional<CustomRule.Part> rule = pullback.callee().rule().flatMap(CustomRule::second);
        boolean isGenerated = rule.isEmpty() || rule.get().takesWorkspace();
        List<Place> bars = pullback.bars();
        List<Expression> seeds = seeds(pullback);
        List<Expression> arguments = new ArrayList<>(pullback.primalArguments());
        arguments.addAll(seeds);
        List<Statement> delivery = new ArrayList<>();
        boolean areOwn = rule.isPresent() && (isGenerated || !isFinal);
        UnaryOperator<Place> passed = bar -> areOwn ? own(bar, out, delivery) : bar;
        bars.forEach(bar -> arguments.add(passed.apply(bar)));
        pullback.independents().forEach(argument -> arguments.add(tangent(argument, dot, out)));
        seeds.forEach(seed -> arguments.add(tangent(seed, dot, out)));
        for (Place bar : bars) {
            arguments.add(activity.isActivePlace(bar) ? passed.apply(dot.apply(bar)) : tangent(bar, dot, out));
        }
        if (isGenerated) {
            arguments.add(child());
        }
        MethodRef method = rule.map(CustomRule.Part::method)
                .orElseGet(() -> generated(pullback.callee(), "PullbackPushforward", arguments));
        CalledPullback called = rule.isPresent() && isFinal ? null : new CalledPullback(pullback.callee(), 2);
        out.add(new CallStatement(new Call(method, arguments), called, statement.origin()));
        out.addAll(delivery);
    }

    /** The adjoints of the results, one for each component of a record. */
    private static List<Expression> seeds(PullbackArguments pullback) {
        Optional<RecordParameter> record = pullback.callee().records().result();
        if (record.isEmpty()) {
            return pullback.seeds();
        }
        List<Expression> seeds = new ArrayList<>();
        Place vector = (Place) pullback.seeds().get(0);
        for (int i = 0; i < record.get().leaves().size(); i++) {
            IrType type = record.get().leaves().get(i).variable().type();
            if (type.isDifferentiable()) {
                seeds.add(Cast.to(type, new ArrayRead(vector, Literal.of(i))));
            }
        }
        return seeds;
    }

    /** An array of its own in the place of a bar: to what is generated for a user's pullback its outputs are different arrays. */
    private Place own(Place bar, List<Statement> out, List<Statement> delivery) {
        Variable own = new Variable(bar.root().name() + "Part", bar.type());
        out.add(new Declare(own, WorkspaceCalls.zerosLike(workspace, bar), Origin.NONE));
        delivery.add(WorkspaceCalls.elementwise("add", new Read(own), bar));
        return new Read(own);
    }

    private Expression child() {
        return new Call(WorkspaceCalls.CHILD, new Read(workspace), WorkspaceCalls.UNNUMBERED);
    }

    /** The tangent of a value; what has none is zero, an array of zeros in the case of an array. */
    private Expression tangent(Expression value, UnaryOperator<Place> dot, List<Statement> out) {
        if (!value.type().isArray()) {
            return Cast.to(value.type(), new ExpressionTangent(activity, dot).of(value, Literal.ZERO));
        }
        Place place = (Place) value;
        if (activity.isActivePlace(place)) {
            return dot.apply(place);
        }
        Variable zeros = new Variable(place.root().name() + "Zeros", place.type());
        out.add(new Declare(zeros, WorkspaceCalls.zerosLike(workspace, place), Origin.NONE));
        return new Read(zeros);
    }

    private static Statement product(Place sum, Place bar, Place tangent) {
        if (!bar.type().isArray()) {
            return new Increment(sum, Cast.to(sum.type(), Arithmetic.multiply(bar, tangent)), Origin.NONE);
        }
        Variable index = new Variable("k", PrimitiveType.INT);
        Statement inner = product(sum, new ArrayRead(bar, new Read(index)), new ArrayRead(tangent, new Read(index)));
        return new CountedLoop(index, Literal.of(0), new Length(bar), 1, Block.of(inner), Origin.NONE);
    }
}
