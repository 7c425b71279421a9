package dev.pullback.processor.optimize;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes arrays from the workspace instead of the heap, and gives each its own slot number per kind of array. */
public final class AllocateWorkspace extends IrRewriter {
    private final Variable workspace;
    private final Set<Declare> overwritten;
    private final Map<String, Integer> counters = new HashMap<>();
    private final Map<Variable, Literal> tapes = new HashMap<>();
    private final Map<MethodRef, Expression> children = new HashMap<>();

    private AllocateWorkspace(Function function, List<Function> parts, Variable workspace) {
        this.overwritten = OverwrittenArrays.of(function);
        this.workspace = workspace;
        countNumbered(function);
        parts.forEach(this::countNumbered);
    }

    private void countNumbered(Function function) {
        Walk.statements(function.body(), s -> Walk.inputs(s).forEach(e -> Walk.expressions(e, this::countNumbered)));
    }

    /** Numbers given out earlier stay taken. */
    private void countNumbered(Expression expression) {
        if (expression instanceof Call call
                && call.method().owner().equals(ObjectType.WORKSPACE.qualifiedName())
                && call.arguments().get(1) instanceof Literal number) {
            counters.merge(kind(call), (Integer) number.value() + 1, Math::max);
        }
    }

    /** {@code function} without allocations; its last parameter is the workspace. */
    public static Function apply(Function function) {
        return apply(function, List.of());
    }

    /** The same for a function that calls {@code parts}, which have arrays of the same workspace. */
    public static Function apply(Function function, List<Function> parts) {
        Variable workspace = function.parameters().get(function.parameters().size() - 1);
        return function.withBody(new AllocateWorkspace(function, parts, workspace).rewrite(function.body()));
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        if (statement instanceof Declare s && s.initial() instanceof NewArray array && isPooled(array)) {
            List<Expression> arguments = new ArrayList<>();
            arguments.add(new Read(workspace));
            arguments.add(WorkspaceCalls.UNNUMBERED);
            arguments.addAll(array.dimensions());
            Call call = new Call(allocation(s, array), arguments);
            out.add(new Declare(s.variable(), number(call, s.variable()), s.origin()));
        } else if (statement instanceof Declare s && s.initial() instanceof Call call && isUnnumbered(call)) {
            out.add(new Declare(s.variable(), number(call, s.variable()), s.origin()));
        } else if (statement instanceof CallStatement s && isRecursive(s.call())) {
            out.add(new CallStatement(shareChild(s.call()), s.pullback(), s.origin()));
        } else {
            super.rewrite(statement, out);
        }
    }

    private MethodRef allocation(Declare declare, NewArray array) {
        if (array.isJagged()) {
            return WorkspaceCalls.jaggedZeros(array.type());
        }
        return overwritten.contains(declare)
                ? WorkspaceCalls.scratch(array.type())
                : WorkspaceCalls.zeros(array.type());
    }

    /** All calls of one recursive function share a workspace: with one each they would be as many as calls. */
    private Call shareChild(Call call) {
        List<Expression> arguments = new ArrayList<>(call.arguments());
        Call child = (Call) arguments.remove(arguments.size() - 1);
        arguments.replaceAll(this::rewrite);
        arguments.add(children.computeIfAbsent(call.method(), method -> number(child, null)));
        return new Call(call.method(), arguments);
    }

    @Override
    public Expression rewrite(Expression expression) {
        return expression instanceof Call call && isUnnumbered(call) ? number(call, null) : rewriteChildren(expression);
    }

    private static boolean isRecursive(Call call) {
        return call.method().owner().isEmpty()
                && !call.arguments().isEmpty()
                && call.arguments().get(call.arguments().size() - 1) instanceof Call child
                && child.method().equals(WorkspaceCalls.CHILD)
                && isUnnumbered(child);
    }

    private static boolean isPooled(NewArray array) {
        ArrayType type = array.type();
        return type.scalar() instanceof PrimitiveType scalar
                && !scalar.isSmall()
                && type.rank() == array.dimensions().size()
                && type.rank() <= pooledRank(scalar);
    }

    /** Up to how many dimensions the workspace has arrays of a type. */
    private static int pooledRank(PrimitiveType scalar) {
        return switch (scalar) {
            case DOUBLE -> 3;
            case FLOAT, INT -> 2;
            default -> 1;
        };
    }

    private static boolean isUnnumbered(Call call) {
        return call.method().owner().equals(ObjectType.WORKSPACE.qualifiedName())
                && call.arguments().get(1).equals(WorkspaceCalls.UNNUMBERED);
    }

    private Expression number(Call call, @Nullable Variable declared) {
        List<Expression> arguments = new ArrayList<>(call.arguments());
        Literal number;
        if (call.method().name().equals("grow")) {
            number = tapes.get(((Read) arguments.get(2)).variable());
        } else {
            number = Literal.of(counters.merge(kind(call), 1, Integer::sum) - 1);
        }
        if (declared != null) {
            tapes.put(declared, number);
        }
        arguments.set(1, number);
        return new Call(call.method(), arguments);
    }

    /** Arrays of exact size of one type share a table in the workspace, and so do tapes. */
    private static String kind(Call call) {
        String name = call.method().name();
        boolean exact = name.equals("scratch") || name.toLowerCase(Locale.ROOT).contains("zeros");
        return call.type() + (exact ? " of exact size" : " tape");
    }
}
