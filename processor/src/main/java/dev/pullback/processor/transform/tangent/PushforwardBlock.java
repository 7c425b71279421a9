package dev.pullback.processor.transform.tangent;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.WorkspaceCalls;
import dev.pullback.processor.transform.FlatVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pushforward in several directions with one run of the primal. Directions are flat vectors. So are tangents of several
 * results, what the primal returns first, then the outputs; those of one number stand in one vector, one per direction.
 */
public final class PushforwardBlock {
    private static final ArrayType VECTOR = new ArrayType(PrimitiveType.DOUBLE);
    private static final ObjectType STRING = new ObjectType("java.lang.String");

    private final Function primal;
    private final PrimalMethod method;
    private final ActivityResult activity;
    private final Variable workspace = new Variable("workspace", ObjectType.WORKSPACE);
    private final Map<Direction, Variable> vectors = new LinkedHashMap<>();
    private final List<Variable> tangents = new ArrayList<>();

    private PushforwardBlock(Function primal, PrimalMethod method, ActivityResult activity) {
        this.primal = primal;
        this.method = method;
        this.activity = activity;
        int width = method.blockWidth();
        for (int i = 0; i < width; i++) {
            vectors.put(new Direction(activity, "Dot" + i), Variable.temporary("direction" + i, VECTOR));
        }
        if (method.isOneNumber()) {
            tangents.addAll(Collections.nCopies(width, Variable.temporary("tangents", VECTOR)));
        } else {
            for (int i = 0; i < width; i++) {
                tangents.add(Variable.temporary("tangent" + i, VECTOR));
            }
        }
    }

    /**
     * The pushforward of {@code primal} in {@link PrimalMethod#blockWidth} directions: parameters of the primal, the
     * directions, the tangents, the workspace.
     *
     * @param method the primal, without records
     */
    public static Function apply(Function primal, PrimalMethod method, ActivityResult activity) {
        return new PushforwardBlock(primal, method, activity).build();
    }

    /** The parameters of a block that have the shape of the parameters they map to. */
    public static Map<Variable, Variable> shapes(Function block, PrimalMethod method) {
        Map<Variable, Variable> shapes = new LinkedHashMap<>();
        if (FlatVector.isArgument(method.independents())) {
            int first = method.parameters().size();
            block.parameters()
                    .subList(first, first + method.blockWidth())
                    .forEach(direction ->
                            shapes.put(direction, method.independents().get(0)));
        }
        return shapes;
    }

    private Function build() {
        Set<Variable> overwritten = new Effects(new ArrayRoots(primal)).written(primal.body());
        List<Statement> body = new ArrayList<>();
        vectors.forEach((direction, vector) -> {
            FlatVector flat = new FlatVector(vector, method.independents());
            for (Variable independent : method.independents()) {
                body.addAll(direction.take(independent, flat, overwritten.contains(independent), workspace));
            }
            for (Variable output : method.outputs()) {
                if (!method.independents().contains(output)) {
                    body.add(new Declare(
                            direction.dot(output), WorkspaceCalls.zerosLike(workspace, new Read(output)), Origin.NONE));
                }
            }
        });
        Block all =
                new TangentTransform(primal, activity, workspace, List.copyOf(vectors.keySet())).block(primal.body());
        List<Statement> statements = new ArrayList<>(all.statements());
        List<Expression> results = new ArrayList<>();
        if (!statements.isEmpty() && statements.get(statements.size() - 1) instanceof Return) {
            statements.remove(statements.size() - 1);
            List<Statement> own = primal.body().statements();
            results.addAll(((Return) own.get(own.size() - 1)).values());
        }
        body.addAll(statements);
        deliver(results, body);
        List<Variable> parameters = new ArrayList<>(primal.parameters());
        parameters.addAll(vectors.values());
        tangents.stream().distinct().forEach(parameters::add);
        parameters.add(workspace);
        return new Function(method.name() + PrimalMethod.BLOCK, parameters, PrimitiveType.VOID, new Block(body));
    }

    /** Stores the results' tangents. */
    private void deliver(List<Expression> results, List<Statement> out) {
        List<Direction> directions = List.copyOf(vectors.keySet());
        if (method.isOneNumber()) {
            for (int i = 0; i < directions.size(); i++) {
                Expression tangent = directions.get(i).expressions().of(results.get(0), Literal.ZERO);
                Place place = new ArrayRead(new Read(tangents.get(i)), Literal.of(i));
                out.add(new Assign(place, Cast.to(PrimitiveType.DOUBLE, tangent), Origin.NONE));
            }
            return;
        }
        List<Variable> variables = new ArrayList<>();
        for (Expression result : results) {
            Variable variable = result instanceof Read read ? read.variable() : new Variable("result", result.type());
            if (result.type().isArray() && !(result instanceof Read)) {
                out.add(new Declare(variable, result, Origin.NONE));
            }
            variables.add(variable);
        }
        variables.addAll(method.outputs());
        for (int i = 0; i < directions.size(); i++) {
            deliver(results, new FlatVector(tangents.get(i), variables), directions.get(i), out);
        }
    }

    private void deliver(List<Expression> results, FlatVector flat, Direction direction, List<Statement> out) {
        out.add(requireLength(flat));
        for (int k = 0; k < flat.independents().size(); k++) {
            Variable variable = flat.independents().get(k);
            Expression result = k < results.size() ? results.get(k) : new Read(variable);
            if (!result.type().isArray()) {
                Expression tangent = direction.expressions().of(result, Literal.ZERO);
                out.add(new Assign(flat.entry(variable), Cast.to(PrimitiveType.DOUBLE, tangent), Origin.NONE));
            } else if (activity.isActivePlace((Place) result)) {
                out.add(flat.pack(direction.dot((Place) result), variable));
            } else {
                Variable zeros = Variable.temporary(variable.name() + "Zeros", variable.type());
                out.add(new Declare(zeros, WorkspaceCalls.zerosLike(workspace, (Place) result), Origin.NONE));
                out.add(flat.pack(new Read(zeros), variable));
            }
        }
    }

    private static Statement requireLength(FlatVector flat) {
        MethodRef check = MethodRef.ofStatic(
                "dev.pullback.runtime.Shapes", "requireLength", PrimitiveType.VOID, VECTOR, PrimitiveType.INT, STRING);
        return new CallStatement(
                new Call(
                        check,
                        new Read(flat.variable()),
                        flat.size(),
                        Opaque.constant(STRING, "\"a row of tangents\"")),
                Origin.NONE);
    }
}
