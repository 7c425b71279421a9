package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.ArrayLengths;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.analysis.ElementAccess;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves the zeros of a bar to the loop that first adds to each of its elements: {@code fill(xBar, 0.0)} and later {@code
 * xBar[i] += e} become {@code xBar[i] = e}. That differs in the sign of a zero at most.
 */
public final class SinkZeros extends IrRewriter {
    private final ArrayRoots roots;
    private final Effects effects;
    private final ArrayLengths lengths;

    private SinkZeros(Function function, Map<Variable, Variable> twins) {
        this.roots = new ArrayRoots(function);
        this.effects = new Effects(roots);
        this.lengths = new ArrayLengths(function, roots, twins);
    }

    /**
     * {@code function} with zeros moved where that is possible.
     *
     * @param twins parameters that have the shape of the parameters they map to
     */
    public static Function apply(Function function, Map<Variable, Variable> twins) {
        return function.withBody(new SinkZeros(function, twins).rewrite(function.body()));
    }

    @Override
    public Block rewrite(Block block) {
        List<Statement> statements = new ArrayList<>(super.rewrite(block).statements());
        for (int i = statements.size() - 1; i >= 0; i--) {
            Variable array = zeroed(statements.get(i));
            if (array == null) {
                continue;
            }
            List<Statement> rest = statements.subList(i + 1, statements.size());
            Optional<List<Statement>> sunk = sink(rest, array, List.of());
            if (sunk.isPresent()) {
                rest.clear();
                statements.addAll(sunk.get());
                if (statements.get(i) instanceof CallStatement) {
                    statements.remove(i);
                }
            }
        }
        return new Block(statements);
    }

    /** The array that holds nothing but zeros after the statement. */
    private static @Nullable Variable zeroed(Statement statement) {
        if (statement instanceof Declare d
                && d.initial() instanceof NewArray array
                && array.type().scalar() == PrimitiveType.DOUBLE
                && array.dimensions().size() == array.type().rank()) {
            return d.variable();
        }
        if (statement instanceof CallStatement s
                && s.call().method().name().equals("fill")
                && s.call().arguments().size() == 2
                && s.call().arguments().get(0) instanceof Read read
                && s.call().arguments().get(1).equals(Literal.ZERO)) {
            return read.variable();
        }
        return null;
    }

    /** The statements with the elements of {@code array[indices]} set to zero just before each one's first use. */
    private Optional<List<Statement>> sink(List<Statement> statements, Variable array, List<Expression> indices) {
        int first = 0;
        while (first < statements.size() && !effects.touches(statements.get(first), array)) {
            first++;
        }
        if (first == statements.size()) {
            return Optional.empty();
        }
        Statement use = statements.get(first);
        List<Statement> result = new ArrayList<>(statements.subList(0, first));
        Optional<List<Statement>> started = indices.size() == ((ArrayType) array.type()).rank()
                ? start(use, array, indices)
                : loop(use, array, indices);
        started.ifPresent(result::addAll);
        result.addAll(statements.subList(first + 1, statements.size()));
        return started.map(s -> result);
    }

    private Optional<List<Statement>> loop(Statement use, Variable array, List<Expression> indices) {
        if (!(use instanceof CountedLoop loop) || !lengths.covers(loop, array, indices)) {
            return Optional.empty();
        }
        List<Expression> inner = new ArrayList<>(indices);
        inner.add(new Read(loop.index()));
        if (!new ElementAccess(roots, array).isBelow(inner, loop.body())) {
            return Optional.empty();
        }
        return sink(loop.body().statements(), array, inner).map(body -> List.of(loop.withBody(new Block(body))));
    }

    /** A first addition becomes an assignment; a loop of additions gets a zero before it. */
    private Optional<List<Statement>> start(Statement use, Variable array, List<Expression> indices) {
        if (use instanceof Increment s && isElement(s.target(), array, indices) && !effects.reads(s.value(), array)) {
            return Optional.of(List.of(new Assign(s.target(), s.value(), s.origin())));
        }
        if (use instanceof CountedLoop loop) {
            Set<Variable> inside = Walk.declarations(loop.body());
            for (Statement statement : loop.body().statements()) {
                if (statement instanceof Increment s
                        && isElement(s.target(), array, indices)
                        && Walk.reads(s.target()).stream().noneMatch(inside::contains)) {
                    return Optional.of(List.of(new Assign(s.target(), Literal.ZERO, Origin.NONE), loop));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isElement(Place place, Variable array, List<Expression> indices) {
        return roots.root(place) == array && roots.indices(place).equals(indices);
    }
}
