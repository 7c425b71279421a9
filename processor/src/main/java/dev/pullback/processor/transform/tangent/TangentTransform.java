package dev.pullback.processor.transform.tangent;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a function into its pushforward: before each statement the one that computes the tangent of what it assigns. */
public final class TangentTransform {
    private final ActivityResult activity;
    private final ArrayRoots roots;
    private final Map<Variable, Variable> dots = new HashMap<>();
    private final Variable workspace;
    private final ExpressionTangent expressions;
    private final CallTangent calls;

    private final Map<TapeSlot, TapeSlot> slots = new HashMap<>();

    TangentTransform(Function primal, ActivityResult activity, Variable workspace) {
        this.activity = activity;
        this.workspace = workspace;
        this.roots = new ArrayRoots(primal);
        this.expressions = new ExpressionTangent(activity, this::dot);
        this.calls = new CallTangent(activity, this::dot, workspace);
    }

    /** The pushforward of {@code primal}: parameters of the primal, one tangent per independent or output, the workspace. */
    public static Function apply(Function primal, PrimalMethod method, ActivityResult activity) {
        TangentTransform transform =
                new TangentTransform(primal, activity, new Variable("workspace", ObjectType.WORKSPACE));
        List<Variable> parameters = new ArrayList<>(primal.parameters());
        Set<Variable> overwritten = new Effects(transform.roots).written(primal.body());
        List<Statement> body = new ArrayList<>();
        for (Variable argument : method.tangents()) {
            Variable parameter = transform.dot(argument);
            parameters.add(parameter);
            if (!method.independents().contains(argument)) {
                body.add(WorkspaceCalls.clear(parameter));
            } else if (!method.outputs().contains(argument) && overwritten.contains(argument)) {
                body.addAll(transform.ownCopy(argument));
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

    /** The caller's tangent stays as it is where the tangent of an overwritten argument changes on the way. */
    List<Statement> ownCopy(Variable independent) {
        Variable parameter = dot(independent);
        if (!parameter.type().isArray()) {
            return List.of();
        }
        Variable copy = Variable.temporary(parameter.name() + "Now", parameter.type());
        dots.put(independent, copy);
        return List.of(
                new Declare(copy, WorkspaceCalls.zerosLike(workspace, new Read(parameter)), Origin.NONE),
                WorkspaceCalls.copy(parameter, copy));
    }

    /** Makes {@code dot} the tangent of a variable. */
    void use(Variable variable, Variable dot) {
        dots.put(variable, dot);
    }

    /** The tangent of a variable. */
    Variable dot(Variable variable) {
        return dots.computeIfAbsent(variable, v -> Variable.temporary(v.name() + "Dot", v.type()));
    }

    private Place dot(Place place) {
        if (place instanceof ArrayRead element) {
            return new ArrayRead(dot(element.array()), element.index());
        }
        return new Read(dot(((Read) place).variable()));
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
                out.add(new Assign(dot(s.target()), expressions.of(s.value(), Literal.ZERO), s.origin()));
            }
            out.add(s);
        } else if (statement instanceof Increment s) {
            if (activity.isActivePlace(s.target()) && activity.carries(s.value())) {
                out.add(new Increment(dot(s.target()), expressions.of(s.value(), Literal.ZERO), s.origin()));
            }
            out.add(s);
        } else if (statement instanceof If s) {
            out.add(new If(s.condition(), block(s.whenTrue()), block(s.whenFalse()), s.origin()));
        } else if (statement instanceof CountedLoop s) {
            out.add(new CountedLoop(s.index(), s.from(), s.to(), s.step(), block(s.body()), s.origin()));
        } else if (statement instanceof While s) {
            out.add(new While(s.condition(), block(s.body()), s.origin()));
        } else if (statement instanceof Invoke s) {
            calls.lower(s, out);
        } else if (statement instanceof Push s) {
            push(s, out);
        } else if (statement instanceof Pop s) {
            pop(s, out);
        } else if (statement instanceof CallStatement s) {
            elementwise(s, out);
        } else if (statement instanceof Perform || statement instanceof Throw) {
            out.add(statement);
        } else if (statement instanceof Return s) {
            out.add(new Return(results(s), s.origin()));
        } else {
            throw new IllegalStateException("not in normal form: " + statement);
        }
    }

    private void push(Push s, List<Statement> out) {
        if (s.value() instanceof Place place && carriesTangent(place)) {
            out.add(new Push(slot(s.slot()), dot(place), Origin.NONE));
        }
        out.add(s);
    }

    private void pop(Pop s, List<Statement> out) {
        out.add(s);
        if (carriesTangent(s.target())) {
            out.add(new Pop(slot(s.slot()), dot(s.target()), s.origin()));
        }
    }

    private boolean carriesTangent(Place place) {
        return place.type().isReal() && activity.isActivePlace(place);
    }

    private TapeSlot slot(TapeSlot slot) {
        return slots.computeIfAbsent(
                slot,
                s -> s.array() == null
                        ? new TapeSlot(s.name() + "Dot", s.type())
                        : new TapeSlot(dot(s.array()), s.type()));
    }

    /** Whole arrays are copied, added and filled: what happens to the elements happens to their tangents. */
    private void elementwise(CallStatement s, List<Statement> out) {
        List<Expression> arguments = s.call().arguments();
        if (WorkspaceCalls.isFill(s.call())) {
            Place target = (Place) arguments.get(0);
            if (activity.isActivePlace(target)) {
                out.add(WorkspaceCalls.clear(dot(target.root())));
            }
        } else if (s.pullbackOf() != null) {
            calls.pullback(s, new PullbackArguments(s.call(), s.pullbackOf()), out);
            return;
        } else if (WorkspaceCalls.isElementwise(s.call())) {
            Place source = (Place) arguments.get(0);
            Place target = (Place) arguments.get(1);
            if (activity.isActivePlace(target) && activity.isActivePlace(source)) {
                Call call = new Call(s.call().method(), dot(source), dot(target));
                out.add(new CallStatement(call, s.origin()));
            } else if (activity.isActivePlace(target)
                    && s.call().method().name().equals("copy")) {
                out.add(WorkspaceCalls.clear(dot(target.root())));
            }
        } else {
            throw new IllegalStateException("no tangent of " + s);
        }
        out.add(s);
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
            return expressions.of(result, Literal.ZERO);
        }
        boolean isActive = activity.isActivePlace(array);
        String name = isActive ? "copyOf" : "zerosLike";
        MethodRef copy = MethodRef.ofStatic("dev.pullback.runtime.Shapes", name, array.type(), array.type());
        return new Call(copy, isActive ? dot(array) : array);
    }

    private void declare(Declare s, List<Statement> out) {
        out.add(s);
        Variable variable = s.variable();
        if (!variable.type().isDifferentiable() || !activity.isActive(variable)) {
            return;
        }
        Variable dot = dot(variable);
        if (roots.isAlias(variable)) {
            out.add(new Declare(dot, dot((Place) s.value()), Origin.NONE));
        } else if (variable.type().isArray()) {
            out.add(new Declare(dot, s.initial(), Origin.NONE));
        } else if (s.initial() == null) {
            out.add(new Declare(dot, Literal.zero(dot.type()), Origin.NONE));
        } else {
            out.add(new Declare(dot, expressions.of(s.initial(), new Read(variable)), s.origin()));
        }
    }
}
