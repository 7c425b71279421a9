package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The call of a gradient that is generated, and its derivative: the Hessian of the method times a vector. That is the tangent of
 * the bars which the pushforward of the method's pullback computes, and because Hessians are symmetric, both modes ask for it.
 *
 * <p>To the representation a gradient with respect to one independent is of its type, and any other one a vector: all arrays one
 * after the other, then all scalars.
 */
public final class GradientCall {

    private static final String SHAPES = "dev.pullback.runtime.Shapes";

    private final Invoke invoke;
    private final Callee method;
    private final List<Place> arrays = new ArrayList<>();
    private final List<Expression> independents = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();

    /** For the call of a gradient. */
    public GradientCall(Invoke invoke) {
        this.invoke = invoke;
        this.method = invoke.callee().gradientOf().orElseThrow();
        for (int i = 0; i < method.independents().size(); i++) {
            if (method.independents().get(i)) {
                Expression argument = invoke.arguments().get(i);
                independents.add(argument);
                if (argument.type().isArray()) {
                    arrays.add((Place) argument);
                }
            }
        }
    }

    /** What is to be done, in order. */
    public List<Statement> statements() {
        return statements;
    }

    /** The arguments that the method is differentiated with respect to. */
    public List<Expression> independents() {
        return independents;
    }

    private int scalarCount() {
        return independents.size() - arrays.size();
    }

    /** Whether the gradient has parts of several kinds, so that the vector is made for it. */
    private boolean isMixed() {
        return independents.size() > 1 && !arrays.isEmpty();
    }

    /** Where an array, or behind the last one the scalars, begin in the vector. */
    public static Expression start(List<Place> arrays, int index) {
        return OutputCode.offset(arrays.subList(0, index));
    }

    /** Where a scalar stands in the vector, behind all arrays. */
    public static Expression offset(List<Place> arrays, int scalar) {
        Expression start = OutputCode.offset(arrays);
        if (arrays.isEmpty() || scalar == 0) {
            return arrays.isEmpty() ? Literal.of(scalar) : start;
        }
        return new Binary(Binary.Operator.ADD, start, Literal.of(scalar));
    }

    /** The length of the vector, if it is one. */
    Optional<Expression> vectorLength() {
        return independents.size() == 1 ? Optional.empty() : Optional.of(size());
    }

    private Expression size() {
        return offset(arrays, scalarCount());
    }

    // ---- the gradient itself ----

    /** The call as plain code, which declares the result. */
    static List<Statement> primal(Invoke invoke) {
        GradientCall call = new GradientCall(invoke);
        if (!call.isMixed()) {
            return PackedCall.primal(invoke);
        }
        call.mixed();
        return call.statements;
    }

    private void mixed() {
        Read vector = new Read(invoke.variable());
        statements.add(
                new Declare(vector.variable(), new NewArray(OutputCode.VECTOR, List.of(size())), invoke.origin()));
        List<Place> bars = bars("Part", GradientCall::zerosLike);
        List<Expression> arguments = new ArrayList<>(invoke.arguments());
        arguments.addAll(bars);
        List<IrType> types = arguments.stream().map(Expression::type).toList();
        String name = method.method().name() + "ValueAndGradient";
        MethodRef called = new MethodRef(method.derivatives(), name, types, PrimitiveType.DOUBLE, true);
        statements.add(new CallStatement(new Call(called, arguments), invoke.origin()));
        pack(bars, vector);
    }

    private void pack(List<Place> bars, Read vector) {
        for (int i = 0; i < bars.size(); i++) {
            statements.add(OutputCode.pack(bars.get(i), start(arrays, i), vector));
        }
    }

    private static Expression zerosLike(Place array) {
        return array.type().equals(OutputCode.VECTOR)
                ? new NewArray(OutputCode.VECTOR, List.of(new Length(array)))
                : new Call(MethodRef.ofStatic(SHAPES, "zerosLike", array.type(), array.type()), array);
    }

    // ---- its derivative ----

    /** The parts of a value in the form of the gradient, one for each independent. */
    public List<Expression> parts(Expression gradient, Variable workspace) {
        if (independents.size() == 1) {
            return List.of(gradient);
        }
        List<Expression> parts = new ArrayList<>();
        int scalars = 0;
        int seen = 0;
        for (Expression independent : independents) {
            if (independent instanceof Place place && place.type().isArray()) {
                Place part = array(place, place.root().name() + "Direction", workspace);
                statements.add(OutputCode.unpack(gradient, start(arrays, seen++), part));
                parts.add(part);
            } else {
                parts.add(new ArrayRead((Place) gradient, offset(arrays, scalars++)));
            }
        }
        return parts;
    }

    /** Declares the tangent of the gradient, given those of the independents. */
    public void tangent(Variable tangent, List<Expression> direction, Variable workspace) {
        if (isMixed()) {
            List<Place> products = bars("Product", array -> WorkspaceCalls.zerosLike(workspace, array));
            product(direction, products, workspace);
            statements.add(new Declare(tangent, new NewArray(OutputCode.VECTOR, List.of(size())), Origin.NONE));
            pack(products, new Read(tangent));
        } else if (tangent.type().isArray()) {
            Place gradient = new Read(invoke.variable());
            statements.add(new Declare(tangent, WorkspaceCalls.zerosLike(workspace, gradient), Origin.NONE));
            product(direction, List.of(new Read(tangent)), workspace);
        } else {
            Place product = numbers("Product");
            product(direction, List.of(product), workspace);
            statements.add(new Declare(tangent, new ArrayRead(product, Literal.of(0)), Origin.NONE));
        }
    }

    /**
     * Adds the product of the Hessian with a vector to {@code products}.
     *
     * @param direction the vector, one part for each independent
     * @param products one array for each array among the independents, and one for all scalars
     */
    void product(List<Expression> direction, List<? extends Place> products, Variable workspace) {
        IrType type = method.method().returnType();
        List<Expression> arguments = new ArrayList<>(invoke.arguments());
        arguments.add(Literal.real(1.0, type));
        arguments.addAll(bars("Scratch", array -> WorkspaceCalls.zerosLike(workspace, array)));
        arguments.addAll(direction);
        arguments.add(Literal.zero(type));
        arguments.addAll(products);
        arguments.add(new Call(WorkspaceCalls.CHILD, new Read(workspace), WorkspaceCalls.UNNUMBERED));
        List<IrType> types = arguments.stream().map(Expression::type).toList();
        String name = method.method().name() + "PullbackPushforward";
        MethodRef called = new MethodRef(method.derivatives(), name, types, PrimitiveType.VOID, true);
        statements.add(new CallStatement(new Call(called, arguments), new CalledPullback(method, 2), invoke.origin()));
    }

    /** Declares an array of zeros for each array among the independents, and one for all scalars. */
    private List<Place> bars(String suffix, Function<Place, Expression> zerosLike) {
        List<Place> bars = new ArrayList<>();
        for (Place array : arrays) {
            Variable bar = new Variable(array.root().name() + suffix, array.type());
            statements.add(new Declare(bar, zerosLike.apply(array), Origin.NONE));
            bars.add(new Read(bar));
        }
        if (scalarCount() > 0) {
            bars.add(numbers(suffix));
        }
        return bars;
    }

    private Place array(Place like, String name, Variable workspace) {
        Variable array = new Variable(name, like.type());
        statements.add(new Declare(array, WorkspaceCalls.zerosLike(workspace, like), Origin.NONE));
        return new Read(array);
    }

    /** Declares a vector for all scalars. */
    private Place numbers(String suffix) {
        Variable vector = new Variable(method.method().name() + suffix, OutputCode.VECTOR);
        NewArray zeros = new NewArray(OutputCode.VECTOR, List.of(Literal.of(scalarCount())));
        statements.add(new Declare(vector, zeros, Origin.NONE));
        return new Read(vector);
    }
}
