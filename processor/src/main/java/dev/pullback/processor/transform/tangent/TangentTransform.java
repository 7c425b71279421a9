package dev.pullback.processor.transform.tangent;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.CheckpointCalls;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Pop;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PullbackArguments;
import dev.pullback.processor.ir.Push;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.TapeSlot;
import dev.pullback.processor.ir.Throw;
import dev.pullback.processor.ir.TupleType;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.While;
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns a function into its pushforward: before each statement the ones that compute the tangents of what it assigns, one in
 * each direction.
 */
public final class TangentTransform {
    /** The method of the runtime that copies a whole array. */
    private static final String COPY = "copyOf";

    private final ActivityResult activity;
    private final ArrayRoots roots;
    private final List<Direction> directions = new ArrayList<>();
    private final Variable workspace;
    private final CallTangent calls;

    /** For several directions at once. */
    TangentTransform(Function primal, ActivityResult activity, Variable workspace, List<Direction> directions) {
        this(primal, activity, workspace, directions, true);
    }

    /**
     * For several directions at once.
     *
     * @param isFinal whether the tangents are not differentiated again
     */
    TangentTransform(
            Function primal, ActivityResult activity, Variable workspace, List<Direction> directions, boolean isFinal) {
        this.activity = activity;
        this.workspace = workspace;
        this.roots = new ArrayRoots(primal);
        this.directions.addAll(directions);
        this.calls = new CallTangent(
                activity,
                directions.stream().<UnaryOperator<Place>>map(d -> d::dot).toList(),
                workspace,
                isFinal);
    }

    /** The pushforward of {@code primal}: parameters of the primal, one tangent per independent or output, the workspace. */
    public static Function apply(Function primal, PrimalMethod method, ActivityResult activity) {
        return apply(primal, method, activity, true);
    }

    /** The same in a form that can be differentiated again. */
    public static Function open(Function primal, PrimalMethod method, ActivityResult activity) {
        return apply(primal, method, activity, false);
    }

    private static Function apply(Function primal, PrimalMethod method, ActivityResult activity, boolean isFinal) {
        TangentTransform transform = new TangentTransform(
                primal,
                activity,
                new Variable("workspace", ObjectType.WORKSPACE),
                List.of(new Direction(activity, "Dot")),
                isFinal);
        List<Variable> parameters = new ArrayList<>(primal.parameters());
        Set<Variable> overwritten = new Effects(transform.roots).written(primal.body());
        List<Statement> body = new ArrayList<>();
        for (Variable argument : method.tangents()) {
            Variable parameter = transform.dot(argument);
            parameters.add(parameter);
            if (!method.independents().contains(argument)) {
                body.add(WorkspaceCalls.clear(parameter));
            } else if (!method.outputs().contains(argument) && overwritten.contains(argument)) {
                body.addAll(transform.directions.get(0).ownCopy(argument, transform.workspace));
            }
        }
        parameters.add(transform.workspace);
        body.addAll(transform.block(primal.body()).statements());
        return new Function(method.name() + "Pushforward", parameters, resultType(primal), new Block(body));
    }

    private static IrType resultType(Function primal) {
        if (!(primal.returnType() instanceof TupleType tuple)) {
            return primal.returnType();
        }
        List<String> names = new ArrayList<>();
        List<IrType> types = new ArrayList<>();
        for (int i = 0; i < tuple.types().size(); i++) {
            if (tuple.types().get(i).isDifferentiable()) {
                names.add(tuple.names().get(i));
                types.add(tuple.types().get(i));
            }
        }
        return new TupleType(names, types);
    }

    /** The tangent of a variable in the first direction. */
    Variable dot(Variable variable) {
        return directions.get(0).dot(variable);
    }

    /** The statements of a block, with the tangents of what they assign. */
    Block block(Block block) {
        List<Statement> out = new ArrayList<>();
        block.statements().forEach(s -> statement(s, out));
        return new Block(out);
    }

    private void statement(Statement statement, List<Statement> out) {
        if (statement instanceof Declare s) {
            declare(s, out);
        } else if (statement instanceof Assign s) {
            if (activity.isActivePlace(s.target())) {
                tangents(s.value(), Literal.ZERO, out)
                        .forEach((d, value) -> out.add(new Assign(d.dot(s.target()), value, s.origin())));
            }
            out.add(s);
        } else if (statement instanceof Increment s) {
            if (activity.isActivePlace(s.target()) && activity.carries(s.value())) {
                tangents(s.value(), Literal.ZERO, out)
                        .forEach((d, value) -> out.add(new Increment(d.dot(s.target()), value, s.origin())));
            }
            out.add(s);
        } else if (statement instanceof If s) {
            out.add(new If(s.condition(), block(s.whenTrue()), block(s.whenFalse()), s.origin()));
        } else if (statement instanceof CountedLoop s) {
            out.add(s.withBody(block(s.body())));
        } else if (statement instanceof While s) {
            out.add(s.withBody(block(s.body())));
        } else if (statement instanceof Invoke s) {
            calls.lower(s, out);
        } else if (statement instanceof Push s) {
            push(s, out);
        } else if (statement instanceof Pop s) {
            pop(s, out);
        } else if (statement instanceof CallStatement s) {
            elementwise(s, out);
        } else if (statement instanceof Perform s) {
            perform(s, out);
        } else if (statement instanceof Throw) {
            out.add(statement);
        } else if (statement instanceof Return s) {
            out.add(new Return(results(s), s.origin()));
        } else {
            throw new IllegalStateException("not in normal form: " + statement);
        }
    }

    /** The tangents of a value; {@code result} repeats it, for rules that refer to it. */
    private Map<Direction, Expression> tangents(Expression value, Expression result, List<Statement> out) {
        Map<Direction, Expression> tangents = new LinkedHashMap<>();
        directions.forEach(d -> tangents.put(d, d.expressions().of(value, result)));
        if (tangents.size() > 1) {
            SharedPartials shared = SharedPartials.of(tangents, out);
            tangents.replaceAll((d, tangent) -> shared.rewrite(tangent));
        }
        return tangents;
    }

    private void push(Push s, List<Statement> out) {
        Place place = pushed(s.value());
        if (place != null && carriesTangent(place)) {
            directions.forEach(d -> out.add(new Push(d.slot(s.slot()), kept(d.dot(place), s.slot()), Origin.NONE)));
        }
        out.add(s);
    }

    /** The place whose value, or of whose array a copy, is pushed. */
    private static @Nullable Place pushed(Expression value) {
        Expression source = value instanceof Call copy && copy.method().name().equals(COPY)
                ? copy.arguments().get(0)
                : value;
        return source instanceof Place place ? place : null;
    }

    /** An array that a call made is kept by reference, and its tangent, which may be one of the workspace, as a copy. */
    private static Expression kept(Place tangent, TapeSlot slot) {
        return tangent.type().isArray() && slot.checkpoints() == null ? shaped(COPY, tangent) : tangent;
    }

    private void pop(Pop s, List<Statement> out) {
        out.add(s);
        if (carriesTangent(s.target())) {
            directions.forEach(d -> out.add(new Pop(d.slot(s.slot()), d.dot(s.target()), s.origin())));
        }
    }

    private boolean carriesTangent(Place place) {
        return place.type().isDifferentiable() && activity.isActivePlace(place);
    }

    /** Whole arrays are copied, added and filled: what happens to the elements happens to their tangents. */
    private void elementwise(CallStatement s, List<Statement> out) {
        List<Expression> arguments = s.call().arguments();
        if (WorkspaceCalls.isFill(s.call())) {
            Place target = (Place) arguments.get(0);
            if (activity.isActivePlace(target)) {
                directions.forEach(d -> out.add(WorkspaceCalls.clear(d.dot(target.root()))));
            }
        } else if (s.pullback() != null) {
            calls.pullback(s, new PullbackArguments(s.call(), s.pullback()), out);
            return;
        } else if (WorkspaceCalls.isPack(s.call())) {
            pack(s, out);
        } else if (WorkspaceCalls.isUnpack(s.call())) {
            unpack(s, out);
        } else if (WorkspaceCalls.isElementwise(s.call())) {
            Place source = (Place) arguments.get(0);
            Place target = (Place) arguments.get(1);
            if (activity.isActivePlace(target) && activity.isActivePlace(source)) {
                for (Direction d : directions) {
                    Call call = new Call(s.call().method(), d.dot(source), d.dot(target));
                    out.add(new CallStatement(call, s.origin()));
                }
            } else if (activity.isActivePlace(target)
                    && s.call().method().name().equals("copy")) {
                directions.forEach(d -> out.add(WorkspaceCalls.clear(d.dot(target.root()))));
            }
        } else if (!CheckpointCalls.isOne(s.call()) && !WorkspaceCalls.isShapeCheck(s.call())) {
            throw new IllegalStateException("no tangent of " + s);
        }
        out.add(s);
    }

    /** The tangents of entries of a flat vector; one that is given has none. */
    private void unpack(CallStatement s, List<Statement> out) {
        List<Expression> arguments = s.call().arguments();
        Place flat = (Place) arguments.get(0);
        Place target = (Place) arguments.get(2);
        if (!activity.isActivePlace(target)) {
            return;
        }
        for (Direction d : directions) {
            if (activity.isActivePlace(flat)) {
                Call call = new Call(s.call().method(), d.dot(flat), arguments.get(1), d.dot(target));
                out.add(new CallStatement(call, s.origin()));
            } else {
                out.add(WorkspaceCalls.clear(d.dot(target.root())));
            }
        }
    }

    /** The tangents' entries; those of a flat vector are zero where nothing is put. */
    private void pack(CallStatement s, List<Statement> out) {
        List<Expression> arguments = s.call().arguments();
        Place from = (Place) arguments.get(0);
        Place flat = (Place) arguments.get(1);
        if (activity.isActivePlace(from) && activity.isActivePlace(flat)) {
            for (Direction d : directions) {
                Call call = new Call(s.call().method(), d.dot(from), d.dot(flat), arguments.get(2));
                out.add(new CallStatement(call, s.origin()));
            }
        }
    }

    /** The tangents of the values that have one. */
    private List<Expression> results(Return exit) {
        return exit.values().stream()
                .filter(value -> value.type().isDifferentiable())
                .map(this::result)
                .toList();
    }

    /** The tangent of a result; an array is a new one, which the workspace does not keep. */
    private Expression result(Expression result) {
        if (!(result instanceof Place array) || !array.type().isArray()) {
            return directions.get(0).expressions().of(result, Literal.ZERO);
        }
        return activity.isActivePlace(array) ? shaped(COPY, directions.get(0).dot(array)) : shaped("zerosLike", array);
    }

    private static Call shaped(String name, Place array) {
        return new Call(MethodRef.ofStatic("dev.pullback.runtime.Shapes", name, array.type(), array.type()), array);
    }

    /** What an object gives is a constant, but more may be added to it later. */
    private void perform(Perform s, List<Statement> out) {
        out.add(s);
        if (s.result() != null && s.variable().type().isReal() && activity.isActive(s.variable())) {
            Literal zero = Literal.zero(s.variable().type());
            directions.forEach(d -> out.add(new Declare(d.dot(s.variable()), zero, Origin.NONE)));
        }
    }

    private void declare(Declare s, List<Statement> out) {
        out.add(s);
        Variable variable = s.variable();
        if (!variable.type().isDifferentiable() || !activity.isActive(variable)) {
            return;
        }
        if (variable.type().isArray() || s.initial() == null) {
            directions.forEach(d -> out.add(new Declare(d.dot(variable), initial(s, d), Origin.NONE)));
        } else {
            tangents(s.initial(), new Read(variable), out)
                    .forEach((d, value) -> out.add(new Declare(d.dot(variable), value, s.origin())));
        }
    }

    /** What a tangent begins with: an alias of the primal's root's tangent, an array of zeros, or zero. */
    private @Nullable Expression initial(Declare s, Direction direction) {
        if (roots.isAlias(s.variable())) {
            return direction.dot((Place) s.value());
        }
        return s.variable().type().isArray()
                ? s.initial()
                : Literal.zero(s.variable().type());
    }
}
