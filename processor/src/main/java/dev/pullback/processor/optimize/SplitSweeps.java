package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a function whose bytecode would be too long for the JIT compiler (a method of more than 8,000 bytes is only ever
 * interpreted) into parts that the function calls one after the other. Scalars that cross the border of a part live in arrays
 * that the parts share; arrays and objects that do are declared by the function and handed over, but if they are so many that
 * pieces stay too long, references to arrays live in shared arrays as well.
 *
 * <p>What crosses is known when the cuts are, and where they are depends on what crosses, as access to shared state takes more
 * bytes. So cutting is repeated until nothing more crosses.
 */
public final class SplitSweeps {

    /**
     * A function and the private ones it was cut into.
     *
     * @param main the function, now calling its parts
     * @param parts in the order of the calls
     */
    public record Result(Function main, List<Function> parts) {}

    /** Estimates the length of a method's bytecode, never below the real one. */
    public interface Measure {

        /** Starts with a method that has the parameters of {@code function} and no statements. */
        Length start(Function function);

        /** The length of a whole function. */
        default int of(Function function) {
            Length length = start(function);
            int total = 0;
            for (Statement statement : function.body().statements()) {
                total = length.add(statement);
            }
            return total;
        }
    }

    /** The length of a method that grows. */
    public interface Length {

        /** Adds a statement to the end; gives the length so far. */
        int add(Statement statement);
    }

    private final Function function;
    private final Measure measure;
    private final int limit;
    private final Map<Variable, Expression> growing;
    private final Set<Variable> created;
    private final Set<Variable> shared;
    private final boolean sharesArrays;
    private final Set<Variable> crossing = new LinkedHashSet<>();
    private final List<Function> parts = new ArrayList<>();

    private SplitSweeps(Function function, Measure measure, int limit, Set<Variable> shared, boolean sharesArrays) {
        this.function = function;
        this.measure = measure;
        this.limit = limit;
        this.growing = growingTapes(function);
        this.created = createdArrays(function);
        this.shared = shared;
        this.sharesArrays = sharesArrays;
    }

    /**
     * Cuts {@code function} until every piece is at most {@code limit} long.
     *
     * @param measure estimates the bytecode
     */
    public static Result apply(Function function, Measure measure, int limit) {
        if (measure.of(function) <= limit) {
            return new Result(function, List.of());
        }
        Result result = cut(function, measure, limit, false);
        boolean isShort = measure.of(result.main()) <= limit
                && result.parts().stream().allMatch(part -> measure.of(part) <= limit);
        return isShort ? result : cut(function, measure, limit, true);
    }

    private static Result cut(Function function, Measure measure, int limit, boolean sharesArrays) {
        Set<Variable> shared = new LinkedHashSet<>();
        while (true) {
            SplitSweeps split = new SplitSweeps(function, measure, limit, shared, sharesArrays);
            Result result = split.split();
            if (!shared.addAll(split.crossing)) {
                return result;
            }
        }
    }

    private Result split() {
        SharedState state = new SharedState();
        Set<Variable> inState = new LinkedHashSet<>(shared);
        inState.removeIf(v -> !(v.type() instanceof PrimitiveType || sharesArrays && isShareable(v)));
        Block body = cut(state.share(function, inState));
        List<Statement> all = new ArrayList<>(state.declarations());
        all.addAll(body.statements());
        return new Result(function.withBody(new Block(all)), parts);
    }

    /** Tapes that grow are handed over in another way, and arrays are created by declarations only. */
    private boolean isShareable(Variable variable) {
        return variable.type() instanceof ArrayType array
                && array.scalar() instanceof PrimitiveType
                && !growing.containsKey(variable)
                && !created.contains(variable);
    }

    private Block cut(Block block) {
        if (size(block.statements()) <= limit) {
            return block;
        }
        List<List<Statement>> groups = group(block);
        noteCrossing(groups);
        List<Statement> out = new ArrayList<>();
        for (List<Statement> group : groups) {
            if (isMoved(group)) {
                out.addAll(part(group));
            } else {
                out.add(descend(group.get(0)));
            }
        }
        return new Block(out);
    }

    private boolean isMoved(List<Statement> group) {
        return group.size() > 1 || !isFixed(group.get(0)) && size(group) <= limit;
    }

    /** What a part declares and the rest of its block uses, and the scalars of others that it assigns. */
    private void noteCrossing(List<List<Statement>> groups) {
        Set<Variable> usedLater = new LinkedHashSet<>();
        for (int i = groups.size() - 1; i >= 0; i--) {
            List<Statement> group = groups.get(i);
            if (isMoved(group)) {
                group.stream()
                        .flatMap(statement -> SharedState.declared(statement).stream())
                        .filter(usedLater::contains)
                        .forEach(crossing::add);
                crossing.addAll(assignedScalars(new Block(group)));
            }
            usedLater.addAll(SharedState.used(group));
        }
    }

    private static Set<Variable> assignedScalars(Block block) {
        Set<Variable> result = new LinkedHashSet<>();
        Walk.statements(block, s -> {
            if (Effects.target(s) instanceof Read r && r.type() instanceof PrimitiveType) {
                result.add(r.variable());
            }
        });
        result.removeAll(Walk.declarations(block));
        return result;
    }

    /** Runs of statements of at most the limit, if a statement alone is not longer; what must stay in the function stands alone. */
    private List<List<Statement>> group(Block block) {
        List<List<Statement>> result = new ArrayList<>();
        List<Statement> current = new ArrayList<>();
        Length length = measure.start(function);
        for (Statement statement : block.statements()) {
            boolean isFull = !current.isEmpty() && length.add(statement) > limit;
            if (isFull || isFixed(statement)) {
                close(current, result);
            }
            if (current.isEmpty()) {
                length = measure.start(function);
                length.add(statement);
            }
            current.add(statement);
            if (isFixed(statement)) {
                close(current, result);
            }
        }
        close(current, result);
        return result;
    }

    private static void close(List<Statement> current, List<List<Statement>> groups) {
        if (!current.isEmpty()) {
            groups.add(List.copyOf(current));
            current.clear();
        }
    }

    /** A part can neither declare nor assign arrays and objects that others use and that are not in shared state. */
    private boolean isFixed(Statement statement) {
        return statement instanceof Return
                || SharedState.declared(statement).stream().anyMatch(shared::contains)
                || assignsReferences(statement);
    }

    /** Tapes that grow are handed over in another way. */
    private boolean assignsReferences(Statement statement) {
        Set<Variable> own = Walk.declarations(Block.of(statement));
        own.addAll(growing.keySet());
        boolean[] result = {false};
        Walk.statements(
                Block.of(statement),
                s -> result[0] |= s instanceof Assign a
                        && a.target() instanceof Read r
                        && !(r.type() instanceof PrimitiveType)
                        && !own.contains(r.variable()));
        return result[0];
    }

    private Statement descend(Statement statement) {
        if (statement instanceof If s) {
            return new If(s.condition(), cut(s.whenTrue()), cut(s.whenFalse()), s.origin());
        } else if (statement instanceof CountedLoop s) {
            return s.withBody(cut(s.body()));
        } else if (statement instanceof While s) {
            return s.withBody(cut(s.body()));
        }
        return statement;
    }

    /** Moves a run of statements into a part and calls it. */
    private List<Statement> part(List<Statement> group) {
        String name = function.name() + "Part" + (parts.size() + 1);
        Set<Variable> free = new LinkedHashSet<>(SharedState.free(group));
        List<Statement> body = new ArrayList<>();
        List<Statement> out = new ArrayList<>();
        growing.forEach((tape, current) -> {
            // A tape that grows is another array afterwards; the workspace always has the newest.
            if (free.remove(tape)) {
                free.addAll(Walk.reads(current));
                body.add(new Declare(tape, current, Origin.NONE));
                out.add(new Assign(new Read(tape), current, Origin.NONE));
            }
        });
        body.addAll(group);
        List<Variable> parameters = List.copyOf(free);
        parts.add(new Function(name, parameters, PrimitiveType.VOID, new Block(body)));
        List<IrType> types = parameters.stream().map(Variable::type).toList();
        List<Expression> arguments =
                parameters.stream().map(p -> (Expression) new Read(p)).toList();
        MethodRef method = new MethodRef("", name, types, PrimitiveType.VOID, true);
        out.add(0, new CallStatement(new Call(method, arguments), Origin.NONE));
        return out;
    }

    /** The tapes that may grow, and how to ask the workspace for them. */
    private static Map<Variable, Expression> growingTapes(Function function) {
        Set<Variable> assigned = new LinkedHashSet<>();
        Map<Variable, Expression> result = new LinkedHashMap<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Assign a
                    && a.target() instanceof Read r
                    && r.type().isArray()) {
                assigned.add(r.variable());
            }
        });
        Walk.statements(function.body(), s -> {
            if (s instanceof Declare d
                    && assigned.contains(d.variable())
                    && WorkspaceCalls.isTape(d.initial())
                    && d.initial() instanceof Call call) {
                List<Expression> arguments = new ArrayList<>(call.arguments());
                arguments.set(arguments.size() - 1, Literal.of(0));
                result.put(d.variable(), new Call(call.method(), arguments));
            }
        });
        return result;
    }

    private static Set<Variable> createdArrays(Function function) {
        Set<Variable> result = new LinkedHashSet<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Declare d && d.initial() instanceof NewArray) {
                result.add(d.variable());
            }
        });
        return result;
    }

    private int size(List<Statement> statements) {
        return measure.of(function.withBody(new Block(statements)));
    }
}
