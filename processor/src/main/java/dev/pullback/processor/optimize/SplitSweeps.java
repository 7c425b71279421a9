package dev.pullback.processor.optimize;

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
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Cuts a function whose bytecode would be too long for the JIT compiler (a method of more than 8,000 bytes is only ever
 * interpreted) into parts that the function calls one after the other. Scalars that more than one part uses live in arrays
 * that the parts share.
 */
public final class SplitSweeps {

    /**
     * A function and the private ones it was cut into.
     *
     * @param main the function, now calling its parts
     * @param parts in the order of the calls
     */
    public record Result(Function main, List<Function> parts) {}

    private final Function function;
    private final ToIntFunction<Function> size;
    private final int limit;
    private final List<Function> parts = new ArrayList<>();
    private final SharedState state = new SharedState();
    private final Map<Variable, Expression> growing;

    private SplitSweeps(Function function, ToIntFunction<Function> size, int limit) {
        this.function = function;
        this.size = size;
        this.growing = growingTapes(function);
        this.limit = limit;
    }

    /**
     * Cuts {@code function} until every piece is at most {@code limit} long.
     *
     * @param size estimates the bytecode length of a function, never below the real one
     */
    public static Result apply(Function function, ToIntFunction<Function> size, int limit) {
        if (size.applyAsInt(function) <= limit) {
            return new Result(function, List.of());
        }
        return new SplitSweeps(function, size, limit).split();
    }

    private Result split() {
        Set<Variable> crossing = new LinkedHashSet<>();
        collect(function.body(), crossing);
        Block body = cut(state.share(function, crossing));
        List<Statement> all = new ArrayList<>(state.declarations());
        all.addAll(body.statements());
        return new Result(function.withBody(new Block(all)), parts);
    }

    /**
     * The scalars declared directly in blocks that may be cut. An access to shared state takes up to three times the bytes of
     * one to a local variable, so blocks count that are still far from the limit.
     */
    private void collect(Block block, Set<Variable> crossing) {
        if (size(block.statements()) <= limit / 4) {
            return;
        }
        for (Statement statement : block.statements()) {
            if (statement instanceof Declare d) {
                crossing.add(d.variable());
            } else if (statement instanceof Perform p && p.result() != null) {
                crossing.add(p.variable());
            }
            Walk.blocks(statement).forEach(b -> collect(b, crossing));
        }
    }

    private Block cut(Block block) {
        if (size(block.statements()) <= limit) {
            return block;
        }
        List<Statement> out = new ArrayList<>();
        for (List<Statement> group : group(block)) {
            if (group.size() == 1 && (isFixed(group.get(0)) || size(group) > limit)) {
                out.add(descend(group.get(0)));
            } else {
                out.addAll(part(group));
            }
        }
        return new Block(out);
    }

    /** Runs of statements of at most the limit, leaving room; what must stay in the function stands alone. */
    private List<List<Statement>> group(Block block) {
        List<List<Statement>> result = new ArrayList<>();
        List<Statement> current = new ArrayList<>();
        for (Statement statement : block.statements()) {
            current.add(statement);
            boolean isFull = current.size() > 1 && size(current) > limit;
            if (isFull || isFixed(statement)) {
                current.remove(current.size() - 1);
                if (!current.isEmpty()) {
                    result.add(current);
                }
                current = new ArrayList<>(List.of(statement));
                if (isFixed(statement)) {
                    result.add(current);
                    current = new ArrayList<>();
                }
            }
        }
        if (!current.isEmpty()) {
            result.add(current);
        }
        return result;
    }

    /** A part has references of its own: it can neither declare nor assign those of the function. */
    private boolean isFixed(Statement statement) {
        return statement instanceof Return
                || statement instanceof Declare d && !(d.variable().type() instanceof PrimitiveType)
                || statement instanceof Perform p
                        && p.result() != null
                        && !(p.variable().type() instanceof PrimitiveType)
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
            if (s instanceof Declare d && assigned.contains(d.variable()) && d.initial() instanceof Call call) {
                List<Expression> arguments = new ArrayList<>(call.arguments());
                arguments.set(arguments.size() - 1, Literal.of(0));
                result.put(d.variable(), new Call(call.method(), arguments));
            }
        });
        return result;
    }

    private int size(List<Statement> statements) {
        return size.applyAsInt(function.withBody(new Block(statements)));
    }
}
