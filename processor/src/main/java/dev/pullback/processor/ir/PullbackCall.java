package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The call of a pullback, of another generated class, of this one, or a rule of the user's. Bars of scalar arguments come back in
 * one array; array arguments without an adjoint of their own get a scratch one. Of records it has the components ({@link CallCode}).
 */
public final class PullbackCall {

    /**
     * An argument and where its adjoint is found after the call.
     *
     * @param argument the argument
     * @param bar its adjoint
     */
    public record ArgumentBar(Expression argument, Place bar) {}

    private final Invoke invoke;
    private final List<Statement> statements = new ArrayList<>();
    private final List<ArgumentBar> outputBars = new ArrayList<>();
    private final List<ArgumentBar> arrayBars = new ArrayList<>();
    private final List<ArgumentBar> scalarBars = new ArrayList<>();
    private final List<Place> barArguments = new ArrayList<>();
    private final List<Statement> after = new ArrayList<>();
    private int sharedScalars;

    /**
     * Builds the call.
     *
     * @param seed the adjoint of the result
     * @param barOf the adjoint of an array argument, or null for scratch
     */
    public PullbackCall(Invoke invoke, Expression seed, Variable workspace, Function<Place, Place> barOf) {
        this.invoke = invoke;
        Optional<CustomRule.Part> rule =
                invoke.callee().rule().map(own -> own.pullback().orElseThrow());
        if (invoke.callee().rule().filter(CustomRule::returnsBar).isPresent()) {
            returnedBar(rule.orElseThrow(), seed);
            return;
        }
        Variable scalars = new Variable(invoke.callee().method().name() + "Bars", new ArrayType(PrimitiveType.DOUBLE));
        collectBars(scalars, place -> {
            Place bar = barOf.apply(place);
            return bar == null ? scratch(place, workspace) : bar;
        });
        if (invoke.callee().gradientOf().isPresent()) {
            hessianProduct(new GradientCall(invoke), seed, scalars, workspace);
            return;
        }
        List<Expression> arguments =
                rule.map(part -> part.arguments(invoke)).orElseGet(() -> new ArrayList<>(invoke.arguments()));
        if (invoke.callee().outputs().isEmpty()) {
            arguments.add(seed);
        } else {
            arguments.addAll(outputs(seed, workspace));
        }
        declareScalars(scalars);
        arguments.addAll(barArguments);
        if (rule.isEmpty()) {
            arguments.add(new Call(WorkspaceCalls.CHILD, new Read(workspace), WorkspaceCalls.UNNUMBERED));
        }
        MethodRef method = rule.map(CustomRule.Part::method).orElseGet(() -> generated(arguments));
        statements.add(new CallStatement(
                new Call(method, arguments), new CalledPullback(invoke.callee(), 1), invoke.origin()));
        statements.addAll(after);
    }

    private void declareScalars(Variable scalars) {
        if (sharedScalars > 0) {
            NewArray zeros = new NewArray((ArrayType) scalars.type(), List.of(Literal.of(sharedScalars)));
            statements.add(new Declare(scalars, zeros, Origin.NONE));
            barArguments.add(new Read(scalars));
        }
    }

    /** What a gradient is differentiated by is symmetric, so that its pullback is its pushforward. */
    private void hessianProduct(GradientCall gradient, Expression seed, Variable scalars, Variable workspace) {
        declareScalars(scalars);
        gradient.product(gradient.parts(seed, workspace), barArguments, workspace);
        statements.addAll(gradient.statements());
    }

    /** The adjoints of the outputs: they go in as the seed says and come out as those of the content before the call. */
    private List<Expression> outputs(Expression seed, Variable workspace) {
        List<Expression> bars = new ArrayList<>();
        List<Place> outputs = OutputCode.outputs(invoke);
        for (int i = 0; i < outputs.size(); i++) {
            Place output = outputs.get(i);
            OutputCode.keep(output, workspace, statements, after);
            Variable bar = new Variable(output.root().name() + "OutputBar", output.type());
            statements.add(new Declare(bar, WorkspaceCalls.zerosLike(workspace, output), Origin.NONE));
            statements.add(OutputCode.unpack(seed, OutputCode.offset(outputs.subList(0, i)), new Read(bar)));
            bars.add(new Read(bar));
            if (invoke.callee().independents().get(invoke.callee().outputs().get(i))) {
                outputBars.add(new ArgumentBar(output, new Read(bar)));
            }
        }
        return bars;
    }

    /** A rule for one number returns its bar. */
    private void returnedBar(CustomRule.Part rule, Expression seed) {
        Expression argument =
                invoke.arguments().get(invoke.callee().independents().indexOf(true));
        List<Expression> arguments = rule.arguments(invoke);
        arguments.add(seed);
        Variable bar = new Variable(invoke.callee().method().name() + "ArgumentBar", argument.type());
        Callee pullback = invoke.callee()
                .rule()
                .orElseThrow()
                .pullbackAsCallee(invoke.callee().independents());
        statements.add(new Invoke(bar, pullback, arguments, invoke.origin()));
        scalarBars.add(new ArgumentBar(argument, new Read(bar)));
    }

    private void collectBars(Variable scalars, UnaryOperator<Place> barOf) {
        for (int i = 0; i < invoke.arguments().size(); i++) {
            Expression argument = invoke.arguments().get(i);
            if (!invoke.callee().independents().get(i)
                    || invoke.callee().outputs().contains(i)) {
                continue;
            }
            if (argument.type().isArray()) {
                Place bar = barOf.apply((Place) argument);
                arrayBars.add(new ArgumentBar(argument, bar));
                barArguments.add(bar);
            } else {
                Place bar = new ArrayRead(new Read(scalars), Literal.of(sharedScalars++));
                scalarBars.add(new ArgumentBar(argument, bar));
            }
        }
    }

    /** The scratch declarations and the call. */
    public List<Statement> statements() {
        return statements;
    }

    /** The adjoints of overwritten arguments' contents before the call, to be added to those of the arguments. */
    public List<ArgumentBar> outputBars() {
        return outputBars;
    }

    /** The adjoints of the other array arguments. */
    public List<ArgumentBar> arrayBars() {
        return arrayBars;
    }

    /** The adjoints of the scalar arguments. */
    public List<ArgumentBar> scalarBars() {
        return scalarBars;
    }

    private Place scratch(Place place, Variable workspace) {
        Variable unused = new Variable(place.root().name() + "Scratch", place.type());
        statements.add(new Declare(unused, WorkspaceCalls.zerosLike(workspace, place), Origin.NONE));
        return new Read(unused);
    }

    private MethodRef generated(List<Expression> arguments) {
        List<IrType> types = arguments.stream().map(Expression::type).toList();
        String name = invoke.callee().method().name() + "Pullback";
        return new MethodRef(invoke.callee().derivatives(), name, types, PrimitiveType.VOID, true);
    }
}
