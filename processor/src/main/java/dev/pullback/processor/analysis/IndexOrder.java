package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares indices by what loops say of their index variables: {@code from <= i}, {@code i < to}. Tells two accesses apart, and
 * says whether an element exists.
 */
public final class IndexOrder {

    /** A term plus a number; the term {@link #ZERO} stands for nothing. */
    private record Linear(Object term, long offset) {}

    /** A loop's index in an iteration that only one of the two accesses belongs to. */
    private record Own(Variable index, boolean isLater) {}

    private static final Object ZERO = Literal.of(0);
    /** Beyond this, nothing is concluded: sums of indices must not overflow. */
    private static final int MAX_OFFSET = 1 << 20;

    private final Effects effects;
    private final Set<Variable> written;
    private final Map<Variable, Expression> values = new HashMap<>();
    private final Set<Variable> indices = new HashSet<>();

    /** Loop indices and other variables that may differ from iteration to iteration. */
    private final Set<Variable> inLoops = new HashSet<>();

    /** What the loops of {@code function} say. */
    public IndexOrder(Function function, ArrayRoots roots) {
        this.effects = new Effects(roots);
        this.written = effects.written(function.body());
        Set<Variable> ambiguous = new HashSet<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Declare d && d.initial() != null) {
                Expression before = values.put(d.variable(), d.initial());
                if (before != null && !before.equals(d.initial())) {
                    ambiguous.add(d.variable());
                }
            } else if (s instanceof CountedLoop loop) {
                indices.add(loop.index());
            }
            if (s instanceof CountedLoop || s instanceof While) {
                Walk.blocks(s).forEach(b -> inLoops.addAll(Walk.declarations(b)));
            }
        });
        inLoops.addAll(indices);
        values.keySet().removeAll(ambiguous);
        written.addAll(ambiguous);
    }

    /**
     * Whether the two accesses touch different elements.
     *
     * @param same how many of the outermost common loops are in the same iteration
     * @param isLaterIteration whether the loop after these is common, too, and in a later iteration of {@code later}
     */
    boolean areDistinct(ElementOrder.Access earlier, ElementOrder.Access later, int same, boolean isLaterIteration) {
        Pair pair = new Pair(earlier.loops().subList(0, same));
        pair.bounds(earlier.loops(), false);
        pair.bounds(later.loops(), true);
        if (isLaterIteration && earlier.loops().get(same) instanceof CountedLoop loop) {
            Object before = new Own(loop.index(), false);
            Object after = new Own(loop.index(), true);
            if (loop.step() > 0) {
                pair.known.atMost(before, after, -(long) loop.step());
            } else {
                pair.known.atMost(after, before, loop.step());
            }
        }
        int dimensions = Math.min(earlier.indices().size(), later.indices().size());
        for (int i = 0; i < dimensions; i++) {
            if (pair.areDifferent(earlier.indices().get(i), later.indices().get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code 0 <= index < length} inside of the loops. */
    public boolean isWithin(Expression index, Expression length, List<Statement> loops) {
        Pair pair = new Pair(loops);
        pair.bounds(loops, false);
        return pair.isBelow(Literal.of(-1), index) && pair.isBelow(index, length);
    }

    /** Whether {@code index < bound} inside of the loops. */
    public boolean isBelow(Expression index, Expression bound, List<Statement> loops) {
        Pair pair = new Pair(loops);
        pair.bounds(loops, false);
        return pair.isBelow(index, bound);
    }

    /** Whether two numbers that no loop changes are the same. */
    public boolean areEqual(Expression first, Expression second) {
        Pair pair = new Pair(List.of());
        Optional<Linear> known = pair.linear(first, false);
        return first.equals(second) && effects.isInvariant(first, written)
                || known.isPresent() && known.equals(pair.linear(second, false));
    }

    /** What is known of the variables in the iterations of two accesses. */
    private final class Pair {
        private final Differences known = new Differences();
        private final Set<Variable> shared = new HashSet<>();

        Pair(List<Statement> sharedLoops) {
            for (Statement statement : sharedLoops) {
                if (statement instanceof CountedLoop loop) {
                    shared.add(loop.index());
                }
            }
        }

        void bounds(List<Statement> loops, boolean isLater) {
            for (Statement statement : loops) {
                if (!(statement instanceof CountedLoop loop)) {
                    continue;
                }
                Object index = node(loop.index(), isLater);
                linear(first(loop), isLater).ifPresent(from -> {
                    if (loop.step() > 0) {
                        known.atMost(from.term(), index, -from.offset());
                    } else {
                        known.atMost(index, from.term(), from.offset());
                    }
                });
                linear(loop.to(), isLater).ifPresent(to -> {
                    if (loop.step() > 0) {
                        known.atMost(index, to.term(), to.offset() - 1);
                    } else {
                        known.atMost(to.term(), index, -to.offset() - 1);
                    }
                });
            }
        }

        /** Where a loop runs from {@code Math.max(least, to) - 1} down to {@code least}, the maximum is {@code to}. */
        private Expression first(CountedLoop loop) {
            return loop.step() < 0
                            && loop.from() instanceof Binary b
                            && b.operator() == Binary.Operator.SUBTRACT
                            && b.right().equals(Literal.of(1))
                            && b.left() instanceof Call call
                            && call.method().equals(LoopHeader.MAX)
                            && call.arguments().get(0).equals(LoopHeader.plus(loop.to(), 1))
                    ? LoopHeader.plus(call.arguments().get(1), -1)
                    : loop.from();
        }

        boolean areDifferent(Expression earlier, Expression later) {
            Optional<Linear> first = linear(earlier, false);
            Optional<Linear> second = linear(later, true);
            return first.isPresent()
                    && second.isPresent()
                    && (isBelow(first.get(), second.get()) || isBelow(second.get(), first.get()));
        }

        boolean isBelow(Expression low, Expression high) {
            Optional<Linear> first = linear(low, false);
            Optional<Linear> second = linear(high, false);
            return first.isPresent() && second.isPresent() && isBelow(first.get(), second.get());
        }

        private boolean isBelow(Linear low, Linear high) {
            return known.implies(low.term(), high.term(), high.offset() - low.offset() - 1);
        }

        private Object node(Variable index, boolean isLater) {
            return shared.contains(index) ? new Read(index) : new Own(index, isLater);
        }

        /** The expression as a term plus a number, if it always has the same value in one iteration. */
        private Optional<Linear> linear(Expression e, boolean isLater) {
            if (e instanceof Literal literal && literal.value() instanceof Integer value) {
                return offset(new Linear(ZERO, 0), value);
            } else if (e instanceof Length length) {
                return length(length, isLater);
            } else if (e instanceof Read read) {
                return variable(read.variable(), isLater);
            } else if (e instanceof Binary sum
                    && sum.right() instanceof Literal literal
                    && literal.value() instanceof Integer value
                    && (sum.operator() == Binary.Operator.ADD || sum.operator() == Binary.Operator.SUBTRACT)) {
                long number = sum.operator() == Binary.Operator.ADD ? value : -(long) value;
                return linear(sum.left(), isLater).flatMap(left -> offset(left, number));
            }
            return Optional.empty();
        }

        private Optional<Linear> length(Length length, boolean isLater) {
            if (length.array() instanceof Read read && values.get(read.variable()) instanceof NewArray array) {
                return linear(array.dimensions().get(0), isLater);
            }
            boolean isFixed = effects.isInvariant(length, written)
                    && Walk.reads(length).stream().noneMatch(inLoops::contains);
            return isFixed ? Optional.of(new Linear(length, 0)) : Optional.empty();
        }

        private Optional<Linear> variable(Variable variable, boolean isLater) {
            if (indices.contains(variable)) {
                return Optional.of(new Linear(node(variable, isLater), 0));
            } else if (written.contains(variable)) {
                return Optional.empty();
            }
            Expression value = values.get(variable);
            Optional<Linear> known = value == null ? Optional.empty() : linear(value, isLater);
            return known.isPresent() || inLoops.contains(variable)
                    ? known
                    : Optional.of(new Linear(new Read(variable), 0));
        }
    }

    private static Optional<Linear> offset(Linear linear, long number) {
        long offset = linear.offset() + number;
        return Math.abs(offset) <= MAX_OFFSET ? Optional.of(new Linear(linear.term(), offset)) : Optional.empty();
    }
}
