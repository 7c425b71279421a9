package dev.pullback.processor.transform.tangent;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Throw;
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
    private final Variable workspace = new Variable("workspace", ObjectType.WORKSPACE);
    private final ExpressionTangent expressions;
    private final CallTangent calls;

    private TangentTransform(Function primal, ActivityResult activity) {
        this.activity = activity;
        this.roots = new ArrayRoots(primal);
        this.expressions = new ExpressionTangent(activity, this::dot);
        this.calls = new CallTangent(activity, this::dot, workspace);
    }

    /** The pushforward of {@code primal}: parameters of the primal, one tangent per independent or output, the workspace. */
    public static Function apply(Function primal, PrimalMethod method, ActivityResult activity) {
        TangentTransform transform = new TangentTransform(primal, activity);
        List<Variable> parameters = new ArrayList<>(primal.parameters());
        Set<Variable> overwritten = new Effects(transform.roots).written(primal.body());
        List<Statement> body = new ArrayList<>();
        for (Variable argument : method.tangents()) {
            Variable parameter = transform.dot(argument);
            parameters.add(parameter);
            if (!method.independents().contains(argument)) {
                body.add(WorkspaceCalls.clear(parameter));
            } else if (!method.outputs().contains(argument)
                    && argument.type().isArray()
                    && overwritten.contains(argument)) {
                body.addAll(transform.ownCopy(argument, parameter));
            }
        }
        parameters.add(transform.workspace);
        body.addAll(transform.block(primal.body()).statements());
        return new Function(method.name() + "Pushforward", parameters, primal.returnType(), new Block(body));
    }

    /** The caller's tangent stays as it is where the tangent of an overwritten argument changes on the way. */
    private List<Statement> ownCopy(Variable independent, Variable parameter) {
        Variable copy = Variable.temporary(parameter.name() + "Now", parameter.type());
        dots.put(independent, copy);
        return List.of(
                new Declare(copy, WorkspaceCalls.zerosLike(workspace, new Read(parameter)), Origin.NONE),
                WorkspaceCalls.copy(parameter, copy));
    }

    private Variable dot(Variable variable) {
        return dots.computeIfAbsent(variable, v -> Variable.temporary(v.name() + "Dot", v.type()));
    }

    private Place dot(Place place) {
        if (place instanceof ArrayRead element) {
            return new ArrayRead(dot(element.array()), element.index());
        }
        return new Read(dot(((Read) place).variable()));
    }

    private Block block(Block block) {
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
        } else if (statement instanceof Perform || statement instanceof Throw) {
            out.add(statement);
        } else if (statement instanceof Return s) {
            out.add(new Return(result(s.result()), s.origin()));
        } else {
            throw new IllegalStateException("not in normal form: " + statement);
        }
    }

    /** The tangent of the result; an array is a new one, which the workspace does not keep. */
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
